/** What is offered, in its order. Each list is checked against the core's: none may be missing, none be made up. */
export function inOrder<K extends string>(all: Readonly<Record<K, true>>): readonly K[] {
  return Object.keys(all) as K[];
}
