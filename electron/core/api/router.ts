import type { z } from 'zod';
import { type AnyProcedure, allProcedures } from '../features/index.ts';
import { authoriseStep } from './authorise-step.ts';
import type { Reply } from './bridge.ts';
import { CustodiaError, errorBody } from './errors.ts';
import { reportDefect } from './report.ts';
import type { Services } from './services.ts';

/**
 * The API's edge: every call from any shell comes through here. The input is parsed, the caller authorised (on the
 * database's thread for queries and commands, before the work for tasks), and whatever is thrown becomes a typed error.
 */
export function createRouter(services: Services): (method: string, input: unknown) => Promise<Reply> {
  return async (method, input) => {
    try {
      return { ok: true, value: await answer(services, method, input) };
    } catch (error) {
      reportDefect(error);
      return { ok: false, error: errorBody(error) };
    }
  };
}

async function answer(services: Services, method: string, input: unknown): Promise<unknown> {
  const procedure = allProcedures.get(method);
  if (procedure === undefined) throw new CustodiaError('call.unknown');
  const parsed = parse(procedure, input);
  if (procedure.type !== 'task') {
    return services.session().threads.run(procedure.type, 'procedure', method, parsed);
  }
  if (procedure.right !== 'open') {
    await services.step(authoriseStep, { right: procedure.right, input: parsed });
  }
  return (procedure.run as (services: Services, input: unknown) => Promise<unknown>)(services, parsed);
}

function parse(procedure: AnyProcedure, input: unknown): unknown {
  const result = (procedure.input as z.ZodType<unknown>).safeParse(input);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path.join('.') ?? '';
  throw new CustodiaError('call.invalid', { field }, { cause: result.error });
}
