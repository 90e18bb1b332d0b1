/** A file as a manifest names it. */
export interface ManifestLine {
  /** SHA-256 in lower-case hex. */
  readonly sha256: string;
  /** Relative to the bundle, with slashes. */
  readonly path: string;
}

/** The manifest as `sha256sum` writes and reads it, ordered by path. */
export function formatManifest(lines: readonly ManifestLine[]): string {
  const ordered = lines.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return ordered.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
}

/**
 * Reads a manifest; `undefined` where any byte is not as `formatManifest` writes it. RFC 8493 allows other blanks,
 * upper case and encoded names; a bundle of ours has none, and a tolerated change would be an unnoticed one.
 */
export function parseManifest(text: string): ManifestLine[] | undefined {
  if (text === '') return [];
  if (!text.endsWith('\n')) return undefined;
  const lines: ManifestLine[] = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}([^ *\r][^\r]*)$/.exec(line) ?? [];
    if (sha256 === undefined || path === undefined) return undefined;
    lines.push({ sha256, path });
  }
  return lines;
}
