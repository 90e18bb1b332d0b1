import { z } from 'zod';
import type { CoreEvent, Reply } from './api/bridge.ts';
import { CustodiaError, errorBody } from './api/errors.ts';
import { createCore } from './core.ts';

/** One message from a shell; one from the core. Structured clone carries them, bytes included. */
export interface Request {
  readonly id: number;
  readonly method: string;
  readonly input: unknown;
}
export type Message = { readonly id: number; readonly reply: Reply } | { readonly event: CoreEvent };

export interface Port {
  post(message: Message): void;
  onMessage(listener: (request: unknown) => void): void;
  exit(): void;
}

const request = z.object({ id: z.number(), method: z.string(), input: z.unknown() });
const pathInput = z.strictObject({ path: z.string().min(1) });
const readInput = z.strictObject({
  ticket: z.string(),
  start: z.number().int().min(0),
  end: z.number().int().min(0).optional(),
});

/** Serves the API and what only shells may ask for (`shell.*`) until the shell says stop or goes away. */
export function serve(vaultDir: string, exports: string | undefined, port: Port): void {
  const core = createCore(vaultDir, (event) => port.post({ event }), exports);

  async function forShell(method: string, input: unknown): Promise<unknown> {
    switch (method) {
      case 'shell.offerFile':
        return core.offerFile(pathInput.parse(input).path);
      case 'shell.offerFolder':
        return core.offerFolder(pathInput.parse(input).path);
      case 'shell.read': {
        const { ticket, start, end } = readInput.parse(input);
        return core.read(ticket, start, end);
      }
      case 'shell.stop':
        await core.stop();
        return {};
      default:
        throw new CustodiaError('call.unknown');
    }
  }

  async function answer(method: string, input: unknown): Promise<Reply> {
    if (!method.startsWith('shell.')) return core.call(method, input);
    try {
      return { ok: true, value: await forShell(method, input) };
    } catch (error) {
      return { ok: false, error: errorBody(error) };
    }
  }

  port.onMessage((message) => {
    const parsed = request.safeParse(message);
    if (!parsed.success) return;
    const { id, method, input } = parsed.data;
    void answer(method, input).then((reply) => {
      port.post({ id, reply });
      if (method === 'shell.stop') port.exit();
    });
  });
}
