import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ViewTicket } from '../../../../electron/core/features/evidence/model.ts';
import { readContent } from './content.ts';

export type TextEncoding = 'utf-8' | 'windows-1252';

const step = 1024 * 1024;

export interface TextState {
  readonly text: string;
  /** Bytes read so far; the whole is `view.size`. */
  readonly loaded: number;
  readonly loading: boolean;
  readonly error: Error | null;
  readonly more: () => void;
}

/** The beginning of a text exhibit, one MiB at a time, decoded as the person chose. */
export function useText(view: ViewTicket, encoding: TextEncoding): TextState {
  const [bytes, setBytes] = useState(() => new Uint8Array());
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const closed = useRef(new AbortController());

  const read = useCallback(
    async (from: number, signal: AbortSignal) => {
      setLoading(true);
      try {
        const part = await readContent(view, from, Math.min(from + step, view.size), signal);
        setBytes((before) => joined(before.subarray(0, from), part));
      } catch (cause) {
        if (!signal.aborted) setError(cause instanceof Error ? cause : new Error(String(cause)));
      } finally {
        if (!signal.aborted) setLoading(false);
      }
    },
    [view],
  );

  useEffect(() => {
    const abort = new AbortController();
    closed.current = abort;
    read(0, abort.signal);
    return () => abort.abort();
  }, [read]);

  const text = useMemo(
    // A character that the end of the part cuts in two is left for the next part.
    () => new TextDecoder(encoding).decode(bytes, { stream: bytes.length < view.size }),
    [bytes, encoding, view.size],
  );
  return {
    text,
    loaded: bytes.length,
    loading,
    error,
    more: () => void read(bytes.length, closed.current.signal),
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
