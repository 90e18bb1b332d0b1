import { chunkSize, sealedChunkSize } from '../age/stream.ts';

/**
 * The memory that the threads of a pipeline share: a few lanes, each with room for one block as plaintext and sealed.
 * A block is a run of whole chunks, large enough that telling a thread about it costs next to nothing, and all of
 * them together small enough for a processor's cache.
 */
export interface Lanes {
  readonly plain: SharedArrayBuffer;
  readonly sealed: SharedArrayBuffer;
}

export const laneCount = 4;
const chunksPerBlock = 16;
export const blockSize = chunksPerBlock * chunkSize;
export const sealedBlockSize = chunksPerBlock * sealedChunkSize;

export function createLanes(): Lanes {
  return {
    plain: new SharedArrayBuffer(laneCount * blockSize),
    sealed: new SharedArrayBuffer(laneCount * sealedBlockSize),
  };
}

export function plainLane(lanes: Lanes, lane: number): Uint8Array {
  return new Uint8Array(lanes.plain, lane * blockSize, blockSize);
}

export function sealedLane(lanes: Lanes, lane: number): Uint8Array {
  return new Uint8Array(lanes.sealed, lane * sealedBlockSize, sealedBlockSize);
}

/** The index of a block's first chunk in the file. */
export function firstChunk(block: number): number {
  return block * chunksPerBlock;
}
