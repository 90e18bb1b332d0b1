import { useCallback, useEffect, useState } from 'react';
import type { ViewTicket } from '../../../../../electron/core/features/evidence/model.ts';
import { readContent } from '../content.ts';

const blockSize = 64 * 1024;
const mostBlocks = 32;

/** The bytes in sight, read a block at a time; blocks that were scrolled away from are forgotten. */
export function useBytes(view: ViewTicket, first: number, length: number) {
  const [blocks, setBlocks] = useState<ReadonlyMap<number, Uint8Array>>(new Map());
  const [error, setError] = useState<Error | null>(null);
  const from = Math.floor(first / blockSize);
  const to = Math.floor(Math.min(view.size - 1, first + length) / blockSize);

  useEffect(() => {
    const abort = new AbortController();
    const wanted = Array.from({ length: to - from + 1 }, (_, n) => from + n).filter((n) => !blocks.has(n));
    const read = async () => {
      for (const block of wanted) {
        const start = block * blockSize;
        const bytes = await readContent(view, start, Math.min(start + blockSize, view.size), abort.signal);
        setBlocks((known) => new Map([...known, [block, bytes] as const].slice(-mostBlocks)));
      }
    };
    if (wanted.length > 0) {
      read().catch((cause: unknown) => {
        if (!abort.signal.aborted) setError(cause instanceof Error ? cause : new Error(String(cause)));
      });
    }
    return () => abort.abort();
  }, [view, from, to, blocks]);

  const bytesAt = useCallback(
    (offset: number, count: number): Uint8Array | null => {
      const block = blocks.get(Math.floor(offset / blockSize));
      const within = offset % blockSize;
      return block === undefined ? null : block.subarray(within, within + count);
    },
    [blocks],
  );
  return { bytesAt, error };
}
