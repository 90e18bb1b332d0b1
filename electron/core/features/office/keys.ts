import { randomUUID } from 'node:crypto';
import { CustodiaError } from '../../api/errors.ts';
import { readStep, writeStep } from '../../api/procedure.ts';
import type { Role } from '../../api/roles.ts';
import type { Services } from '../../api/services.ts';
import { publicKeyText } from '../../journal/keys.ts';
import { newIdentity } from '../../vault/age/seal.ts';
import {
  newDatabaseKey,
  newUserKeys,
  removeUserFile,
  userFileExists,
  type VaultKeys,
  writeUserFile,
  writeVaultKeys,
} from '../../vault/keyring.ts';
import { assessPassphrase } from '../../vault/passphrase.ts';
import { recoveryPieces } from '../../vault/recovery-sheet.ts';
import { passphraseChanged, recoveryRenewed, userAdded, userRemoved } from './entries.ts';
import type { RecoverySheet, UserRow } from './model.ts';
import { readSettings } from './settings.ts';
import { confirmPassphrase, startSession } from './unlock.ts';
import { userById } from './users.ts';

const activeRecipients = readStep('office.activeRecipients', ({ sql }, _input: null): string[] =>
  sql.all<{ recipient: string }>('SELECT recipient FROM user WHERE active = 1').map((row) => row.recipient),
);

const officeName = readStep('office.name', ({ sql }, _input: null): string => readSettings(sql).name);

const nameIsTaken = readStep('office.nameIsTaken', ({ sql }, name: string): boolean =>
  sql.all<{ name: string }>('SELECT name FROM user').some((row) => spelled(row.name) === spelled(name)),
);

const spelled = (name: string): string => name.normalize('NFKC').trim().toLocaleLowerCase('es');

const recordUser = writeStep(
  'office.recordUser',
  (
    { sql, append },
    user: { id: string; name: string; signKey: string; recipient: string; roles: Role[] },
  ): UserRow => {
    append(userAdded, null, { user });
    return userById(sql, user.id);
  },
);

const checkRemoval = readStep('office.checkRemoval', ({ sql }, user: string): UserRow => {
  const row = userById(sql, user);
  if (!row.active) throw new CustodiaError('call.notFound', { what: 'user' });
  const others = sql.get(
    `SELECT 1 FROM user_role r JOIN user u ON u.id = r.user
     WHERE r.role = 'administrator' AND u.active = 1 AND u.id <> ?`,
    [user],
  );
  if (others === undefined) throw new CustodiaError('user.lastAdministrator');
  return row;
});

const recordRemoval = writeStep('office.recordRemoval', ({ append }, user: string): null => {
  append(userRemoved, null, { user });
  return null;
});

const recordRenewal = writeStep('office.recordRenewal', ({ append }, recovery: string): null => {
  append(recoveryRenewed, null, { recovery });
  return null;
});

const recordPassphrase = writeStep('office.recordPassphrase', ({ append, actor }, _input: null): null => {
  append(passphraseChanged, null, { user: actor.user });
  return null;
});

/** Refuses a passphrase that can be guessed. */
export async function requireStrong(passphrase: string, words: readonly string[]): Promise<void> {
  const strength = await assessPassphrase(passphrase, words);
  if (!strength.enough) throw new CustodiaError('passphrase.weak');
}

export const officeKeySteps = [
  activeRecipients,
  officeName,
  nameIsTaken,
  recordUser,
  checkRemoval,
  recordRemoval,
  recordRenewal,
  recordPassphrase,
];

/** Brings in a user: keys, passphrase file, access to the vault's key, and the entry that makes the keys known. */
export async function addUser(
  services: Services,
  input: { readonly name: string; readonly passphrase: string; readonly roles: readonly Role[] },
): Promise<UserRow> {
  const { keys, salt } = services.session();
  const { layout } = services;
  await requireStrong(input.passphrase, [input.name, await services.step(officeName, null)]);
  const taken = await services.step(nameIsTaken, input.name);
  if (taken || (await userFileExists(layout, salt, input.name))) throw new CustodiaError('user.nameTaken');
  const user = await newUserKeys(randomUUID(), input.name.trim());
  await writeUserFile(layout, salt, user, input.passphrase);
  const recipients = await services.step(activeRecipients, null);
  await writeVaultKeys(layout, keys, [...recipients, user.recipient]);
  return services.step(recordUser, {
    id: user.id,
    name: user.name,
    signKey: publicKeyText(user.signKey),
    recipient: user.recipient,
    roles: [...input.roles],
  });
}

/** Ends a user's access and changes the vault's key, so that a copy of the old one opens nothing written from now on. */
export async function removeUser(services: Services, userId: string): Promise<void> {
  const { layout } = services;
  const { salt } = services.session();
  const removed = await services.step(checkRemoval, userId);
  await services.step(recordRemoval, userId);
  await removeUserFile(layout, salt, removed.name);
  await changeVaultKey(services);
}

/**
 * Changes the database's key and the identity that new blobs are written to. The keyring knows both database keys
 * until the database has the new one, so that a power cut at any moment leaves a vault that opens.
 */
async function changeVaultKey(services: Services): Promise<void> {
  const session = services.session();
  const { layout } = services;
  const recipients = await services.step(activeRecipients, null);
  const fresh = await newIdentity();
  const changing: VaultKeys = {
    ...session.keys,
    databaseKey: newDatabaseKey(),
    previousDatabaseKey: session.keys.databaseKey,
    identities: [fresh.identity, ...session.keys.identities],
    recipient: fresh.recipient,
  };
  await writeVaultKeys(layout, changing, recipients);
  await services.reading.interrupt();
  await services.sweep.interrupt();
  await session.threads.close();
  await session.blobs.close();
  const next = await startSession(services, { ...session, keys: changing }, session.lock);
  const settled: VaultKeys = { ...changing, previousDatabaseKey: null };
  await writeVaultKeys(layout, settled, recipients);
  services.replace({ ...next, keys: settled });
}

export async function changePassphrase(
  services: Services,
  input: { readonly current: string; readonly next: string },
): Promise<void> {
  const { user, salt } = services.session();
  await confirmPassphrase(services, input.current);
  await requireStrong(input.next, [user.name, await services.step(officeName, null)]);
  await writeUserFile(services.layout, salt, user, input.next);
  await services.step(recordPassphrase, null);
}

/** A new recovery key in place of the old: the old sheet opens nothing that is written from now on. */
export async function renewRecovery(services: Services, passphrase: string): Promise<RecoverySheet> {
  const session = services.session();
  await confirmPassphrase(services, passphrase);
  const recovery = await newIdentity();
  const keys: VaultKeys = { ...session.keys, recovery: recovery.recipient };
  await writeVaultKeys(services.layout, keys, await services.step(activeRecipients, null));
  services.replace({ ...session, keys });
  session.blobs.setRecipients([keys.recipient, keys.recovery]);
  await services.step(recordRenewal, recovery.recipient);
  return sheetFor(recovery.identity, recovery.recipient, await services.step(officeName, null));
}

/** All that the printed sheet shows. */
export async function sheetFor(identity: string, recipient: string, office: string): Promise<RecoverySheet> {
  const pieces = await recoveryPieces(identity);
  return {
    key: identity,
    blocks: pieces.blocks,
    qr: pieces.qr,
    recipient,
    office,
    issuedAt: new Date().toISOString(),
  };
}
