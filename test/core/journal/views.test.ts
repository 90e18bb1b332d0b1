import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allViews } from '../../../electron/core/features/index.ts';
import { rebuildViews, viewsDigest } from '../../../electron/core/journal/views.ts';
import { operate } from '../../support/operate.ts';
import { first, makeVault, openBehind, type TestVault } from '../../support/vault.ts';

let vault: TestVault;
beforeAll(async () => {
  vault = await makeVault();
});
afterAll(() => vault.remove());

const act = fc.tuple(
  fc.constantFrom(
    'open',
    'amend',
    'stale',
    'add',
    'rename',
    'relate',
    'unrelate',
    'attach',
    'custody',
    'team',
    'operation',
  ),
  fc.nat(1_000),
);

it('is rebuilt from the journal to the same, row by row, after any work', async () => {
  const { client } = vault;
  const juan = await client.call('users.add', {
    name: 'Juan',
    passphrase: 'otra frase del norte 812',
    roles: ['investigator'],
  });
  // The first user writes in operations too.
  const me = (await client.call('users.list', {})).find(({ name }) => name === first.name);
  await client.call('roles.grant', { user: me?.id ?? '', role: 'handler' });
  const cases: {
    id: string;
    people: string[];
    exhibits: string[];
    relations: string[];
    saw: readonly string[];
  }[] = [];

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a list of things that people do, one branch each
  async function one(kind: string, turn: number): Promise<void> {
    const at = cases[turn % Math.max(1, cases.length)];
    if (kind === 'open' || at === undefined) {
      const { id } = await client.call('cases.open', { title: `Caso ${turn}`, offences: ['cp281bis'] });
      const { fields } = await client.call('cases.show', { case: id });
      cases.push({ id, people: [], exhibits: [], relations: [], saw: fields.title.saw });
      return;
    }
    const inCase = { case: at.id };
    if (kind === 'amend' || kind === 'stale') {
      const { fields } = await client.call('cases.show', inCase);
      const saw = kind === 'amend' ? fields.title.saw : at.saw;
      await client.call('cases.amend', {
        ...inCase,
        amendments: [{ field: 'title', value: `T${turn}`, saw }],
      });
    } else if (kind === 'add') {
      const person = { ...inCase, kind: 'person' as const, name: `P${turn}`, role: 'witness' };
      at.people.push((await client.call('people.add', person)).id);
    } else if (kind === 'rename' && at.people[0] !== undefined) {
      const row = (await client.call('people.list', inCase)).find((each) => each.id === at.people[0]);
      await client.call('people.amend', {
        ...inCase,
        person: at.people[0],
        amendments: [{ field: 'name', value: `N${turn}`, saw: row?.fields.name.saw ?? [] }],
      });
    } else if (kind === 'relate' && at.people[0] !== undefined && at.people[1] !== undefined) {
      const relation = { ...inCase, from: at.people[0], to: at.people[1], type: 'familyOf' };
      at.relations.push((await client.call('people.relate', relation)).id);
    } else if (kind === 'unrelate' && at.relations.length > 0) {
      await client.call('people.unrelate', {
        ...inCase,
        relation: at.relations.pop() ?? '',
        reason: 'error',
      });
    } else if (kind === 'attach') {
      at.exhibits.push(await vault.attach(at.id, `f${turn}.txt`, `contenido ${turn % 3}`));
    } else if (kind === 'custody' && at.exhibits[0] !== undefined) {
      const [exhibit] = at.exhibits;
      const { allowed, offer } = await client.call('custody.show', { ...inCase, exhibit });
      const event = allowed[turn % Math.max(1, allowed.length)];
      const when = new Date().toISOString();
      if (offer !== null)
        await client.call('custody.decline', { ...inCase, handover: offer.handover, reason: 'r' });
      else if (event === 'transferred')
        await client.call('custody.handOver', {
          ...inCase,
          exhibits: [exhibit],
          when,
          ...(turn % 2 === 0 ? { dueBack: '2099-01-01' } : {}),
          receiver:
            turn % 3 === 0
              ? { how: 'later', user: juan.id }
              : { how: 'paper', name: `R${turn}`, document: 'CI 1', institution: '' },
        });
      else if (event !== undefined)
        await client.call('custody.record', {
          ...inCase,
          exhibit,
          event,
          when: turn % 4 === 0 ? new Date(Date.now() - 5_000).toISOString() : when,
          from: 'a',
          to: `b${turn % 3}`,
          seal: `s${turn % 2}`,
          reason: 'r',
          taken: 't',
          why: 'w',
          order: { authority: 'Juzgado', number: '1', date: '2026-01-01' },
        });
    } else if (kind === 'operation') {
      await operate(client, at.id, turn);
    } else if (kind === 'team') {
      const { team } = await client.call('cases.show', inCase);
      const joined = team.some((member) => member.user === juan.id);
      await client.call(joined ? 'cases.leave' : 'cases.join', { ...inCase, user: juan.id });
    }
  }

  const sql = await openBehind(vault.path);
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 30 }), async (acts) => {
      for (const [kind, turn] of acts) await one(kind, turn);
      const before = viewsDigest(sql, allViews);
      rebuildViews(sql, allViews);
      expect(viewsDigest(sql, allViews)).toBe(before);
    }),
    { numRuns: 6, seed: 20_261_123, endOnFailure: true },
  );
  const entries = sql.get<{ n: number }>('SELECT count(*) AS n FROM entry')?.n ?? 0;
  expect(entries).toBeGreaterThan(80);
  for (const kind of [
    'operation.ended',
    'operation.logged',
    'operation.envelopeSealed',
    'operation.checkedIn',
  ])
    expect(sql.get('SELECT 1 FROM entry WHERE kind = ?', [kind]), kind).toBeDefined();
  const conflicts = sql.get<{ n: number }>('SELECT sum(conflicts) AS n FROM case_file')?.n ?? 0;
  expect(conflicts).toBeGreaterThan(0);
  sql.close();
});
