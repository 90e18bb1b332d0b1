import { CommanderError } from 'commander';
import { CustodiaError, errorBody } from '../core/api/errors.ts';
import { UsageError } from './context.ts';
import { errorTexts, printable, say } from './texts.ts';

/** What a command hands back: an object for scripts, the same as lines for people, and whether a check failed. */
export interface Answer {
  readonly value: object;
  readonly lines: readonly string[];
  /** True where the command did its work and the answer is still a no: exit code 1. */
  readonly failed?: boolean;
}

/** One JSON object on stdout, or lines for people. */
export function write(json: boolean | undefined, { value, lines }: Answer): void {
  process.stdout.write(
    json === true ? `${JSON.stringify(value)}\n` : lines.map((line) => `${printable(line)}\n`).join(''),
  );
}

export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A typed error as a person reads it: what happened, what was kept, what to do. */
export function errorText(error: unknown): string {
  const { code, params } = errorBody(error);
  const field = code === 'call.invalid' ? String(params.field ?? '') : '';
  const text = errorTexts(code, params);
  return printable(field === '' ? text : `${text} ${say('invalidField', { field })}`);
}

/** Tells why on stderr and says how to exit: 2 for wrong usage, 1 for everything else. */
export function fail(error: unknown, json: boolean): 0 | 1 | 2 {
  if (error instanceof CommanderError) return failUsage(error);
  if (error instanceof UsageError) {
    note(printable(error.message));
    return 2;
  }
  note(errorText(error));
  if (json) note(JSON.stringify({ error: errorBody(error) }));
  if (!(error instanceof CustodiaError) && process.env.CUSTODIA_DEBUG === '1') {
    note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return 1;
}

/**
 * Commander's own complaints, in the user's language. It tells them apart by a code and names what is wrong in
 * quotes; help that was asked for is no complaint, help for want of a command is.
 */
function failUsage(error: CommanderError): 0 | 2 {
  if (error.exitCode === 0) return 0;
  if (error.code !== 'commander.help') {
    const what = /'([^']*)'/.exec(error.message)?.[1] ?? '';
    note(printable(`${say(`usage.${error.code.replace('commander.', '')}`, { what })} ${say('usage.more')}`));
  }
  return 2;
}
