import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isSafePath, pathKey } from './names.ts';
import type { BundleProblem } from './problems.ts';

/** One file of a bundle that is checked. */
export interface SourceFile {
  readonly path: string;
  /** In bytes; what is read is no more. */
  readonly size: number;
  /** Reads it from the start. Throws where it can't be read, or gives more or less than `size`. */
  read(): AsyncIterable<Uint8Array>;
}

/** The files of a bundle, wherever it lies. Only what is safe to name and to read is among them. */
export interface BagSource {
  /** By path in NFC: a file system may have given the names in another Unicode form. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** What is wrong with the folder or the archive itself. */
  readonly problems: readonly BundleProblem[];
  close(): void;
}

/** More files than any bundle has: an attack or the wrong folder. */
export const mostFiles = 100_000;

const longestChunk = 1024 * 1024;

/** Keeps the files that are safe to name, the first under each name, and says what is wrong with the others. */
export function gatherFiles(found: Iterable<SourceFile>): Pick<BagSource, 'files' | 'problems'> {
  const files = new Map<string, SourceFile>();
  const problems: BundleProblem[] = [];
  const taken = new Set<string>();
  for (const file of found) {
    const key = pathKey(file.path);
    const path = file.path.normalize('NFC');
    const safe = isSafePath(file.path);
    if (!safe) problems.push({ item: file.path, what: 'unsafe' });
    else if (taken.has(key)) problems.push({ item: file.path, what: 'duplicate' });
    if (safe && !files.has(path)) files.set(path, file);
    taken.add(key);
  }
  return { files, problems };
}

/** Passes `content` on, and fails once it is not exactly `size` bytes: nothing grows without end. */
export async function* exactly(
  content: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = size;
  for await (const chunk of content) {
    left -= chunk.length;
    if (left < 0) break;
    yield chunk;
  }
  if (left !== 0) throw new Error('not as many bytes as its size says');
}

/** The files of a folder and those below it. Links are not followed. */
export async function openFolder(root: string): Promise<BagSource> {
  const found: SourceFile[] = [];
  const problems: BundleProblem[] = [];
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined) problems.push({ item: folder, what: 'unreadable' });
    for (const entry of entries ?? []) {
      const path = `${folder}${entry.name}`;
      if (found.length + problems.length >= mostFiles) return;
      if (entry.isDirectory()) await visit(`${path}/`);
      else if (entry.isFile()) found.push(await fileIn(root, path));
      else problems.push({ item: path, what: 'unsafe' });
    }
  };
  await visit('');
  if (found.length + problems.length >= mostFiles) problems.push({ item: basename(root), what: 'tooLarge' });
  const gathered = gatherFiles(found);
  return { files: gathered.files, problems: [...problems, ...gathered.problems], close: () => {} };
}

async function fileIn(root: string, path: string): Promise<SourceFile> {
  const { size } = await lstat(join(root, path));
  async function* content() {
    // Windows has no such flag, and no need of it: a link there takes rights to make.
    const file = await open(join(root, path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    yield* file.createReadStream({ highWaterMark: Math.min(size + 1, longestChunk) });
  }
  return { path, size, read: () => exactly(content(), size) };
}
