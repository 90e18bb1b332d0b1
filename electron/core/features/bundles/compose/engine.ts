import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CustodiaError } from '../../../api/errors.ts';
import { moduleUrl } from '../../../threads.ts';
import type { RandomAccess } from '../../../vault/blob-store.ts';
import type {
  BundlePlan,
  FromProcess,
  Known,
  Layout,
  Measured,
  NativeReason,
  Picture,
  Remembered,
  Supplied,
  ToProcess,
} from './model.ts';
import { withSignature } from './signature.ts';

/** An exhibit at which nothing moves for so long hangs the engine: the process is killed. */
const patienceMs = 60_000;
const pieceSize = 4 * 1024 * 1024;

/** An exhibit's content, to be read piece by piece. */
export interface Content extends Omit<Supplied, 'bytes'> {
  readonly bytes: RandomAccess;
}
/** Content by the exhibit's place, or why there is none. */
export type Supplier = (index: number) => Promise<Content | { readonly none: NativeReason }>;

export interface Hooks {
  progress(step: string, done: number, total: number): void;
  readonly signal: AbortSignal;
  /** Signs a PDF by its SHA-256; only where the plan has a signature. */
  readonly sign?: ((digest: Uint8Array) => Promise<Uint8Array>) | undefined;
}

/** An exhibit took the engine down, or could not be drawn. The engine is gone; another may go on without it. */
export class SourceBroken extends Error {
  readonly index: number;
  readonly reason: NativeReason;

  constructor(index: number, reason: NativeReason) {
    super(`exhibit ${index}: ${reason}`);
    this.index = index;
    this.reason = reason;
  }
}

/** One process that reads and draws. It is given content only in memory, and killed when it hangs and when it is done. */
export interface Engine {
  measure(known: Known, remembered: Remembered): Promise<readonly Measured[]>;
  /** One leaf as a picture. */
  show(layout: Layout, volume: number, leaf: number): Promise<Picture>;
  /** @param accept hears how many bytes it has become before the first is given, and may refuse it by throwing */
  draw(layout: Layout, volume: number, accept: (bytes: number) => void): AsyncGenerator<Uint8Array>;
  close(): void;
}

export function startEngine(plan: BundlePlan, supply: Supplier, hooks: Hooks): Engine {
  const { progress, signal } = hooks;
  if (signal.aborted) throw new CustodiaError('call.cancelled');
  const child = start();
  const send = (message: ToProcess): void => {
    if (child.connected) child.send(message);
  };

  async function give(index: number): Promise<void> {
    const content = await supply(index);
    if ('none' in content) {
      send({ index, none: content.none });
      return;
    }
    const { bytes, form, type, ocr } = content;
    try {
      send({ index, about: { form, type, ocr, size: bytes.size } });
      for (let at = 0; at < bytes.size; at += pieceSize)
        send({ index, piece: await bytes.read(at, Math.min(at + pieceSize, bytes.size)) });
    } finally {
      await bytes.close();
    }
  }

  /** Asks, and waits for one kind of answer; whatever else is heard meanwhile is served. */
  async function converse<T>(
    message: ToProcess,
    step: string,
    answer: (heard: FromProcess) => T | null,
  ): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    let current = 0;
    let patience: NodeJS.Timeout | undefined;
    const wait = (): void => {
      clearTimeout(patience);
      patience = setTimeout(() => reject(new SourceBroken(current, 'tooLong')), patienceMs);
    };
    const hear = (heard: FromProcess): void => {
      wait();
      const answered = answer(heard);
      if (answered !== null) resolve(answered);
      else if ('want' in heard) give(heard.want).catch(reject);
      else if ('at' in heard) {
        current = heard.at;
        progress(step, heard.done, heard.total);
      } else if ('broken' in heard) reject(new SourceBroken(heard.broken, heard.reason));
      else if ('failed' in heard) reject(new Error(heard.failed));
    };
    const gone = (): void => reject(new SourceBroken(current, 'failed'));
    const cancel = (): void => reject(new CustodiaError('call.cancelled'));
    child.on('message', hear).once('error', reject).once('exit', gone);
    signal.addEventListener('abort', cancel, { once: true });
    try {
      if (signal.aborted) cancel();
      wait();
      send(message);
      return await promise;
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    } finally {
      clearTimeout(patience);
      child.off('message', hear).off('error', reject).off('exit', gone);
      signal.removeEventListener('abort', cancel);
    }
  }

  async function* pieces(size: number): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < size; ) {
      const piece = await converse({ take: from }, 'pages', (heard) =>
        'piece' in heard ? heard.piece : null,
      );
      from += piece.length;
      yield piece;
    }
  }

  return {
    measure: (known, remembered) =>
      converse({ measure: plan, known, remembered }, 'reading', (heard) =>
        'measured' in heard ? heard.measured : null,
      ),
    show: (layout, volume, leaf) =>
      converse({ show: { volume, leaf }, plan, layout }, 'pages', (heard) =>
        'picture' in heard ? heard.picture : null,
      ),
    draw: async function* (layout, volume, accept) {
      const { drawn, hole } = await converse({ draw: volume, plan, layout }, 'pages', (heard) =>
        'drawn' in heard ? heard : null,
      );
      accept(drawn);
      if (hole === null) yield* pieces(drawn);
      else if (hooks.sign === undefined) throw new Error('room for a signature, and nobody who signs');
      else yield* withSignature(pieces(drawn), hole, hooks.sign);
    },
    close: () => child.kill('SIGKILL'),
  };
}

function start(): ChildProcess {
  return fork(fileURLToPath(moduleUrl('./process', import.meta.url)), [], {
    serialization: 'advanced',
    execArgv: [],
    // Inside Electron its own program is the only one there is; it then behaves as node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}
