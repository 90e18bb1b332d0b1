import { randomBytes, randomUUID } from 'node:crypto';
import { allKinds, allViews } from '../../electron/core/features/index.ts';
import { append } from '../../electron/core/journal/append.ts';
import type { Body } from '../../electron/core/journal/entry.ts';
import { logSize, logStore } from '../../electron/core/journal/log-store.ts';
import { rootAt } from '../../electron/core/journal/merkle.ts';
import { writeCheckpointFile } from '../../electron/core/vault/checkpoint-file.ts';
import { openDatabase } from '../../electron/core/vault/database/connection.ts';
import { readFormat } from '../../electron/core/vault/format.ts';
import { openUserFile, readVaultKeys } from '../../electron/core/vault/keyring.ts';
import { layoutOf } from '../../electron/core/vault/layout.ts';

/*
 * Fills a vault's journal with signed entries through the journal's own `append`, views and all, thousands in one
 * transaction: what years of an office's work leave behind. Of a hundred entries two are exhibits, five people, fifteen
 * custody events, and the rest accesses.
 */

const batch = 5_000;

export interface Credentials {
  readonly name: string;
  readonly passphrase: string;
}

/** What the process that grows a vault is told. */
export interface GrowOrder {
  readonly vault: string;
  readonly user: Credentials;
  readonly cases: readonly string[];
  readonly entries: number;
}

/** Grows the journal of a closed vault to `entries` entries in `cases` cases. Returns appends per second. */
export async function growVault(
  vault: string,
  { name, passphrase }: Credentials,
  cases: readonly string[],
  entries: number,
): Promise<number> {
  const layout = layoutOf(vault);
  const format = await readFormat(layout);
  if (format === null) throw new Error('no vault');
  const user = await openUserFile(layout, format.salt, name, passphrase);
  const keys = await readVaultKeys(layout, user.identity);
  const sql = openDatabase(layout.database, keys.databaseKey);
  const author = { user: user.id, key: user.signKey, workstation: keys.workstation };
  const began = performance.now();
  let written = 0;
  const exhibits: { case: string; exhibit: string }[] = [];
  const write = (kind: string, caseId: string, body: Body): void => {
    if (!allKinds.has(kind)) throw new Error(kind);
    append(sql, allViews, author, { kind, case: caseId, body });
    written += 1;
  };
  while (logSize(sql) < entries) {
    const left = Math.min(batch, entries - logSize(sql));
    sql.transaction(() => {
      for (let one = 0; one < left; one += 1) {
        const caseId = cases[(written * 7_919) % cases.length] ?? '';
        const [kind, of, body] = draft(written, caseId, exhibits);
        write(kind, of, body);
      }
    });
  }
  const perSecond = written / ((performance.now() - began) / 1_000);
  const head = { size: logSize(sql), root: Buffer.from(rootAt(logStore(sql), logSize(sql))).toString('hex') };
  sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  sql.close();
  await writeCheckpointFile(layout.checkpoint, head, keys);
  return perSecond;
}

function draft(
  turn: number,
  caseId: string,
  exhibits: { case: string; exhibit: string }[],
): readonly [string, string, Body] {
  const part = turn % 100;
  const known = exhibits[(turn * 31) % Math.max(1, exhibits.length)];
  if (part < 2 || known === undefined) {
    const exhibit = randomUUID();
    exhibits.push({ case: caseId, exhibit });
    return ['evidence.attached', caseId, attached(caseId, exhibit, turn)];
  }
  if (part < 7) {
    return [
      'person.added',
      caseId,
      { case: caseId, person: randomUUID(), kind: 'person', name: `Persona ${turn}`, role: 'witness' },
    ];
  }
  if (part < 22) {
    return [
      'custody.recorded',
      known.case,
      {
        ...known,
        event: turn % 2 === 0 ? 'received' : 'transferred',
        when: new Date().toISOString(),
        from: 'Depósito',
        to: 'Laboratorio',
        place: 'La Paz',
        reason: '',
        seal: '',
        note: '',
      },
    ];
  }
  return ['access.recorded', known.case, { ...known, what: 'evidence.viewed' }];
}

function attached(caseId: string, exhibit: string, turn: number): Body {
  return {
    case: caseId,
    exhibit,
    number: `B-${turn}`,
    intake: 'bench',
    file: turn,
    name: `Foto ${turn}.jpg`,
    sha256: randomBytes(32).toString('hex'),
    size: 1_000,
    type: 'image/jpeg',
    blob: randomBytes(16).toString('hex'),
    modifiedAt: new Date().toISOString(),
    provenance: { source: '', place: '', collectedOn: '', collectedBy: '', description: '' },
  };
}
