import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, scrypt } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { CustodiaError, systemCode } from '../api/errors.ts';
import { AgeError } from './age/errors.ts';
import {
  decryptBytes,
  decryptWithPassphrase,
  encryptBytes,
  encryptWithPassphrase,
  newIdentity,
} from './age/seal.ts';
import { writeDurably } from './files.ts';
import type { Layout } from './layout.ts';

const scryptAsync = promisify(
  scrypt as (
    password: string,
    salt: Buffer,
    length: number,
    options: { N: number; r: number; p: number; maxmem: number },
    done: (error: Error | null, key: Buffer) => void,
  ) => void,
);

/** A user's own keys, in memory while signed in. */
export interface UserKeys {
  readonly id: string;
  readonly name: string;
  /** age identity: opens what is sealed to the user. */
  readonly identity: string;
  readonly recipient: string;
  readonly signKey: KeyObject;
}

/** The vault's keys, in memory while it is open. */
export interface VaultKeys {
  /** SQLCipher raw key, 64 hex digits. */
  readonly databaseKey: string;
  /** Set only while a change of key is under way: the database has one of the two. */
  readonly previousDatabaseKey: string | null;
  /** age identities, newest first: the older ones still open what was stored before a change of key. */
  readonly identities: readonly string[];
  readonly recipient: string;
  readonly recovery: string;
  /** Signs the workstation's checkpoints. */
  readonly logKey: KeyObject;
  readonly workstation: string;
}

const userFile = z.object({
  v: z.literal(1),
  id: z.string(),
  name: z.string(),
  identity: z.string(),
  recipient: z.string(),
  signKey: z.string(),
});

const vaultFile = z.object({
  v: z.literal(1),
  databaseKey: z.string(),
  previousDatabaseKey: z.string().nullable(),
  identities: z.array(z.string()),
  recipient: z.string(),
  recovery: z.string(),
  logKey: z.string(),
  workstation: z.string(),
});

/** PKCS#8 in base64. */
export const exportSignKey = (key: KeyObject): string =>
  key.export({ type: 'pkcs8', format: 'der' }).toString('base64');
const importKey = (text: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

export function newSignKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

export async function newUserKeys(id: string, name: string): Promise<UserKeys> {
  const { identity, recipient } = await newIdentity();
  return { id, name, identity, recipient, signKey: newSignKey() };
}

export function newDatabaseKey(): string {
  return randomBytes(32).toString('hex');
}

/**
 * The file of a user is named by a slow hash of the name with the vault's salt, so that the folder tells neither who
 * works here nor, quickly, whether a guessed name does.
 */
async function userFilePath(layout: Layout, salt: string, name: string): Promise<string> {
  const spelled = name.normalize('NFKC').trim().toLocaleLowerCase('es');
  const digest = await scryptAsync(spelled, Buffer.from(salt, 'hex'), 16, {
    N: 2 ** 15,
    r: 8,
    p: 1,
    maxmem: 2 ** 26,
  });
  return join(layout.users, `${digest.toString('hex')}.age`);
}

async function readOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

export async function userFileExists(layout: Layout, salt: string, name: string): Promise<boolean> {
  return (await readOrNull(await userFilePath(layout, salt, name))) !== null;
}

export async function writeUserFile(
  layout: Layout,
  salt: string,
  keys: UserKeys,
  passphrase: string,
): Promise<void> {
  const plain = bytesOf({
    v: 1,
    id: keys.id,
    name: keys.name,
    identity: keys.identity,
    recipient: keys.recipient,
    signKey: exportSignKey(keys.signKey),
  });
  await writeDurably(
    await userFilePath(layout, salt, keys.name),
    await encryptWithPassphrase(plain, passphrase),
  );
}

export async function removeUserFile(layout: Layout, salt: string, name: string): Promise<void> {
  await rm(await userFilePath(layout, salt, name), { force: true });
}

/**
 * Opens a user's file. A wrong name and a wrong passphrase give the same error after the same work: without a file
 * an unrelated one is tried.
 */
export async function openUserFile(
  layout: Layout,
  salt: string,
  name: string,
  passphrase: string,
): Promise<UserKeys> {
  const path = await userFilePath(layout, salt, name);
  if ((await readOrNull(path)) === null) {
    await encryptWithPassphrase(new Uint8Array(16), passphrase);
    throw new CustodiaError('unlock.refused');
  }
  return openUserFileAt(path, passphrase);
}

async function openUserFileAt(path: string, passphrase: string): Promise<UserKeys> {
  const file = await readFile(path);
  const plain = await opened(() => decryptWithPassphrase(file, passphrase));
  const parsed = userFile.safeParse(JSON.parse(Buffer.from(plain).toString('utf8')));
  if (!parsed.success) throw new CustodiaError('vault.keyringDamaged');
  const { id, identity, recipient, signKey } = parsed.data;
  return { id, name: parsed.data.name, identity, recipient, signKey: importKey(signKey) };
}

/**
 * Opens the file of the user whose passphrase this is, for a shell that did not ask for a name. Every file is tried,
 * also after one has opened: where two people share a passphrase nobody may sign for the other, so the name must be
 * given. Damaged files are told only where no other opens.
 */
export async function openUserFileByPassphrase(layout: Layout, passphrase: string): Promise<UserKeys> {
  const open: UserKeys[] = [];
  let refusal = new CustodiaError('unlock.refused');
  for (const name of await userFileNames(layout)) {
    try {
      open.push(await openUserFileAt(join(layout.users, name), passphrase));
    } catch (error) {
      if (!(error instanceof CustodiaError)) throw error;
      if (error.code !== 'unlock.refused') refusal = error;
    }
  }
  if (open.length > 1) throw new CustodiaError('unlock.nameNeeded');
  const [only] = open;
  if (only === undefined) throw refusal;
  return only;
}

async function userFileNames(layout: Layout): Promise<string[]> {
  try {
    return (await readdir(layout.users)).filter((name) => /^[0-9a-f]{32}\.age$/.test(name)).sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new CustodiaError('vault.keyringMissing', {}, { cause: error });
    throw error;
  }
}

/** What no key opens is a refusal; what is no age file at all, or a broken one, is damage. */
async function opened(open: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof AgeError && error.reason === 'noMatch')
      throw new CustodiaError('unlock.refused', {}, { cause: error });
    throw new CustodiaError('vault.keyringDamaged', {}, { cause: error });
  }
}

export async function writeVaultKeys(
  layout: Layout,
  keys: VaultKeys,
  userRecipients: readonly string[],
): Promise<void> {
  const plain = bytesOf({ v: 1, ...keys, logKey: exportSignKey(keys.logKey) });
  await writeDurably(
    layout.vaultKey,
    await encryptBytes(plain, [...new Set([...userRecipients, keys.recovery])]),
  );
}

/** The vault's keys, opened with a user's or the recovery identity. */
export async function readVaultKeys(layout: Layout, identity: string): Promise<VaultKeys> {
  const file = await readOrNull(layout.vaultKey);
  if (file === null) throw new CustodiaError('vault.keyringMissing');
  const plain = await opened(() => decryptBytes(file, [identity]));
  const parsed = vaultFile.safeParse(JSON.parse(Buffer.from(plain).toString('utf8')));
  if (!parsed.success) throw new CustodiaError('vault.keyringDamaged');
  return { ...parsed.data, logKey: importKey(parsed.data.logKey) };
}
