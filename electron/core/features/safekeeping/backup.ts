import { createHash } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { asDiskError, CustodiaError, systemCode } from '../../api/errors.ts';
import type { JobProgress } from '../../api/jobs-service.ts';
import type { Services } from '../../api/services.ts';
import { blobPath } from '../../vault/blobs.ts';
import { ensureFolder, exists, freeSpace, syncFolder, writeDurably } from '../../vault/files.ts';
import { layoutOf } from '../../vault/layout.ts';
import { filesBelow, manifestName, manifestText, verifyBackup } from './manifest.ts';
import { knownBlobs, recordBackup, snapshotStep } from './steps.ts';

export interface Backup {
  readonly path: string;
  readonly files: number;
}

const partSize = 4 * 1024 * 1024;

/**
 * Copies the whole vault, ciphertext as it stands, into a new folder below `folder`: a checked snapshot of the
 * database, keys, blobs, and a list that `sha256sum -c` reads. The copy is a vault: it opens as it is. It gets its
 * name when it is complete; a copy that was cut off is removed.
 */
export async function createBackup(
  services: Services,
  folder: string,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<Backup> {
  const name = `custodia-${new Date().toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}`;
  const path = join(folder, name);
  const partial = `${path}.partial`;
  try {
    const files = await fill(services, partial, progress, signal);
    await rename(partial, path);
    await syncFolder(folder);
    await services.step(recordBackup, { name, files });
    return { path, files };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw asDiskError(error);
  }
}

async function fill(
  services: Services,
  partial: string,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<number> {
  const { layout } = services;
  const to = layoutOf(partial);
  for (const each of [to.users, to.seals, to.blobs, to.snapshots]) await ensureFolder(each);
  const hashes = new Map<string, string>();
  const copy = async (from: string): Promise<void> => {
    const below = relative(layout.root, from).replaceAll('\\', '/');
    signal.throwIfAborted();
    await ensureFolder(dirname(join(partial, below)));
    hashes.set(below, await copyHashed(from, join(partial, below)));
  };
  // The checkpoint before the database: a copy must never say that it lacks what it was never given.
  for (const from of [layout.format, layout.checkpoint, layout.vaultKey]) await copy(from);
  for (const each of [layout.users, layout.seals]) {
    for (const file of await readdir(each)) if (file.endsWith('.age')) await copy(join(each, file));
  }
  progress('database', 0, 1);
  const key = services.session().keys.databaseKey;
  const problems = await services.stepApart(snapshotStep, { path: to.database, key });
  if (problems.length > 0) throw new CustodiaError('vault.databaseDamaged');
  hashes.set('case-file.db', await hashAndSync(to.database));
  const blobs = await services.step(knownBlobs, null);
  await requireSpace(layout.blobs, blobs, partial);
  for (const [index, { blob, number }] of blobs.entries()) {
    progress('blobs', index, blobs.length);
    await copyBlob(copy, blobPath(layout.blobs, blob), number);
  }
  await writeDurably(join(partial, manifestName), Buffer.from(manifestText(hashes)));
  return hashes.size;
}

async function copyBlob(copy: (from: string) => Promise<void>, from: string, number: string): Promise<void> {
  try {
    await copy(from);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new CustodiaError('blob.missing', { number }, { cause: error });
    throw error;
  }
}

async function requireSpace(root: string, blobs: readonly { blob: string }[], folder: string): Promise<void> {
  let needed = 0;
  for (const { blob } of blobs) {
    needed += await stat(blobPath(root, blob)).then(
      (found) => found.size,
      () => 0,
    );
  }
  if (needed > (await freeSpace(folder))) throw new CustodiaError('disk.full');
}

/** Copies a file, lasting, and gives the SHA-256 of what was read. */
async function copyHashed(from: string, to: string): Promise<string> {
  const hash = createHash('sha256');
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      const buffer = Buffer.allocUnsafe(partSize);
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, partSize);
        if (bytesRead === 0) break;
        hash.update(buffer.subarray(0, bytesRead));
        await target.writeFile(buffer.subarray(0, bytesRead));
      }
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
  return hash.digest('hex');
}

async function hashAndSync(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'r+');
  try {
    for await (const part of file.createReadStream({ autoClose: false })) hash.update(part as Buffer);
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

/**
 * Makes a vault of a copy, after checking the copy whole. Never over anything: the place must be free.
 *
 * @param vaultDir where the vault is to lie
 */
export async function restoreBackup(backup: string, vaultDir: string): Promise<{ files: number }> {
  const { valid, problems } = await verifyBackup(backup);
  if (!valid)
    throw new CustodiaError('backup.damaged', { item: problems[0]?.item ?? '', count: problems.length });
  if (await exists(vaultDir)) throw new CustodiaError('vault.exists');
  const partial = `${vaultDir}.partial`;
  await rm(partial, { recursive: true, force: true });
  try {
    const place = layoutOf(partial);
    for (const each of [place.users, place.seals, place.blobs, place.snapshots]) await ensureFolder(each);
    const files = (await filesBelow(backup)).filter((path) => path !== manifestName);
    for (const path of files) {
      await ensureFolder(dirname(join(partial, path)));
      await copyHashed(join(backup, path), join(partial, path));
    }
    await rename(partial, vaultDir);
    await syncFolder(dirname(vaultDir));
    return { files: files.length };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw asDiskError(error);
  }
}
