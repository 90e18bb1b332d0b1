import type { CoreEvent, Reply } from '../core/api/bridge.ts';
import type { Message, Request } from '../core/serve.ts';

/** The core's process, however it was started: Electron's utility process or a child process. */
export interface CoreProcess {
  send(request: Request): void;
  onMessage(listener: (message: Message) => void): void;
  /** The process is gone, with its exit code or null where a signal ended it. */
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

/** Speaks with a core: each call answered once, events as they come. */
export interface CoreClient {
  call(method: string, input: unknown): Promise<Reply>;
  onEvent(listener: (event: CoreEvent) => void): () => void;
  /** Resolves when the core has locked the vault and its process has ended. */
  stop(): Promise<void>;
  /** Resolves when the process has ended, asked or not. */
  readonly ended: Promise<number | null>;
}

/** How long a core may take to lock and end before it is killed. */
const stopWithinMs = 15_000;
const gone: Reply = { ok: false, error: { code: 'internal', params: {} } };

export function speakWith(core: CoreProcess): CoreClient {
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners = new Set<(event: CoreEvent) => void>();
  const { promise: ended, resolve: end } = Promise.withResolvers<number | null>();
  let alive = true;
  let nextId = 1;

  core.onMessage((message) => {
    if ('event' in message) {
      for (const listener of listeners) listener(message.event);
      return;
    }
    waiting.get(message.id)?.(message.reply);
    waiting.delete(message.id);
  });
  core.onExit((code) => {
    alive = false;
    for (const answer of waiting.values()) answer(gone);
    waiting.clear();
    end(code);
  });

  function call(method: string, input: unknown): Promise<Reply> {
    if (!alive) return Promise.resolve(gone);
    const id = nextId;
    nextId += 1;
    const { promise, resolve } = Promise.withResolvers<Reply>();
    waiting.set(id, resolve);
    core.send({ id, method, input });
    return promise;
  }

  return {
    call,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      const late = setTimeout(() => core.kill(), stopWithinMs);
      await call('shell.stop', {});
      await ended;
      clearTimeout(late);
    },
    ended,
  };
}
