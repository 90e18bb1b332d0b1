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
    'asset',
    'step',
    'worth',
    'undo',
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
    assets: string[];
    saw: readonly string[];
  }[] = [];

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a list of things that people do, one branch each
  async function one(kind: string, turn: number): Promise<void> {
    const at = cases[turn % Math.max(1, cases.length)];
    if (kind === 'open' || at === undefined) {
      const { id } = await client.call('cases.open', { title: `Caso ${turn}`, offences: ['cp281bis'] });
      const { fields } = await client.call('cases.show', { case: id });
      cases.push({ id, people: [], exhibits: [], relations: [], assets: [], saw: fields.title.saw });
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
    } else if (kind === 'asset' || kind === 'step' || kind === 'worth' || kind === 'undo') {
      await seize(kind, turn, at);
    } else if (kind === 'operation') {
      await operate(client, at.id, turn);
    } else if (kind === 'team') {
      const { team } = await client.call('cases.show', inCase);
      const joined = team.some((member) => member.user === juan.id);
      await client.call(joined ? 'cases.leave' : 'cases.join', { ...inCase, user: juan.id });
    }
  }

  /** Assets: entered, taken a step that may follow, valued and charged, linked and annulled. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a list of things that people do, one branch each
  async function seize(
    kind: 'asset' | 'step' | 'worth' | 'undo',
    turn: number,
    at: { id: string; people: string[]; exhibits: string[]; assets: string[] },
  ): Promise<void> {
    const inCase = { case: at.id };
    const on = '2026-03-01';
    const asset = at.assets[turn % Math.max(1, at.assets.length)];
    if (kind === 'asset' || asset === undefined) {
      const value = {
        currency: 'BOB',
        amount: `${turn},50`,
        on,
        basis: 'estimate',
        source: 's',
        by: '',
      } as const;
      const details = { kind: 'vehicle', plate: `${turn}ABC`, chassis: '1M8GDM9AXKP042788' } as const;
      const input = { ...inCase, name: `A${turn}`, identifiedOn: on, details, value };
      at.assets.push((await client.call('seizures.add', { ...input, duplicateReason: 'r' })).id);
      return;
    }
    const of = { ...inCase, asset };
    const { offers, saw, events, holdings, fields, value, number } = await client.call('seizures.show', of);
    if (kind === 'worth') {
      if (turn % 4 === 0 && at.people[0] !== undefined && holdings.length === 0)
        await client.call('seizures.linkPerson', { ...of, person: at.people[0], role: 'owner', share: '50' });
      else if (turn % 4 === 1) {
        const stale = turn % 8 === 1 ? [] : fields.colour.saw;
        const amendments = [{ field: 'colour', value: `C${turn}`, saw: stale } as const];
        await client.call('seizures.amend', { ...of, amendments, duplicateReason: 'r' });
      } else if (turn % 4 === 2 && at.exhibits[0] !== undefined)
        await client
          .call('seizures.linkExhibit', { ...of, exhibit: at.exhibits[0], role: 'photograph' })
          .catch((error: unknown) => expect(error).toMatchObject({ code: 'call.conflict' }));
      else if (value !== null) {
        const cost = { currency: value.currency, amount: '0,10' };
        await client
          .call('seizures.cost', { ...of, on, cost, what: 'w', paidFrom: 'asset' })
          .catch((error: unknown) =>
            expect(error).toMatchObject({ code: expect.stringMatching(/^(seizure|call)\./) }),
          );
      }
      return;
    }
    if (kind === 'undo') {
      const event = events.find((each, index) => each.annulled === null && index >= turn % 5);
      if (event === undefined) return;
      const gone = { ...of, event: event.id, reason: 'r' };
      await client
        .call(event.decides ? 'seizures.annulDecision' : 'seizures.annul', gone)
        .catch((error: unknown) =>
          expect(error).toMatchObject({ code: expect.stringMatching(/^(seizure|call)\./) }),
        );
      return;
    }
    const offer = offers[turn % Math.max(1, offers.length)];
    if (offer === undefined) return;
    const [document = await vault.attach(at.id, `d${turn}.txt`, `d${turn}`)] = at.exhibits;
    if (at.exhibits.length === 0) at.exhibits.push(document);
    const step = { ...of, saw, on, document };
    const order = { court: 'J', number: '1', date: on };
    const witnesses = [{ name: 'W', document: '', capacity: '' }];
    const inventory = [{ description: 'd', quantity: '1', condition: '' }];
    if (offer.step === 'request') await client.call('seizures.request', { ...step, court: 'J' });
    else if (offer.step === 'order')
      await client.call('seizures.order', { ...step, order, scope: 's', provisional: turn % 2 === 0 });
    else if (offer.step === 'execute') {
      const urgency = offer.required.includes('urgency') ? 'u' : '';
      await client.call('seizures.execute', { ...step, place: 'p', by: 'b', witnesses, inventory, urgency });
    } else if (offer.step === 'register') await client.call('seizures.register', { ...step, registry: 'r' });
    else if (offer.step === 'administer')
      await client.call('seizures.administer', { ...step, custodian: `K${turn % 3}`, place: 'p' });
    else if (offer.step === 'sell')
      await client
        .call('seizures.sell', { ...step, order, proceeds: { currency: 'USD', amount: '9' }, reason: 'r' })
        .catch((error: unknown) => expect(error).toMatchObject({ code: 'seizure.spentTooMuch' }));
    else if (offer.step === 'lift') await client.call('seizures.lift', { ...step, reason: 'r' });
    else if (offer.step === 'split' && value !== null && turn % 3 === 0) {
      const amount = `${Math.floor(value.minor / 100)},${String(value.minor % 100).padStart(2, '0')}`;
      const parts = [
        { name: 'x', amount },
        { name: 'y', amount: '0' },
      ];
      const made = await client.call('seizures.split', { ...step, reason: number, parts });
      at.assets.push(...made.parts.map((part) => part.id));
    } else if (offer.step === 'return') await client.call('seizures.return', { ...step, order, to: 't' });
    else if (offer.step === 'destroy')
      await client.call('seizures.destroy', { ...step, order, method: 'm', witnesses });
  }

  const sql = await openBehind(vault.path);
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 40 }), async (acts) => {
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
  const assets = sql.get<{ n: number }>('SELECT count(*) AS n FROM asset')?.n ?? 0;
  const acts = sql.get<{ n: number }>("SELECT count(*) AS n FROM asset_event WHERE type <> 'value'")?.n ?? 0;
  expect([assets > 5, acts > 5]).toEqual([true, true]);
  sql.close();
});
