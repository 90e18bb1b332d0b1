import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../../electron/core/client.ts';
import type { ExhibitRow } from '../../electron/core/features/evidence/model.ts';
import { type HeldKeys, openWithKeys } from './open-session.ts';

/** The process that `kill.test.ts` kills: checks what was acknowledged before, then appends and attaches until it dies. */

export interface Acknowledged {
  readonly cases: readonly string[];
  readonly people: readonly string[];
  readonly exhibits: readonly { readonly id: string; readonly sha256: string }[];
}

export interface Order {
  readonly vault: string;
  readonly keys: HeldKeys;
  readonly case: string;
  readonly files: readonly string[];
  /** Where it makes files that nobody has attached before. */
  readonly folder: string;
  readonly acknowledged: Acknowledged;
  /** Also read every exhibit whole and check the whole journal. */
  readonly deep: boolean;
  /** Check only, and end. */
  readonly last: boolean;
}

export type Told =
  | { readonly checked: readonly string[] }
  | { readonly ack: 'case' | 'person'; readonly id: string }
  | { readonly ack: 'exhibit'; readonly id: string; readonly sha256: string };

const tell = (told: Told): void => {
  process.send?.(told);
};

const groupSize = 6;
const provenance = { source: '', place: '', collectedOn: '', collectedBy: '', description: '' };

async function check(client: Client, order: Order): Promise<string[]> {
  const problems: string[] = [];
  const missing = (what: string, wanted: readonly string[], there: ReadonlySet<string>): void => {
    for (const id of wanted) if (!there.has(id)) problems.push(`${what} ${id} was acknowledged and is gone`);
  };
  const cases = await client.call('cases.list', { sort: 'number', descending: false, offset: 0, limit: 500 });
  missing('case', order.acknowledged.cases, new Set(cases.rows.map((row) => row.id)));
  const people = await client.call('people.list', { case: order.case });
  missing('person', order.acknowledged.people, new Set(people.map((row) => row.id)));
  const exhibits = await allExhibits(client, order.case);
  missing(
    'exhibit',
    order.acknowledged.exhibits.map((each) => each.id),
    new Set(exhibits.map((row) => row.id)),
  );
  // Every exhibit that the journal names must have its content, acknowledged or not; the newest are the risky ones.
  const looked = order.deep ? exhibits : exhibits.slice(-groupSize);
  for (const { id, number } of looked) {
    const { valid, problems: found } = await client.call('evidence.verify', {
      case: order.case,
      exhibit: id,
    });
    if (!valid) problems.push(`exhibit ${number}: ${found.map((each) => each.what).join()}`);
  }
  if (order.deep) {
    const { valid, problems: found } = await client.call('timeline.verify', {});
    if (!valid) problems.push(...found.map((each) => `journal ${each.item}: ${each.what}`));
  }
  return problems;
}

async function allExhibits(client: Client, caseId: string): Promise<ExhibitRow[]> {
  const rows: ExhibitRow[] = [];
  for (;;) {
    const page = await client.call('evidence.list', {
      case: caseId,
      sort: 'number',
      descending: false,
      offset: rows.length,
      limit: 500,
    });
    rows.push(...page.rows);
    if (page.rows.length === 0) return rows;
  }
}

/** Files of any size one by one, and small ones that are stored and acknowledged as a group. */
async function attach(client: Client, order: Order, turn: number): Promise<void> {
  const paths = [order.files[turn % order.files.length] ?? '', ...(turn % 2 === 0 ? newFiles(order) : [])];
  const offered = await Promise.all(paths.map((path) => client.core.offerFile(path)));
  const files = offered.map(({ handle }) => handle);
  const intake = await client.call('evidence.attach', { case: order.case, files, provenance });
  for (const result of (await client.core.services.intakes.ended(intake.id)).results) {
    if (result.exhibit !== undefined && result.sha256 !== undefined)
      tell({ ack: 'exhibit', id: result.exhibit, sha256: result.sha256 });
  }
}

function newFiles({ folder }: Order): string[] {
  return Array.from({ length: groupSize - 1 }, (_, index) => {
    const path = join(folder, `new-${index}.bin`);
    writeFileSync(path, randomBytes(1 + Math.floor(Math.random() * 90_000)));
    return path;
  });
}

/** What a kill cut off goes on, as a person would let it. */
async function resumeAll(client: Client): Promise<void> {
  for (const intake of await client.call('evidence.intakes', {})) {
    if (intake.state !== 'interrupted') continue;
    await client.call('evidence.resume', { intake: intake.id });
    for (const result of (await client.core.services.intakes.ended(intake.id)).results) {
      if (result.exhibit !== undefined && result.sha256 !== undefined)
        tell({ ack: 'exhibit', id: result.exhibit, sha256: result.sha256 });
    }
  }
}

process.once('message', async (order: Order) => {
  const client = await openWithKeys(order.vault, order.keys);
  tell({ checked: await check(client, order) });
  await resumeAll(client);
  for (let turn = Math.floor(Math.random() * 100); !order.last; turn += 1) {
    if (turn % 3 === 0) await attach(client, order, turn);
    else if (turn % 3 === 1) {
      const person = { case: order.case, kind: 'person' as const, name: `P${turn}`, role: 'witness' };
      tell({ ack: 'person', id: (await client.call('people.add', person)).id });
    } else if (turn % 30 === 2)
      tell({ ack: 'case', id: (await client.call('cases.open', { title: `C${turn}` })).id });
  }
  await client.core.stop();
  process.disconnect();
});
