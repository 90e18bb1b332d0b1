/** A file as a manifest names it. */
export interface ManifestLine {
  /** In lower-case hex. */
  readonly hash: string;
  /** Relative to the bundle, with slashes. */
  readonly path: string;
}

const digits = { sha256: 64, sha512: 128 } as const;
export type Algorithm = keyof typeof digits;

/** The manifest as `sha256sum` and `sha512sum` write and read it, ordered by path. */
export function formatManifest(lines: readonly ManifestLine[]): string {
  const ordered = lines.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return ordered.map(({ hash, path }) => `${hash}  ${path}\n`).join('');
}

/**
 * Reads a manifest; `undefined` where any byte is not as `formatManifest` writes it. RFC 8493 allows other blanks,
 * upper case and encoded names; a bundle of ours has none, and a tolerated change would be an unnoticed one.
 */
export function parseManifest(text: string, algorithm: Algorithm = 'sha256'): ManifestLine[] | undefined {
  if (text === '') return [];
  if (!text.endsWith('\n')) return undefined;
  const lines: ManifestLine[] = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const [, hash, path] = /^([0-9a-f]+) {2}([^ *\r][^\r]*)$/.exec(line) ?? [];
    if (hash?.length !== digits[algorithm] || path === undefined) return undefined;
    lines.push({ hash, path });
  }
  return lines;
}
