import { z } from 'zod';
import { parseCheckpoint } from '../../../journal/checkpoint.ts';
import { type Entry, entryId, parseEntry, type SignedEntry, signatureHolds } from '../../../journal/entry.ts';
import { publicKeyFromText } from '../../../journal/keys.ts';
import { leafHash, verifyInclusion } from '../../../journal/merkle.ts';
import { NoteError, openNote } from '../../../journal/note.ts';
import { createAuthority } from '../../office/index.ts';
import type { JournalProved } from '../bag/verification.ts';
import { type JournalFile, journalFileShape } from './journal-file.ts';

export type JournalFault = 'malformed' | 'checkpoint' | 'notInJournal' | 'entrySigner' | 'otherHash';

export interface JournalInput {
  readonly text: string;
  /** `data/checkpoint.txt`. */
  readonly checkpoint: string;
  /** SHA-256 of each file of the payload. */
  readonly files: ReadonlyMap<string, string>;
  /** The bundle's id, as bag-info.txt has it. */
  readonly bundle: string | undefined;
  /** 32 bytes: who signed the package; undefined where that signature does not hold. */
  readonly signer: Uint8Array | undefined;
}

/** `entry` is the entry's number in the log, where the fault is one entry's. */
type Report = (fault: JournalFault, entry?: number) => void;

/** Checks everything that `data/journal/proof.json` says against itself, the checkpoint and the files of the package. */
export function checkJournal(input: JournalInput, report: Report): JournalProved | undefined {
  const file = parsed(input.text);
  if (file === undefined) {
    report('malformed');
    return undefined;
  }
  if (!checkpointHolds(file, input.checkpoint)) report('checkpoint');
  if (file.bundle !== input.bundle) report('malformed');
  const entries = checkEntries(file, input.signer, report);
  const proved = checkExhibits(file, entries.read, input.files, report);
  return {
    journalEntries: entries.signed,
    journalWithheld: file.entries.filter((each) => 'withheld' in each).length,
    journalUnsigned: entries.unsigned,
    journalSize: file.checkpoint.size,
    journalRoot: file.checkpoint.root,
    journalExhibits: proved,
  };
}

function parsed(text: string): JournalFile | undefined {
  try {
    return journalFileShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The checkpoint is the one that the package carries, signed by the workstation's key. */
function checkpointHolds({ checkpoint, logKey }: JournalFile, note: string): boolean {
  try {
    const { origin, size, root } = checkpoint;
    const { text } = openNote(note, [{ name: origin, publicKey: publicKeyFromText(logKey) }]);
    const said = parseCheckpoint(text);
    return said.origin === origin && said.size === size && Buffer.from(said.root).toString('hex') === root;
  } catch (error) {
    if (error instanceof NoteError || error instanceof TypeError) return false;
    throw error;
  }
}

interface Checked {
  readonly read: readonly Entry[];
  readonly signed: number;
  readonly unsigned: number;
}

type ProofEntry = JournalFile['entries'][number];

/** Each entry has its place in the log that the checkpoint stands for, and none stands twice. */
function checkPlaces({ entries, checkpoint: { size, root } }: JournalFile, report: Report): void {
  let before = -1;
  for (const each of entries) {
    const hash = 'entry' in each ? leafHash(Buffer.from(each.entry)) : Buffer.from(each.leafHash, 'hex');
    const path = each.path.map((step) => Buffer.from(step, 'hex'));
    const isPlaced = verifyInclusion(hash, each.leaf, size, path, Buffer.from(root, 'hex'));
    if (!isPlaced || each.leaf <= before) report('notInJournal', each.leaf);
    before = each.leaf;
  }
}

const isHidden = (each: ProofEntry, kinds: RegExp): boolean => 'withheld' in each && kinds.test(each.kind);

function checkEntries(file: JournalFile, signer: Uint8Array | undefined, report: Report): Checked {
  checkPlaces(file, report);
  const authority = createAuthority();
  const read: Entry[] = [];
  let [signed, unsigned] = [0, 0];
  // A key that was left out for the recipient's sake leaves the signatures made with it unproved, not wrong.
  const keysHidden = file.entries.some((each) => isHidden(each, /^(office|user|role)\./));
  for (const each of file.entries) {
    if (!('entry' in each)) continue;
    const whole = signedEntry(each);
    if (whole === null) {
      report('malformed', each.leaf);
      continue;
    }
    read.push(whole.entry);
    const signKey = keyOf(authority, whole);
    if (signKey === null && keysHidden) unsigned += 1;
    else if (signKey !== null && isSignedBy(whole, signKey) && isSound(file, whole.entry, signKey, signer))
      signed += 1;
    else report('entrySigner', each.leaf);
  }
  // An export that is not in the journal is none of this office.
  const isBegun =
    read.some(({ kind }) => kind === 'bundle.begun') ||
    file.entries.some((each) => isHidden(each, /^bundle\.begun$/));
  if (!isBegun) report('malformed');
  return { read, signed, unsigned };
}

function signedEntry({ entry: text, signature }: Extract<ProofEntry, { entry: string }>): SignedEntry | null {
  const bytes = Uint8Array.from(Buffer.from(text));
  const entry = parseEntry(bytes);
  if (entry === undefined) return null;
  return { id: entryId(bytes), entry, bytes, sig: Uint8Array.from(Buffer.from(signature, 'base64')) };
}

/** The key that must have signed an entry; null where its author had no right to it, or it is not what its kind says. */
function keyOf(authority: ReturnType<typeof createAuthority>, entry: SignedEntry): string | null {
  try {
    const admitted = authority.admit(entry);
    return 'refused' in admitted ? null : admitted.signKey;
  } catch (error) {
    if (error instanceof z.ZodError) return null;
    throw error;
  }
}

function isSignedBy({ bytes, sig }: SignedEntry, key: string): boolean {
  return Buffer.from(key, 'base64').length === 32 && signatureHolds(bytes, sig, publicKeyFromText(key));
}

/** The founding entry names the log's key; who began the export is who signed the package. */
function isSound(
  file: JournalFile,
  { kind, body }: Entry,
  signKey: string,
  signer: Uint8Array | undefined,
): boolean {
  if (kind === 'office.founded') return body.logKey === file.logKey;
  if (kind !== 'bundle.begun') return true;
  const isSame = signer === undefined || Buffer.from(signer).toString('base64') === signKey;
  return body.bundle === file.bundle && isSame;
}

/** How many exhibits have the hash that their entry gave them, in the list and in the file that travels. */
function checkExhibits(
  file: JournalFile,
  entries: readonly Entry[],
  files: ReadonlyMap<string, string>,
  report: Report,
): number {
  const attached = new Map<string, string>();
  for (const { kind, body } of entries)
    if (kind === 'evidence.attached') attached.set(String(body.exhibit), String(body.sha256));
  let proved = 0;
  for (const { exhibit, sha256, file: path } of file.exhibits) {
    const said = attached.get(exhibit);
    const isSame = (said === undefined || said === sha256) && (path === null || files.get(path) === sha256);
    if (!isSame) report('otherHash');
    else if (said !== undefined) proved += 1;
  }
  return proved;
}
