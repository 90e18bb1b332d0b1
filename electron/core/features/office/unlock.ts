import { rolesOf } from '../../api/authorise.ts';
import { CustodiaError } from '../../api/errors.ts';
import { readStep, type Step, writeStep } from '../../api/procedure.ts';
import type { Role } from '../../api/roles.ts';
import type { Services } from '../../api/services.ts';
import type { Session } from '../../api/session.ts';
import { startThreads, type WarmThreads, warmThreads } from '../../api/threads.ts';
import { logSize, logStore } from '../../journal/log-store.ts';
import { rootAt } from '../../journal/merkle.ts';
import { clearFailures, noteFailure, waitSeconds } from '../../vault/attempts.ts';
import { openBlobStore } from '../../vault/blob-store.ts';
import { type LogHead, readCheckpointFile } from '../../vault/checkpoint-file.ts';
import { readFormat } from '../../vault/format.ts';
import {
  exportSignKey,
  openUserFile,
  openUserFileByPassphrase,
  readVaultKeys,
  type UserKeys,
  type VaultKeys,
} from '../../vault/keyring.ts';
import type { Layout } from '../../vault/layout.ts';
import { acquireLock } from '../../vault/lock.ts';
import { rollbackAccepted } from './entries.ts';
import type { OfficeSettings } from './model.ts';
import { readSettings, recoveryIsConfirmed } from './settings.ts';

export interface Standing {
  readonly roles: readonly Role[];
  readonly office: OfficeSettings;
  readonly recoveryConfirmed: boolean;
}

/** What the signed-in user is and where the office stands. */
export const standing = readStep(
  'office.standing',
  ({ sql, actor }, _input: null): Standing => ({
    roles: rolesOf(sql, actor.user),
    office: readSettings(sql),
    recoveryConfirmed: recoveryIsConfirmed(sql),
  }),
);

/** The head of the workstation's log. */
export const logHead = readStep('office.logHead', ({ sql }, _input: null): LogHead => {
  const size = logSize(sql);
  return { size, root: Buffer.from(rootAt(logStore(sql), size)).toString('hex') };
});

/** Whether the journal still holds all that a checkpoint says it held. */
export const extendsCheckpoint = readStep('office.extendsCheckpoint', ({ sql }, seen: LogHead): boolean => {
  const size = logSize(sql);
  if (size < seen.size) return false;
  return Buffer.from(rootAt(logStore(sql), seen.size)).toString('hex') === seen.root;
});

/** An administrator opens an older database than was last seen; the journal keeps what was expected. */
export const acceptRollback = writeStep(
  'office.acceptRollback',
  ({ sql, actor, append }, seen: LogHead): null => {
    if (!rolesOf(sql, actor.user).includes('administrator')) throw new CustodiaError('vault.rolledBack');
    append(rollbackAccepted, null, { expectedSize: seen.size, expectedRoot: seen.root, size: logSize(sql) });
    return null;
  },
);

export interface Credentials {
  readonly name?: string | undefined;
  readonly passphrase: string;
  readonly acceptOlder?: boolean | undefined;
}

/**
 * Opens the vault: after the wait that earlier failures earned, with the user's passphrase, the vault's key, the
 * single opener's lock; then the database's threads, and the check that nothing was cut since the last checkpoint.
 */
export async function unlock(services: Services, credentials: Credentials): Promise<void> {
  const { layout } = services;
  const format = await readFormat(layout);
  if (format === null) throw new CustodiaError('vault.absent');
  refuseTooSoon(services);
  const warm = warmThreads();
  try {
    const user = await openCounted(services, format.salt, credentials);
    const keys = await readVaultKeys(layout, user.identity);
    await openWith(services, { salt: format.salt, user, keys, warm }, credentials.acceptOlder === true);
  } finally {
    await warm.discard();
  }
}

function refuseTooSoon({ layout }: Services): void {
  const seconds = waitSeconds(layout.attempts, Date.now());
  if (seconds > 0) throw new CustodiaError('unlock.wait', { seconds });
}

/** The signed-in person says the passphrase once more: guessing here is slowed down as it is at the door. */
export async function confirmPassphrase(services: Services, passphrase: string): Promise<void> {
  await keysByPassphrase(services, services.session().user.name, passphrase);
}

/** The keys of a user who gives the passphrase at somebody else's session, to sign there: slowed down in the same way. */
export async function keysByPassphrase(
  services: Services,
  name: string,
  passphrase: string,
): Promise<UserKeys> {
  const { salt } = services.session();
  refuseTooSoon(services);
  return openCounted(services, salt, { name, passphrase });
}

interface Opening {
  readonly salt: string;
  readonly user: UserKeys;
  readonly keys: VaultKeys;
  readonly warm?: WarmThreads;
}

async function openCounted(services: Services, salt: string, credentials: Credentials): Promise<UserKeys> {
  const { attempts } = services.layout;
  try {
    const { name, passphrase } = credentials;
    const user =
      name === undefined
        ? await openUserFileByPassphrase(services.layout, passphrase)
        : await openUserFile(services.layout, salt, name, passphrase);
    clearFailures(attempts);
    return user;
  } catch (error) {
    if (error instanceof CustodiaError && error.code === 'unlock.refused') noteFailure(attempts);
    throw error;
  }
}

async function openWith(services: Services, opening: Opening, acceptOlder: boolean): Promise<void> {
  const lock = acquireLock(services.layout.lock);
  let session: Session | undefined;
  try {
    session = await startSession(services, opening, lock);
    const { lockMinutes } = (await checkStanding(session, services.layout, acceptOlder)).office;
    await services.begin(session);
    services.setLockMinutes(lockMinutes);
  } catch (error) {
    await session?.threads.close();
    await session?.blobs.close();
    lock.release();
    throw error;
  }
}

/** Starts the threads for a user with the vault's keys; also used after a change of the vault's key. */
export async function startSession(
  services: Services,
  { salt, user, keys, warm }: Opening,
  lock: Session['lock'],
): Promise<Session> {
  const threads = await startThreads(
    {
      path: services.layout.database,
      index: services.layout.index,
      key: keys.databaseKey,
      previousKey: keys.previousDatabaseKey,
      user: user.id,
      signKey: exportSignKey(user.signKey),
      workstation: keys.workstation,
    },
    (caseId) => services.emit(caseId === null ? { name: 'changed' } : { name: 'changed', case: caseId }),
    warm,
  );
  const blobs = openBlobStore(services.layout, keys);
  return { user, keys, salt, threads, blobs, lock, notices: [] };
}

async function checkStanding(session: Session, layout: Layout, acceptOlder: boolean): Promise<Standing> {
  const run = <I, O>(step: Step<I, O>, input: I) =>
    session.threads.run(step.type, 'step', step.name, input) as Promise<O>;
  const now = await run(standing, null);
  if (now.roles.length === 0) throw new CustodiaError('unlock.refused');
  const seen = await readCheckpointFile(layout.checkpoint, session.keys);
  if (seen === null || (await run(extendsCheckpoint, seen))) return now;
  if (!acceptOlder) throw new CustodiaError('vault.rolledBack');
  await run(acceptRollback, seen);
  return now;
}
