const steps: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -10,
  PageDown: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Where a key moves the cursor in a list of `count` rows; undefined for keys that do not move it. */
export function movedCursor(key: string, cursor: number, count: number): number | undefined {
  const step = steps[key];
  return step === undefined ? undefined : Math.max(0, Math.min(count - 1, cursor + step));
}
