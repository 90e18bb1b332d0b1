import { createClient } from '../../electron/core/client.ts';
import { type Credentials, type GrowOrder, growVault } from './grow.ts';
import { median, type Row, runWorker, seconds } from './measure.ts';

const rounds = 5;

async function makeVault(vault: string, user: Credentials, caseCount: number): Promise<string[]> {
  const client = createClient(vault);
  await client.call('vault.create', {
    office: { name: 'Fiscalía', jurisdiction: 'bolivia', language: 'es' },
    user,
  });
  const cases: string[] = [];
  for (let one = 0; one < caseCount; one += 1) {
    cases.push((await client.call('cases.open', { title: `Caso ${one}` })).id);
  }
  await client.core.stop();
  return cases;
}

/** Unlocks and asks for what the first screen shows, as the window does. */
async function firstScreen(vault: string, user: Credentials): Promise<number> {
  const client = createClient(vault);
  try {
    return await seconds(async () => {
      await client.call('vault.unlock', user);
      await client.call('office.jurisdiction', {});
      await client.call('cases.list', { sort: 'number', descending: true, offset: 0, limit: 100 });
    });
  } finally {
    await client.core.stop();
  }
}

interface Grown {
  readonly user: Credentials;
  readonly small: string;
  readonly large: string;
  readonly most: number;
  readonly perSecond: number;
}

/** A vault of a thousand entries and one of very many, grown in a process of its own. */
export async function prepareOpen(folder: string, most: number): Promise<Grown> {
  const user = { name: 'Fiscal', passphrase: 'molino abierto siete corderos' };
  const small = `${folder}/small`;
  const large = `${folder}/large`;
  await growVault(small, user, await makeVault(small, user, 200), 1_000);
  const cases = await makeVault(large, user, 200);
  const said = await runWorker('grow-worker', {
    vault: large,
    user,
    cases,
    entries: most,
  } satisfies GrowOrder);
  return { user, small, large, most, perSecond: Number(said) };
}

/** Opening with a thousand and with a million entries, in turn; appends and verifications per second. */
export async function benchOpen({ user, small, large, most, perSecond }: Grown): Promise<Row[]> {
  const times = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.small.push(await firstScreen(small, user));
    times.large.push(await firstScreen(large, user));
  }
  const ratio = median(times.large) / median(times.small);
  const { appends, verified } = await benchJournal(small, large, user);
  const count = most.toLocaleString('en');
  return [
    { what: 'unlock and first screen, 1,000 entries', value: `${median(times.small).toFixed(2)} s` },
    { what: `unlock and first screen, ${count} entries`, value: `${median(times.large).toFixed(2)} s` },
    { what: `${count} ÷ 1,000 entries`, value: ratio.toFixed(2), bound: '≤ 1.3', holds: ratio <= 1.3 },
    { what: 'appends a second, each acknowledged and on the disk', value: appends.toFixed(0) },
    {
      what: 'appends a second, thousands in a transaction, with indexes being filled beside it',
      value: perSecond.toFixed(0),
    },
    { what: `verifications a second (all ${count} entries)`, value: verified.toFixed(0) },
  ];
}

async function benchJournal(
  small: string,
  large: string,
  user: Credentials,
): Promise<{ appends: number; verified: number }> {
  const writer = createClient(small);
  await writer.call('vault.unlock', user);
  const { id } = await writer.call('cases.open', { title: 'Anotaciones' });
  const writes = 500;
  const took = await seconds(async () => {
    for (let one = 0; one < writes; one += 1)
      await writer.call('people.add', { case: id, kind: 'person', name: `P${one}`, role: 'witness' });
  });
  await writer.core.stop();
  const reader = createClient(large);
  await reader.call('vault.unlock', user);
  let entries = 0;
  const checked = await seconds(async () => {
    const found = await reader.call('timeline.verify', {});
    if (!found.valid) throw new Error(JSON.stringify(found.problems.slice(0, 3)));
    entries = found.entries;
  });
  await reader.core.stop();
  return { appends: writes / took, verified: entries / checked };
}
