import { isUtf8 } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { bagItFile } from './layout.ts';
import type { BundleProblem } from './problems.ts';
import { type BagSource, gatherFiles, mostFiles, type SourceFile } from './source.ts';

/** The bits of a Unix mode that say what kind of file an entry is, as Info-ZIP keeps them in the upper half. */
const kindBits = 0o170000;
const regularFile = 0o100000;
const folderKind = 0o040000;

/**
 * The files of a ZIP archive, with the bundle at its root or in its one folder. Nothing is unpacked: content is
 * streamed and held against the size that the archive declares. Throws where it is no ZIP or its directory is broken.
 */
export async function openZip(path: string): Promise<BagSource> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false });
  try {
    return await listZip(zip, path);
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listZip(zip: ZipFile, path: string): Promise<BagSource> {
  const problems: BundleProblem[] = [];
  const entries: SourceFile[] = [];
  let compressed = 0;
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    compressed += entry.compressedSize;
    if (entries.length + problems.length >= mostFiles) break;
    const what = await faultOf(zip, entry, name);
    if (what !== undefined) problems.push({ item: name, what });
    else if (!name.endsWith('/')) entries.push(fileOf(zip, entry, name));
  }
  // Entries that share their bytes: the way to make a small archive endless.
  const { size } = await stat(path);
  if (compressed > size || entries.length + problems.length >= mostFiles) {
    problems.push({ item: basename(path), what: 'tooLarge' });
    return { files: new Map(), problems, close: () => zip.close() };
  }
  const gathered = gatherFiles(withoutTop(entries));
  return { files: gathered.files, problems: [...problems, ...gathered.problems], close: () => zip.close() };
}

const utf8Flag = 0x800;

/**
 * A backslash counts as a slash: some versions of Windows write archives so. Names that are UTF-8 are read as such:
 * macOS writes them without saying it.
 */
function nameOf(entry: Entry): string {
  const flags = entry.generalPurposeBitFlag | (isUtf8(entry.fileNameRaw) ? utf8Flag : 0);
  return getFileNameLowLevel(flags, entry.fileNameRaw, entry.extraFields, false);
}

async function faultOf(zip: ZipFile, entry: Entry, name: string): Promise<BundleProblem['what'] | undefined> {
  const kind = (entry.externalFileAttributes >>> 16) & kindBits;
  const folder = name.endsWith('/');
  if (kind !== 0 && kind !== (folder ? folderKind : regularFile)) return 'unsafe';
  if (folder) return entry.uncompressedSize === 0 ? undefined : 'malformed';
  if (!entry.canDecodeFileData()) return 'unreadable';
  // Other programs go by the local header: it must not tell them another name.
  const local = await zip.readLocalFileHeaderPromise(entry);
  return local.fileName.equals(entry.fileNameRaw) ? undefined : 'malformed';
}

function fileOf(zip: ZipFile, entry: Entry, path: string): SourceFile {
  /** The stream fails once it is not exactly as long as the archive declares. */
  async function* read() {
    yield* await zip.openReadStreamPromise(entry);
  }
  return { path, size: entry.uncompressedSize, read };
}

/** An archive of the bundle's folder holds that folder: its name is left away. */
function withoutTop(files: readonly SourceFile[]): SourceFile[] {
  const marker = files.find(({ path }) => path === bagItFile || /^[^/]+\/bagit\.txt$/.test(path));
  const top = marker?.path.slice(0, -bagItFile.length) ?? '';
  return files.map((file) =>
    file.path.startsWith(top) ? { ...file, path: file.path.slice(top.length) } : file,
  );
}
