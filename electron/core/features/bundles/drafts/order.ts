/**
 * Which of `after` no longer stand in the order of `before`: as few as can be, so that taking them out leaves the
 * others in the order that they had. What only one of the two has is left aside.
 */
export function displaced(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((id, index) => [id, index]));
  const common = after.filter((id) => place.has(id));
  const kept = new Set(longestRising(common.map((id) => place.get(id) ?? 0)));
  return new Set(common.filter((_, index) => !kept.has(index)));
}

/** The places of the longest sequence of rising numbers. */
function longestRising(numbers: readonly number[]): number[] {
  /** At `length - 1`: the place at which the best sequence of that length ends. */
  const ends: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[at] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = at;
  });
  const found: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) found.push(at);
  return found.reverse();
}
