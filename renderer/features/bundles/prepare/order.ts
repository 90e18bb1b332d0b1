/** Moves the item at `from` so that it stands at `to`; the others keep their order. Out of range: nothing moves. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length || from === to) return items;
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** Takes an item out, or puts it at the end. */
export function toggled<T>(items: readonly T[], item: T): readonly T[] {
  return items.includes(item) ? items.filter((each) => each !== item) : [...items, item];
}

/** Puts those not yet in at the end, in their order. */
export function added<T>(items: readonly T[], more: readonly T[]): readonly T[] {
  return [...items, ...more.filter((item) => !items.includes(item))];
}

/** Takes all of `less` out. */
export function without<T>(items: readonly T[], less: readonly T[]): readonly T[] {
  return items.filter((item) => !less.includes(item));
}
