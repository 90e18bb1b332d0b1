import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { asDiskError, CustodiaError } from '../../api/errors.ts';
import { append } from '../../journal/append.ts';
import { publicKeyText } from '../../journal/keys.ts';
import { bodyOf } from '../../journal/kind.ts';
import { createJournal } from '../../journal/schema.ts';
import { createViews, type Views } from '../../journal/views.ts';
import { newIdentity } from '../../vault/age/seal.ts';
import { openDatabase } from '../../vault/database/connection.ts';
import { syncFolder } from '../../vault/files.ts';
import { newSalt, readFormat, writeFormat } from '../../vault/format.ts';
import {
  newDatabaseKey,
  newSignKey,
  newUserKeys,
  type UserKeys,
  type VaultKeys,
  writeUserFile,
  writeVaultKeys,
} from '../../vault/keyring.ts';
import { type Layout, layoutOf } from '../../vault/layout.ts';
import { officeFounded } from './entries.ts';
import type { OfficeSettings } from './model.ts';

export interface Founding {
  readonly office: OfficeSettings;
  readonly user: { readonly name: string; readonly passphrase: string };
}

export interface Founded {
  readonly user: { readonly id: string; readonly name: string; readonly recipient: string };
  /** Shown once; kept nowhere. */
  readonly recoveryIdentity: string;
  readonly recoveryRecipient: string;
}

/**
 * Lays a new vault beside its final place and moves it there in one step: a crash leaves either no vault or a whole
 * one. The first user is administrator and prosecutor.
 */
export async function foundOffice(
  layout: Layout,
  views: readonly Views[],
  founding: Founding,
): Promise<Founded> {
  if ((await readFormat(layout)) !== null) throw new CustodiaError('vault.exists');
  try {
    return await layDown(layout, views, founding);
  } catch (error) {
    throw asDiskError(error);
  }
}

const prefix = (layout: Layout): string => `.${basename(layout.root)}.founding-`;

async function layDown(layout: Layout, views: readonly Views[], founding: Founding): Promise<Founded> {
  const parent = dirname(layout.root);
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (name.startsWith(prefix(layout))) await rm(join(parent, name), { recursive: true });
  }
  const place = layoutOf(join(parent, `${prefix(layout)}${randomUUID()}`));
  try {
    for (const folder of [place.root, place.users, place.seals, place.blobs, place.snapshots]) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
    }
    const founded = await fill(place, views, founding);
    await rm(layout.root, { recursive: true, force: true });
    await rename(place.root, layout.root);
    await syncFolder(parent);
    return founded;
  } catch (error) {
    await rm(place.root, { recursive: true, force: true });
    throw error;
  }
}

async function fill(place: Layout, views: readonly Views[], founding: Founding): Promise<Founded> {
  const salt = newSalt();
  const user = await newUserKeys(randomUUID(), founding.user.name);
  const vault = await newIdentity();
  const recovery = await newIdentity();
  const keys: VaultKeys = {
    databaseKey: newDatabaseKey(),
    previousDatabaseKey: null,
    identities: [vault.identity],
    recipient: vault.recipient,
    recovery: recovery.recipient,
    logKey: newSignKey(),
    workstation: randomUUID(),
  };
  await writeUserFile(place, salt, user, founding.user.passphrase);
  await writeVaultKeys(place, keys, [user.recipient]);
  writeFirstEntry(place, views, founding.office, user, keys);
  await writeFormat(place, salt);
  return {
    user: { id: user.id, name: user.name, recipient: user.recipient },
    recoveryIdentity: recovery.identity,
    recoveryRecipient: recovery.recipient,
  };
}

function writeFirstEntry(
  place: Layout,
  views: readonly Views[],
  office: OfficeSettings,
  user: UserKeys,
  keys: VaultKeys,
): void {
  const sql = openDatabase(place.database, keys.databaseKey, { create: true });
  try {
    sql.transaction(() => {
      createJournal(sql);
      createViews(sql, views);
      const body = bodyOf(officeFounded, {
        office,
        user: {
          id: user.id,
          name: user.name,
          signKey: publicKeyText(user.signKey),
          recipient: user.recipient,
          roles: ['administrator', 'prosecutor'],
        },
        workstation: keys.workstation,
        logKey: publicKeyText(keys.logKey),
        recovery: keys.recovery,
      });
      const author = { user: user.id, key: user.signKey, workstation: keys.workstation };
      append(sql, views, author, { kind: officeFounded.name, case: null, body });
    });
  } finally {
    sql.close();
  }
}
