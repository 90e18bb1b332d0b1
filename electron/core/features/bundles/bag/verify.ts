import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { basename } from 'node:path';
import { systemCode } from '../../../api/errors.ts';
import { parseAllowedSigner, SshSignatureError, verifySsh } from '../../../vault/sshsig.ts';
import { checkJournal } from '../proof/check-journal.ts';
import { parseInfo } from './info.ts';
import {
  bagItFile,
  bagItText,
  checkpointFile,
  infoFile,
  journalFile,
  manifest512File,
  manifestFile,
  payloadFolder,
  signatureFile,
  signatureNamespace,
  signersFile,
  tagManifest512File,
  tagManifestFile,
} from './layout.ts';
import { type Algorithm, type ManifestLine, parseManifest } from './manifest.ts';
import type { BundleProblem } from './problems.ts';
import { type BagSource, openFolder, type SourceFile } from './source.ts';
import type { BundleVerification, JournalProved } from './verification.ts';
import { openZip } from './zip.ts';

/** No tag file is read beyond this: most of them are held in memory. */
const longestTag = 32 * 1024 * 1024;

/** Entries of a case of many thousand exhibits. */
const longestProofs = 512 * 1024 * 1024;

function isTooLarge({ path, size }: SourceFile): boolean {
  if (path === journalFile) return size > longestProofs;
  return (path === checkpointFile || !path.startsWith(payloadFolder)) && size > longestTag;
}

/**
 * Checks a bundle that lies as a folder or a ZIP, every byte of it; needs no vault and writes nothing. Whatever is
 * wrong comes as a problem, see `bundleProblems` for the codes.
 */
export async function verifyBundle(path: string): Promise<BundleVerification> {
  const source = await openSource(path);
  if ('what' in source) return { valid: false, problems: [source] };
  try {
    if (!source.files.has(bagItFile) && !source.files.has(tagManifestFile)) {
      const nothing: BundleProblem = { item: basename(path), what: 'notABundle' };
      return { valid: false, problems: [...source.problems, nothing] };
    }
    return await checkBundle(source);
  } finally {
    source.close();
  }
}

async function openSource(path: string): Promise<BagSource | BundleProblem> {
  const item = basename(path);
  try {
    const found = await lstat(path);
    if (found.isDirectory()) return await openFolder(path);
    if (!found.isFile()) return { item, what: 'notABundle' };
  } catch (error) {
    return { item, what: systemCode(error) === 'ENOENT' ? 'missing' : 'unreadable' };
  }
  try {
    return await openZip(path);
  } catch (error) {
    // A failed system call has a code, a broken archive has none.
    return { item, what: systemCode(error) === '' ? 'notABundle' : 'unreadable' };
  }
}

/** Collects problems while a bundle is read. */
interface Check {
  readonly source: BagSource;
  report(item: string, what: BundleProblem['what']): void;
}

async function checkBundle(source: BagSource): Promise<BundleVerification> {
  const problems = new Map<string, BundleProblem>();
  for (const problem of source.problems) problems.set(`${problem.item}\n${problem.what}`, problem);
  const check: Check = {
    source,
    report: (item, what) => problems.set(`${item}\n${what}`, { item, what }),
  };

  const bagIt = await tagText(check, bagItFile);
  if (bagIt !== undefined && bagIt !== bagItText) check.report(bagItFile, 'malformed');
  const tagManifest = await tagText(check, tagManifestFile);
  const tags = manifestIn(check, tagManifestFile, tagManifest, (path) => !path.startsWith(payloadFolder));
  const payloadText = await tagText(check, manifestFile);
  const payload = manifestIn(check, manifestFile, payloadText, (path) => path.startsWith(payloadFolder));
  const signer = await checkSignature(check, tagManifest);
  const infoText = await tagText(check, infoFile);
  const info = parseInfo(infoText ?? '');
  if (infoText !== undefined) checkOxum(check, info.oxum);
  const second = await secondSet(check, [...(tags ?? []), ...(payload ?? [])]);
  // Each file once, however often a hostile manifest names it.
  const lines = new Map([...(tags ?? []), ...(payload ?? [])].map((line) => [line.path, line]));
  for (const line of lines.values()) await checkFile(check, line, second.get(line.path));
  reportUnlisted(check, tags, payload);
  const journal = await checkProofs(check, payload, info.identifier, signer?.publicKey);

  const found = [...problems.values()].toSorted((a, b) => (a.item < b.item ? -1 : 1));
  const sound = (...items: readonly string[]) =>
    tags !== undefined && !found.some(({ item }) => items.includes(item));
  return {
    valid: found.length === 0,
    problems: found,
    ...(tagManifest !== undefined && { fingerprint: createHash('sha256').update(tagManifest).digest('hex') }),
    ...(signer !== undefined && sound(signersFile, tagManifestFile) && { signedBy: signer.principal }),
    ...(info.title !== undefined && sound(infoFile) && { title: info.title }),
    ...(info.exhibits !== undefined && sound(infoFile) && { exhibits: info.exhibits }),
    ...(journal !== undefined && sound(journalFile, checkpointFile) && journal),
  };
}

/** The journal's entries against the checkpoint and the package. Bundles of before it have none. */
async function checkProofs(
  check: Check,
  payload: readonly ManifestLine[] | undefined,
  bundle: string | undefined,
  signer: Uint8Array | undefined,
): Promise<JournalProved | undefined> {
  const isThere = check.source.files.has(journalFile) || payload?.some(({ path }) => path === journalFile);
  if (isThere !== true) return undefined;
  const text = await tagText(check, journalFile);
  const checkpoint = await tagText(check, checkpointFile);
  if (text === undefined || checkpoint === undefined) return undefined;
  const files = new Map((payload ?? []).map(({ path, hash }) => [path, hash]));
  return checkJournal({ text, checkpoint, files, bundle, signer }, (fault, entry) => {
    const item = fault === 'checkpoint' ? checkpointFile : journalFile;
    check.report(entry === undefined ? item : `${item}#${entry}`, fault);
  });
}

/** A small file as text, byte for byte; `undefined`, with a problem, where it is not to be had. */
async function tagText({ source, report }: Check, path: string): Promise<string | undefined> {
  const file = source.files.get(path);
  if (file === undefined || isTooLarge(file)) {
    report(path, file === undefined ? 'missing' : 'tooLarge');
    return undefined;
  }
  let bytes: Uint8Array;
  try {
    bytes = await bytesOf(file);
  } catch {
    report(path, 'unreadable');
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    report(path, 'malformed');
    return undefined;
  }
}

async function bytesOf(file: SourceFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.read()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The lines of a manifest; those that it must not have are reported. */
function manifestIn(
  { report }: Check,
  path: string,
  text: string | undefined,
  allowed: (path: string) => boolean,
  algorithm: Algorithm = 'sha256',
): ManifestLine[] | undefined {
  if (text === undefined) return undefined;
  const lines = parseManifest(text, algorithm);
  if (lines === undefined) report(path, 'malformed');
  const seen = new Set<string>([tagManifestFile, tagManifest512File, signatureFile]);
  for (const line of lines ?? []) {
    if (!allowed(line.path)) report(path, 'malformed');
    if (seen.has(line.path)) report(line.path, 'duplicate');
    seen.add(line.path);
  }
  return lines;
}

interface Second {
  readonly hash: string;
  /** The manifest that says it. */
  readonly in: string;
}

/** What the SHA-512 manifests say of each file. They name the same files as the others; older bundles have none. */
async function secondSet(check: Check, first: readonly ManifestLine[]): Promise<ReadonlyMap<string, Second>> {
  const { source, report } = check;
  const found = new Map<string, Second>();
  const isThere = [manifest512File, tagManifest512File].some(
    (file) => source.files.has(file) || first.some(({ path }) => path === file),
  );
  if (!isThere) return found;
  for (const file of [manifest512File, tagManifest512File]) {
    const isPayload = file === manifest512File;
    const allowed = (path: string): boolean => path.startsWith(payloadFolder) === isPayload;
    const lines = manifestIn(check, file, await tagText(check, file), allowed, 'sha512') ?? [];
    const named = new Set(lines.map(({ path }) => path));
    const expected = first.filter(({ path }) => allowed(path));
    if (named.size !== expected.length || expected.some(({ path }) => !named.has(path)))
      report(file, 'malformed');
    for (const { path, hash } of lines) found.set(path, { hash, in: file });
  }
  return found;
}

async function checkFile(
  { source, report }: Check,
  { path, hash }: ManifestLine,
  second: Second | undefined,
): Promise<void> {
  const file = source.files.get(path.normalize('NFC'));
  if (file === undefined) return report(path, 'missing');
  if (isTooLarge(file)) return report(path, 'tooLarge');
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  try {
    for await (const chunk of file.read()) {
      sha256.update(chunk);
      if (second !== undefined) sha512.update(chunk);
    }
  } catch {
    return report(path, 'unreadable');
  }
  if (sha256.digest('hex') !== hash) return report(path, 'changed');
  // The file is the one that was signed: what says otherwise is the other manifest.
  if (second !== undefined && sha512.digest('hex') !== second.hash) report(second.in, 'changed');
}

/** Gives the signer of `allowed_signers` where its key signed the tag manifest. */
async function checkSignature(
  check: Check,
  signed: string | undefined,
): Promise<ReturnType<typeof parseAllowedSigner>> {
  const signers = await tagText(check, signersFile);
  const signature = await tagText(check, signatureFile);
  if (signers === undefined || signature === undefined || signed === undefined) return undefined;
  const signer = parseAllowedSigner(signers, signatureNamespace);
  if (signer === undefined) {
    check.report(signersFile, 'malformed');
    return undefined;
  }
  try {
    const { publicKey } = verifySsh(Buffer.from(signed), signature, signatureNamespace);
    if (Buffer.from(publicKey).equals(signer.publicKey)) return signer;
    check.report(signatureFile, 'signer');
  } catch (error) {
    if (!(error instanceof SshSignatureError)) throw error;
    check.report(signatureFile, 'signature');
  }
  return undefined;
}

function checkOxum({ source, report }: Check, said: { bytes: number; files: number } | undefined): void {
  const payload = [...source.files.values()].filter(({ path }) => path.startsWith(payloadFolder));
  const bytes = payload.reduce((sum, { size }) => sum + size, 0);
  if (said?.bytes !== bytes || said.files !== payload.length) report(infoFile, 'oxum');
}

/** What no manifest names. Where a manifest is not to be read, that is the problem, not the files that it would name. */
function reportUnlisted(
  { source, report }: Check,
  tags: readonly ManifestLine[] | undefined,
  payload: readonly ManifestLine[] | undefined,
): void {
  const listed = new Set([...(tags ?? []), ...(payload ?? [])].map(({ path }) => path.normalize('NFC')));
  listed.add(tagManifestFile).add(tagManifest512File).add(signatureFile);
  for (const path of source.files.keys()) {
    const manifest = path.startsWith(payloadFolder) ? payload : tags;
    if (manifest !== undefined && !listed.has(path)) report(path, 'unexpected');
  }
}
