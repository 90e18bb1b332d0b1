import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, stat, statfs, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asDiskError, systemCode } from '../api/errors.ts';

/** A file being written. */
export interface OutFile {
  /** For a thread that writes to the file itself. */
  readonly descriptor: number;
  /** Writes all of `bytes` at `position`. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Returns when what was written is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The calls by which the vault changes files: few, so that a test can record them and play a power cut between any
 * two. Failures of the disk come as `disk.full`, `disk.readOnly` or `disk.failed`, others as they are.
 */
export interface FileOps {
  /** A new file that only its owner may read; fails where the name is taken. */
  create(path: string): Promise<OutFile>;
  /** Takes the place of a file of that name, at once. Lasting only after `syncFolder` of the new name's folder. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; one that is not there is fine. */
  remove(path: string): Promise<void>;
  /** Makes one folder; `false` where it is there already. */
  makeFolder(path: string): Promise<boolean>;
  /** Returns when the names in the folder are on the disk. */
  syncFolder(path: string): Promise<void>;
  /** Bytes that may still be written on the disk of a folder. */
  freeSpace(path: string): Promise<number>;
}

/** The real thing. */
export const nodeFileOps: FileOps = {
  create: (path) =>
    disk(async () => {
      const file = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
      return {
        descriptor: file.fd,
        write: (bytes, position) => disk(() => writeAll(file, bytes, position)),
        sync: () => disk(() => file.datasync()),
        close: () => disk(() => file.close()),
      };
    }),
  rename: (from, to) => disk(() => rename(from, to)),
  remove: (path) =>
    disk(async () => {
      await unlink(path).catch(unless('ENOENT'));
    }),
  makeFolder: (path) =>
    disk(async () => {
      const taken = await mkdir(path, { mode: 0o700 }).catch(unless('EEXIST'));
      return taken === undefined;
    }),
  syncFolder: (path) =>
    disk(async () => {
      // Windows syncs no folders: NTFS keeps names in a journal of its own.
      if (process.platform === 'win32') return;
      const folder = await open(path, 'r');
      try {
        await folder.sync();
      } finally {
        await folder.close();
      }
    }),
  freeSpace: (path) =>
    disk(async () => {
      const { bavail, bsize } = await statfs(path);
      return bavail * bsize;
    }),
};

async function disk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asDiskError(error);
  }
}

/** For a failure that is an answer: gives the code where it is the expected one, else throws on. */
function unless(code: string): (error: unknown) => string {
  return (error) => {
    if (systemCode(error) !== code) throw error;
    return code;
  };
}

interface Writable {
  write(b: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesWritten: number }>;
}

async function writeAll(file: Writable, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** Whether there is anything of that name. */
export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

const temporary = /^\.custodia-[0-9a-f]{16}\.tmp$/;

/** A name beside `path` for a file that will take its place. Never made from a name that people gave. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.custodia-${randomBytes(8).toString('hex')}.tmp`);
}

/**
 * Writes a file as a whole: after a power cut at any moment there is the old one or the new one under the name.
 * The folder must exist. `fill` writes the content; `writeDurably` is the same for bytes in memory.
 */
export async function replaceDurably(
  path: string,
  fill: (file: OutFile) => Promise<void>,
  ops: FileOps = nodeFileOps,
): Promise<void> {
  const beside = temporaryName(path);
  const file = await ops.create(beside);
  try {
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await ops.rename(beside, path);
  } catch (error) {
    // Where the disk fails at this too, the first failure is the one to tell; `removeTemporary` finds the rest.
    await ops.remove(beside).catch(() => {});
    throw error;
  }
  await ops.syncFolder(dirname(path));
}

export function writeDurably(path: string, bytes: Uint8Array, ops: FileOps = nodeFileOps): Promise<void> {
  return replaceDurably(path, (file) => file.write(bytes, 0), ops);
}

/** Makes a folder and those above it that are missing, each lasting. */
export async function ensureFolder(path: string, ops: FileOps = nodeFileOps): Promise<void> {
  try {
    if (await ops.makeFolder(path)) await ops.syncFolder(dirname(path));
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await ensureFolder(dirname(path), ops);
    await ensureFolder(path, ops);
  }
}

/** Removes what `writeDurably` left in a folder when the power went; returns how many. For the start only. */
export async function removeTemporary(folder: string, ops: FileOps = nodeFileOps): Promise<number> {
  const left = (await readdir(folder)).filter((name) => temporary.test(name));
  for (const name of left) await ops.remove(join(folder, name));
  return left.length;
}

export const syncFolder = nodeFileOps.syncFolder;
export const freeSpace = nodeFileOps.freeSpace;
