/**
 * A hybrid logical clock: wall time where that goes forward, a counter where it does not. As text it sorts as it
 * orders: `2026-11-23T21:05:00.123Z/0003` (ISO milliseconds, then four hex digits).
 */
export interface Hlc {
  readonly ms: number;
  readonly counter: number;
}

const largestCounter = 0xffff;

export function formatHlc({ ms, counter }: Hlc): string {
  return `${new Date(ms).toISOString()}/${counter.toString(16).padStart(4, '0')}`;
}

/** Throws a `TypeError` for anything that `formatHlc` does not write. */
export function parseHlc(text: string): Hlc {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\/([0-9a-f]{4})$/.exec(text);
  const ms = Date.parse(match?.[1] ?? '');
  if (match === null || Number.isNaN(ms)) throw new TypeError('not a clock value');
  return { ms, counter: Number.parseInt(match[2] ?? '', 16) };
}

export function compareHlc(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The next value after `last` at wall time `wallMs`: always greater than `last`, however the wall clock moved.
 * `setBackMs` says by how much the wall clock lies behind what was already written; 0 when it does not.
 */
export function tick(
  last: string | null,
  wallMs: number,
): { readonly hlc: string; readonly setBackMs: number } {
  if (last === null) return { hlc: formatHlc({ ms: wallMs, counter: 0 }), setBackMs: 0 };
  const before = parseHlc(last);
  if (wallMs > before.ms) return { hlc: formatHlc({ ms: wallMs, counter: 0 }), setBackMs: 0 };
  const next =
    before.counter < largestCounter
      ? { ms: before.ms, counter: before.counter + 1 }
      : { ms: before.ms + 1, counter: 0 };
  return { hlc: formatHlc(next), setBackMs: before.ms - wallMs };
}
