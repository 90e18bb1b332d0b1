/** From one node to another: what the first holds of the second. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/**
 * The shortest way from each start to each asset that it reaches, direct or through others. A node is entered once, so
 * that circles (A holds B, B holds A) end.
 */
export function reachesOf(
  starts: readonly string[],
  assets: ReadonlySet<string>,
  edges: readonly Edge[],
): { readonly person: string; readonly asset: string; readonly through: readonly string[] }[] {
  const next = outgoing(edges);
  return starts.flatMap((start) => {
    const before = new Map<string, string | null>([[start, null]]);
    const queue = [start];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      for (const to of next.get(at) ?? []) {
        if (before.has(to)) continue;
        before.set(to, at);
        queue.push(to);
      }
    }
    return [...before.keys()]
      .filter((node) => assets.has(node) && node !== start)
      .map((asset) => ({ person: start, asset, through: wayTo(before, asset) }));
  });
}

function wayTo(before: ReadonlyMap<string, string | null>, end: string): string[] {
  const way: string[] = [];
  for (let at: string | null = end; at !== null; at = before.get(at) ?? null) way.unshift(at);
  return way;
}

function outgoing(edges: readonly Edge[]): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  return next;
}

/** Nodes that hold themselves, directly or through others. */
export function circlesIn(edges: readonly Edge[]): Set<string> {
  const next = outgoing(edges);
  const found = new Set<string>();
  for (const start of next.keys()) {
    const seen = new Set<string>();
    const open = [...(next.get(start) ?? [])];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === start) found.add(start);
      if (seen.has(at)) continue;
      seen.add(at);
      open.push(...(next.get(at) ?? []));
    }
  }
  return found;
}
