import { createHash, type KeyObject } from 'node:crypto';
import { lstat, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { asDiskError, CustodiaError, systemCode } from '../../../api/errors.ts';
import { ensureFolder, nodeFileOps } from '../../../vault/files.ts';
import { allowedSignersLine, rawPublicKey, signSsh, sshFingerprint } from '../../../vault/sshsig.ts';
import { checkingTexts } from './checking.ts';
import { type BagInfo, formatInfo } from './info.ts';
import {
  bagItFile,
  bagItText,
  infoFile,
  manifest512File,
  manifestFile,
  payloadFolder,
  signatureFile,
  signatureNamespace,
  signersFile,
  tagManifest512File,
  tagManifestFile,
} from './layout.ts';
import { type Algorithm, formatManifest } from './manifest.ts';
import { isSafePath, pathKey } from './names.ts';

/** A file of the payload. Its content is read once, in order, and never held whole. */
export interface BagPart {
  /** Inside the bundle: `data/expediente.pdf`, `data/native/E-003 foto.jpg`. */
  readonly path: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** In bytes, where it is known: checked, and counted against the free space before the start. */
  readonly size?: number;
}

export interface BagSigner {
  /** As in `allowed_signers`: letters, digits and `. _ @ -`. */
  readonly principal: string;
  readonly privateKey: KeyObject;
}

export interface BagWatch {
  /** Stops the writing with `call.cancelled`. */
  readonly signal?: AbortSignal;
  /** Hears how many bytes of the payload are written so far. */
  readonly progress?: (bytes: number) => void;
  /** Looks at the finished package before it gets its name; what it throws leaves nothing behind. */
  readonly inspect?: (folder: string) => Promise<void>;
}

interface Written extends Readonly<Record<Algorithm, string>> {
  readonly path: string;
  readonly size: number;
}

const manifestOf = (files: readonly Written[], algorithm: Algorithm): string =>
  formatManifest(files.map((file) => ({ path: file.path, hash: file[algorithm] })));

/** Room for the manifests and the other tag files, in bytes. */
const tagRoom = 1024 * 1024;

/**
 * Writes a signed BagIt 1.0 package as the folder `folder`, whose parent must exist: first as `<folder>.partial`, each
 * file synced, and renamed when all is there. A partial one that a crash left is replaced; after a failure or a
 * cancellation none is left.
 *
 * `tags` are further texts beside the manifests. Gives the path and the fingerprint: the SHA-256 of `tagmanifest-sha256.txt`, for the receipt. Throws `file.exists`
 * where the name is taken, `blob.damaged` where a part has not the size that was said, `disk.*`, `call.cancelled`; a
 * path that is unsafe or there twice is a defect of the caller and a `TypeError`, before anything is written.
 */
export async function writeBag(
  folder: string,
  parts: readonly BagPart[],
  info: BagInfo,
  sign: BagSigner,
  watch: BagWatch = {},
  tags: Readonly<Record<string, string>> = {},
): Promise<{ path: string; fingerprint: string }> {
  requirePaths(parts);
  await requireFree(folder);
  await requireSpace(dirname(folder), parts);
  const partial = `${folder}.partial`;
  const remove = () => rm(partial, { recursive: true, force: true });
  try {
    await remove();
    const payload = await writePayload(partial, parts, watch);
    const fingerprint = await writeTags(partial, payload, info, sign, tags);
    await syncFolders(partial, payload);
    await watch.inspect?.(partial);
    // A rename would silently take the place of an empty folder.
    await requireFree(folder);
    requireGoing(watch.signal);
    await nodeFileOps.rename(partial, folder);
    await nodeFileOps.syncFolder(dirname(folder));
    return { path: folder, fingerprint };
  } catch (error) {
    // Where the disk fails at this too, the first failure is the one to tell; the next export removes the rest.
    await remove().catch(() => {});
    throw asDiskError(error);
  }
}

function requirePaths(parts: readonly BagPart[]): void {
  const seen = new Set<string>();
  for (const { path } of parts) {
    if (!path.startsWith(payloadFolder) || !isSafePath(path) || path !== path.normalize('NFC')) {
      throw new TypeError('a path that may not stand in a bundle');
    }
    if (seen.has(pathKey(path))) throw new TypeError('a path is twice in a bundle');
    seen.add(pathKey(path));
  }
}

async function requireFree(path: string): Promise<void> {
  try {
    await lstat(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw asDiskError(error);
  }
  throw new CustodiaError('file.exists', { name: basename(path) });
}

async function requireSpace(folder: string, parts: readonly BagPart[]): Promise<void> {
  const needed = parts.reduce((sum, { size = 0 }) => sum + size, tagRoom);
  const free = await nodeFileOps.freeSpace(folder).catch((error: unknown) => {
    // The folder was there when it was chosen: its disk was pulled out.
    throw systemCode(error) === 'ENOENT' ? new CustodiaError('disk.failed', {}, { cause: error }) : error;
  });
  if (free < needed) throw new CustodiaError('disk.full', { needed, free });
}

function requireGoing(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CustodiaError('call.cancelled');
}

async function writePayload(root: string, parts: readonly BagPart[], watch: BagWatch): Promise<Written[]> {
  const payload: Written[] = [];
  let before = 0;
  // Made even where nothing goes into it: BagIt asks for it.
  await ensureFolder(join(root, payloadFolder));
  for (const { path, content, size } of parts) {
    const progress = (bytes: number) => watch.progress?.(before + bytes);
    const written = await writeFile(root, path, content, { ...watch, progress });
    if (size !== undefined && size !== written.size) {
      throw new CustodiaError('blob.damaged', { name: basename(path) });
    }
    before += written.size;
    payload.push(written);
  }
  return payload;
}

async function writeFile(
  root: string,
  path: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  watch: BagWatch = {},
): Promise<Written> {
  const target = join(root, path);
  await ensureFolder(dirname(target));
  const file = await nodeFileOps.create(target);
  const hashes = { sha256: createHash('sha256'), sha512: createHash('sha512') };
  let size = 0;
  try {
    for await (const chunk of content) {
      requireGoing(watch.signal);
      await file.write(chunk, size);
      hashes.sha256.update(chunk);
      hashes.sha512.update(chunk);
      size += chunk.length;
      watch.progress?.(size);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { path, size, sha256: hashes.sha256.digest('hex'), sha512: hashes.sha512.digest('hex') };
}

/** Everything around the payload, the signature last; gives the fingerprint. */
async function writeTags(
  root: string,
  payload: readonly Written[],
  info: BagInfo,
  { principal, privateKey }: BagSigner,
  more: Readonly<Record<string, string>>,
): Promise<string> {
  const bytes = payload.reduce((sum, { size }) => sum + size, 0);
  const publicKey = rawPublicKey(privateKey);
  const tags: Readonly<Record<string, string>> = {
    [bagItFile]: bagItText,
    [infoFile]: formatInfo(info, { bytes, files: payload.length }),
    [manifestFile]: manifestOf(payload, 'sha256'),
    [manifest512File]: manifestOf(payload, 'sha512'),
    [signersFile]: `${allowedSignersLine(principal, publicKey, signatureNamespace)}\n`,
    ...checkingTexts(principal, sshFingerprint(publicKey)),
    ...more,
  };
  const put = (path: string, text: string) => writeFile(root, path, [Buffer.from(text)]);
  const written: Written[] = [];
  for (const [path, text] of Object.entries(tags)) written.push(await put(path, text));
  // BagIt: a tag manifest lists no tag manifest.
  await put(tagManifest512File, manifestOf(written, 'sha512'));
  const tagManifest = manifestOf(written, 'sha256');
  const { sha256 } = await put(tagManifestFile, tagManifest);
  await put(signatureFile, signSsh(Buffer.from(tagManifest), { privateKey }, signatureNamespace));
  return sha256;
}

async function syncFolders(root: string, payload: readonly Written[]): Promise<void> {
  const folders = new Set([root, ...payload.map(({ path }) => dirname(join(root, path)))]);
  for (const folder of folders) await nodeFileOps.syncFolder(folder);
}
