/** A stream of bytes to be taken in pieces of one's own sizes. */
export interface Intake {
  /** The next `size` bytes, fewer only where the stream ends before. */
  take(size: number): Promise<Uint8Array>;
  /** All that has arrived and was not taken, at least `size` bytes unless the stream ends before. */
  peek(size: number): Promise<Uint8Array>;
  atEnd(): Promise<boolean>;
  /** Tells the source that no more is wanted, so that it can close what it reads from. */
  close(): Promise<void>;
}

/** Cuts a stream anew. Pieces are copied at most twice, however small they come. */
export function createIntake(source: AsyncIterable<Uint8Array>): Intake {
  const iterator = source[Symbol.asyncIterator]();
  let pieces: Uint8Array[] = [];
  let held = 0;
  let ended = false;

  async function gather(size: number): Promise<void> {
    while (held < size && !ended) {
      const next = await iterator.next();
      if (next.done === true) ended = true;
      else {
        pieces.push(next.value);
        held += next.value.length;
      }
    }
  }

  function joined(): Uint8Array {
    const [first = new Uint8Array()] = pieces;
    const all = pieces.length <= 1 ? first : Buffer.concat(pieces);
    pieces = [all];
    return all;
  }

  return {
    async take(size) {
      await gather(size);
      const all = joined();
      const taken = all.subarray(0, size);
      pieces = [all.subarray(size)];
      held -= taken.length;
      return taken;
    },
    async peek(size) {
      await gather(size);
      return joined();
    },
    async atEnd() {
      await gather(1);
      return held === 0;
    },
    async close() {
      await iterator.return?.();
    },
  };
}
