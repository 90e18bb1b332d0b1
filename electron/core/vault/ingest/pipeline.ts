import { asDiskError } from '../../api/errors.ts';
import { moduleUrl } from '../../threads.ts';
import { AgeError } from '../age/errors.ts';
import { sealedSize } from '../age/stream.ts';
import type { CipherReply, OpenRequest, SealRequest } from './cipher-thread.ts';
import { type Gate, refuseCancelled } from './gate.ts';
import type { HashRequest } from './hash-thread.ts';
import {
  blockSize,
  createLanes,
  firstChunk,
  laneCount,
  plainLane,
  sealedBlockSize,
  sealedLane,
} from './lanes.ts';
import { type Progress, reporter } from './progress.ts';
import { startThread } from './thread.ts';

/** How a person follows and steers long work. */
export interface Control {
  readonly signal?: AbortSignal | undefined;
  readonly pause?: Pick<Gate, 'pass'> | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

interface Pass {
  readonly key: Uint8Array;
  /** The plaintext's size. */
  readonly size: number;
  readonly control: Control;
  /** Fills all of `into`, from `position` in the plaintext (to seal) or in the payload (to open), or throws. */
  read(into: Uint8Array, position: number): Promise<void>;
}

export interface SealPass extends Pass {
  /** The file that the payload is written to, and where in it the payload begins. */
  readonly descriptor: number;
  readonly start: number;
  wrote(bytes: number): void;
}

export interface OpenPass extends Pass {
  /** Takes the plaintext; what is in `bytes` changes once it returns. */
  write(bytes: Uint8Array, position: number): Promise<void>;
}

/**
 * Two threads, one that hashes and one that enciphers and writes, kept for file after file. Files pass one at a time;
 * while one block is read, those before it are hashed and enciphered.
 *
 * Both calls return the plaintext's SHA-256 in hex once everything is written (not synced). When they throw, no read
 * or write of theirs is under way any more. `call.cancelled` where it was called off.
 */
export interface Pipeline {
  /** Also throws the disk's errors. */
  seal(pass: SealPass): Promise<string>;
  /** AgeError `payload` at the first chunk that is not genuine. */
  open(pass: OpenPass): Promise<string>;
  close(): Promise<void>;
}

interface Block {
  readonly index: number;
  readonly lane: number;
  readonly first: boolean;
  readonly last: boolean;
  /** Of its plaintext. */
  readonly size: number;
}

export function createPipeline(): Pipeline {
  const lanes = createLanes();
  const hashing = startThread<typeof lanes, HashRequest, string>(
    moduleUrl('./hash-thread', import.meta.url),
    lanes,
  );
  const cipher = startThread<typeof lanes, SealRequest | OpenRequest, CipherReply>(
    moduleUrl('./cipher-thread', import.meta.url),
    lanes,
  );
  let queue: Promise<unknown> = Promise.resolve();

  function hash({ lane, first, last, size }: Block): Promise<string> {
    return hashing.ask({ lane, length: size, first, last });
  }

  async function turn(request: SealRequest | OpenRequest): Promise<number> {
    const reply = await cipher.ask(request);
    if (typeof reply === 'number') return reply;
    if (reply === 'damaged') throw new AgeError('payload', `A chunk from ${request.chunk} on is not genuine`);
    throw asDiskError(Object.assign(new Error(`Writing failed: ${reply.code}`), reply));
  }

  async function sealBlock(pass: SealPass, { index, lane, last, size }: Block): Promise<void> {
    const position = pass.start + index * sealedBlockSize;
    const { key, descriptor } = pass;
    const chunk = firstChunk(index);
    pass.wrote(await turn({ turn: 'seal', key, lane, length: size, chunk, last, descriptor, position }));
  }

  async function openBlock(pass: OpenPass, { index, lane, last, size }: Block): Promise<void> {
    const length = sealedSize(size);
    await turn({ turn: 'open', key: pass.key, lane, length, chunk: firstChunk(index), last });
  }

  return {
    seal: (pass) =>
      inTurn(() =>
        throughLanes(pass, {
          fill: ({ index, lane, size }) =>
            pass.read(plainLane(lanes, lane).subarray(0, size), index * blockSize),
          async work(block) {
            const [digest] = await all([hash(block), sealBlock(pass, block)]);
            return digest;
          },
        }),
      ),
    open: (pass) =>
      inTurn(() =>
        throughLanes(pass, {
          fill: ({ index, lane, size }) =>
            pass.read(sealedLane(lanes, lane).subarray(0, sealedSize(size)), index * sealedBlockSize),
          async work(block) {
            await openBlock(pass, block);
            const plain = plainLane(lanes, block.lane).subarray(0, block.size);
            const [digest] = await all([hash(block), pass.write(plain, block.index * blockSize)]);
            return digest;
          },
        }),
      ),
    async close() {
      await Promise.all([hashing.close(), cipher.close()]);
    },
  };

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => {}); // told to who asked; the next in the queue has no part in it
    return result;
  }
}

/** What is done with each block; `work` may still be under way for some when the next is filled. */
interface Stages {
  fill(block: Block): Promise<void>;
  /** Returns the hash with the last block. */
  work(block: Block): Promise<string>;
}

/** Takes a file through the lanes, block by block in order, each lane again as soon as it is free. */
async function throughLanes({ size, control }: Pass, stages: Stages): Promise<string> {
  const count = Math.max(1, Math.ceil(size / blockSize));
  const report = reporter(size, control.onProgress);
  const busy: Promise<string>[] = [];

  async function work(block: Block): Promise<string> {
    const digest = await stages.work(block);
    report(block.size);
    return digest;
  }

  try {
    for (let index = 0; index < count; index++) {
      const lane = index % laneCount;
      await busy[lane];
      await control.pause?.pass(control.signal);
      refuseCancelled(control.signal);
      const left = size - index * blockSize;
      const block = {
        index,
        lane,
        first: index === 0,
        last: index === count - 1,
        size: Math.min(blockSize, left),
      };
      await stages.fill(block);
      const working = work(block);
      working.catch(() => {}); // thrown when the lane is wanted again, or below; Node must not take it as unhandled
      busy[lane] = working;
    }
  } finally {
    await Promise.allSettled(busy);
  }
  const digests = await Promise.all(busy);
  return digests[(count - 1) % laneCount] ?? '';
}

/** Waits for all, then throws the first failure: nothing goes on behind the back of who cleans up. */
async function all<A, B>(promises: [Promise<A>, Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
