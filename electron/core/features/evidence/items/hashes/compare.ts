import type { ListedFile } from './columns.ts';
import type { HashRow, HashRowNote } from './model.ts';

/** An exhibit of the case that has content. */
export interface KnownFile {
  readonly exhibit: string;
  readonly number: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly blob: string;
}

export interface Digests {
  readonly md5: string;
  readonly sha1: string;
}

/** A row whose hash and size have their form; the rest was told apart before. */
export interface Wanted {
  readonly row: number;
  readonly name: string;
  readonly sha256: string | undefined;
  readonly sha1: string | undefined;
  readonly md5: string | undefined;
  readonly size: number | undefined;
}

/** What a row asks for, or why it cannot be read. */
export function wantedBy(listed: ListedFile): Wanted | HashRow {
  const unreadable = (note: HashRowNote): HashRow => ({
    row: listed.row,
    name: listed.name,
    outcome: 'unreadable',
    note,
  });
  if (listed.broken) return unreadable('broken');
  const hashes = listed.hashes.map((hash) => hash.toLowerCase().replaceAll(/[\s:-]/g, ''));
  if (hashes.length === 0) return unreadable('noHash');
  if (hashes.some((hash) => !/^[0-9a-f]+$/.test(hash) || ![32, 40, 64].includes(hash.length)))
    return unreadable('badHash');
  const size = sizeOf(listed.size);
  if (size === null) return unreadable('badSize');
  const of = (length: number): string | undefined => hashes.find((hash) => hash.length === length);
  return { row: listed.row, name: listed.name, sha256: of(64), sha1: of(40), md5: of(32), size };
}

export function isWanted(row: Wanted | HashRow): row is Wanted {
  return !('outcome' in row);
}

/** Bytes, with or without what parts thousands; undefined where none are given, null where it is no number. */
function sizeOf(text: string): number | null | undefined {
  if (text === '') return undefined;
  const plain = text.replace(/\s*bytes?$/i, '');
  if (/^\d+$/.test(plain)) return Number(plain);
  return /^\d{1,3}([.,\s]\d{3})+$/.test(plain) ? Number(plain.replaceAll(/[.,\s]/g, '')) : null;
}

/** The files whose other hashes must be worked out: of the size that is said; every one where none is said. */
export function filesToRead(wanted: readonly Wanted[], files: readonly KnownFile[]): KnownFile[] {
  const asking = wanted.filter(({ sha256 }) => sha256 === undefined);
  if (asking.length === 0) return [];
  const sizes = new Set(asking.map(({ size }) => size));
  const blobs = new Set<string>();
  return files.filter(({ size, blob }) => {
    if (!(sizes.has(undefined) || sizes.has(size)) || blobs.has(blob)) return false;
    blobs.add(blob);
    return true;
  });
}

/** How the rows stand to the case's files. `digests` by blob: null where the content could not be read. */
export function createComparison(
  files: readonly KnownFile[],
  digests: ReadonlyMap<string, Digests | null>,
): (wanted: Wanted) => HashRow {
  const bySha256 = grouped(files, ({ sha256 }) => sha256);
  const byName = grouped(files, ({ name }) => plainName(name));
  const bySha1 = grouped(files, ({ blob }) => digests.get(blob)?.sha1);
  const byMd5 = grouped(files, ({ blob }) => digests.get(blob)?.md5);

  /** The strongest hash decides; a weaker one beside it is not asked. */
  const withHash = ({ sha256, sha1, md5 }: Wanted): readonly KnownFile[] | undefined => {
    if (sha256 !== undefined) return bySha256.get(sha256);
    return sha1 === undefined ? byMd5.get(md5 ?? '') : bySha1.get(sha1);
  };

  return (wanted) => {
    const { row, name, sha256, size } = wanted;
    const same = withHash(wanted);
    const namesakes = byName.get(plainName(name)) ?? [];
    const told = (outcome: HashRow['outcome'], file?: KnownFile, note?: HashRowNote): HashRow => ({
      row,
      name,
      outcome,
      ...(file === undefined ? {} : { exhibit: file.exhibit, number: file.number }),
      ...(note === undefined ? {} : { note }),
    });
    const match = same?.find((file) => namesakes.includes(file)) ?? same?.[0];
    if (match !== undefined)
      return told('matches', match, size === undefined || size === match.size ? undefined : 'sizeDiffers');
    const [namesake, ...more] = namesakes;
    if (namesake === undefined) return told('unknown');
    if (sha256 === undefined && digests.get(namesake.blob) === null)
      return told('unreadable', namesake, 'notRead');
    return told('differs', namesake, more.length > 0 ? 'ambiguous' : undefined);
  };
}

/** A name without its folders, as names are compared: `C:\Fotos\A.JPG` → `a.jpg`. */
function plainName(path: string): string {
  return path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    .normalize('NFC')
    .toLowerCase();
}

function grouped(
  files: readonly KnownFile[],
  keyOf: (file: KnownFile) => string | undefined,
): ReadonlyMap<string, readonly KnownFile[]> {
  const groups = new Map<string, KnownFile[]>();
  for (const file of files) {
    const key = keyOf(file);
    if (key === undefined || key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [file]);
    else group.push(file);
  }
  return groups;
}
