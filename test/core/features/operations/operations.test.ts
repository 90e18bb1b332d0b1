import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../../electron/core/client.ts';
import {
  ago,
  day,
  handlerPhrase,
  makeOperation,
  ruling,
  type TestOperation,
} from '../../../support/operation.ts';
import { makeVault, type TestVault } from '../../../support/vault.ts';

let vault: TestVault;
let client: Client;
let at: TestOperation;
beforeAll(async () => {
  vault = await makeVault();
  client = vault.client;
  at = await makeOperation(vault);
});
afterAll(() => vault.remove());

const write = (more: object = {}) => ({
  operation: at.operation,
  agent: at.agent,
  when: ago(30),
  place: 'Terminal de buses',
  scopePlace: at.place,
  text: 'Llamó a la agencia.',
  assignment: at.assignment,
  ...more,
});
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

describe('authorisations', () => {
  it('never cover the same day twice, and say whose day it is', async () => {
    await expect(client.call('operations.authorise', ruling(at.operation, 40, 60))).rejects.toMatchObject({
      code: 'operation.overlap',
      params: { number: 'RES--20-40', until: day(40) },
    });
  });
  it.each([
    ['until before from', { from: day(50), until: day(45) }, 'until'],
    ['ruled before it was asked for', { day: day(-400) }, 'day'],
    ['runs before it was ruled', { from: day(41), day: day(45) }, 'from'],
  ])('refuse %s', async (_what, wrong, field) => {
    await expect(
      client.call('operations.authorise', { ...ruling(at.operation, 45, 50), ...wrong }),
    ).rejects.toMatchObject({
      code: 'call.invalid',
      params: { field },
    });
  });
  it('refuse a day that does not exist', async () => {
    expect(
      await refusal(
        client.call('operations.authorise', { ...ruling(at.operation, 45, 50), from: '2026-02-31' }),
      ),
    ).toBe('call.invalid');
  });
  it('refuse acts of no pack, and a scope without acts', async () => {
    const base = ruling(at.operation, 50, 60);
    expect(
      await refusal(
        client.call('operations.authorise', { ...base, scope: { acts: [{ kind: 'x', text: '' }] } }),
      ),
    ).toBe('call.invalid');
    expect(await refusal(client.call('operations.authorise', { ...base, scope: { acts: [] } }))).toBe(
      'call.invalid',
    );
  });
  it('are extended while they run, and show the gap to the next', async () => {
    const extend = {
      operation: at.operation,
      authorisation: at.authorisation,
      number: 'RES-2',
      judge: 'Dra. Salazar',
      day: day(0),
      grounds: 'Sigue',
    };
    expect(await refusal(client.call('operations.extend', { ...extend, until: day(39) }))).toBe(
      'operation.extensionShort',
    );
    expect(await refusal(client.call('operations.extend', { ...extend, until: day(40) }))).toBe(
      'operation.extensionShort',
    );
    expect(await refusal(client.call('operations.extend', { ...extend, day: day(41), until: day(44) }))).toBe(
      'operation.extensionLate',
    );
    await client.call('operations.extend', {
      ...extend,
      until: day(44),
      adds: { acts: [], places: ['Pensión'] },
    });
    const { authorisations } = await client.call('operations.show', { operation: at.operation });
    expect(authorisations[0]).toMatchObject({ until: day(44), extensions: [{ number: 'RES-2' }] });
    expect(authorisations[0]?.scope.places.map(({ text }) => text)).toEqual(['Terminal de buses', 'Pensión']);
    const due = await client.call('deadlines.list', {});
    expect(due.find(({ what }) => what === 'operationExpiry')).toMatchObject({
      due: day(44),
      operation: at.operation,
    });
  });
  it('bound what is assigned', async () => {
    const { authorisations } = await client.call('operations.show', { operation: at.operation });
    const act = authorisations[0]?.scope.acts[0]?.id ?? '';
    const assign = {
      operation: at.operation,
      agent: at.agent,
      authorisation: at.authorisation,
      act,
      instruction: 'x',
      from: day(0),
    };
    expect(await refusal(client.call('operations.assign', { ...assign, until: day(45) }))).toBe(
      'operation.beyondRuling',
    );
    expect(await refusal(client.call('operations.assign', { ...assign, until: day(5), act: 'none' }))).toBe(
      'call.notFound',
    );
  });
});

describe('the log', () => {
  it('takes what lies within, and tells late entries', async () => {
    await client.call('operations.write', write());
    await client.call('operations.write', write({ when: ago(60 * 40), text: 'Visitó la terminal.' }));
    const { rows, total } = await client.call('operations.log', {
      operation: at.operation,
      offset: 0,
      limit: 10,
    });
    expect(total).toBe(2);
    expect(rows.map(({ lateHours }) => lateHours)).toEqual([0, 40]);
    expect(rows[0]).toMatchObject({ codeName: at.codeName, act: 'con la agencia', irregularities: [] });
  });
  it('refuses the future, unknown exhibits, techniques and assignments', async () => {
    expect(await refusal(client.call('operations.write', write({ when: ago(-60) })))).toBe('call.invalid');
    expect(await refusal(client.call('operations.write', write({ exhibits: ['none'] })))).toBe(
      'call.notFound',
    );
    expect(await refusal(client.call('operations.write', write({ techniques: ['none'] })))).toBe(
      'call.invalid',
    );
    expect(await refusal(client.call('operations.write', write({ assignment: 'none' })))).toBe(
      'call.notFound',
    );
    expect(await refusal(client.call('operations.write', write({ corrects: 'none' })))).toBe('call.notFound');
  });
  it.each([
    ['time', { when: ago(60 * 24 * 25) }, ['outsideTime', 'assignmentOver']],
    ['assignment', { assignment: undefined }, ['notAssigned']],
    ['place', { scopePlace: undefined, place: 'Otra ciudad' }, ['placeOutside']],
    ['person', { persons: [{ name: 'Un vecino', target: true }] }, ['personOutside']],
    ['technique', { techniques: ['video'] }, ['techniqueOutside']],
  ] as const)(
    'refuses what lies outside %s, and marks it where it happened anyway',
    async (_what, outside, kinds) => {
      expect(await refusal(client.call('operations.write', write(outside)))).toBe('operation.outside');
      const { id } = await client.call(
        'operations.write',
        write({ ...outside, irregular: 'No hubo otra forma' }),
      );
      const found = await client.call('operations.irregularities', { operation: at.operation });
      expect(found.filter(({ subject }) => subject === id).map(({ kind }) => kind)).toEqual(kinds);
    },
  );
  it('corrects beside, and never takes an irregularity away', async () => {
    const { rows } = await client.call('operations.log', { operation: at.operation, offset: 0, limit: 50 });
    const odd = rows.find(({ irregularities }) => irregularities.length > 0);
    const before = await client.call('operations.irregularities', { operation: at.operation });
    const { id } = await client.call(
      'operations.write',
      write({ corrects: odd?.id, text: 'En verdad no fue así.' }),
    );
    const after = await client.call('operations.log', { operation: at.operation, offset: 0, limit: 50 });
    expect(after.rows.find((row) => row.id === odd?.id)).toMatchObject({
      text: odd?.text,
      correctedBy: [id],
    });
    expect(await client.call('operations.irregularities', { operation: at.operation })).toEqual(before);
  });
  it('lists a report that did not come', async () => {
    const shown = await client.call('operations.reports', { operation: at.operation });
    expect(shown.missing).toEqual([day(-13), day(-6)]);
    const report = {
      operation: at.operation,
      when: ago(10),
      from: day(-20),
      until: day(0),
      done: 'd',
      planned: 'p',
      learned: 'l',
    };
    expect(await refusal(client.call('operations.report', { ...report, from: day(1) }))).toBe('call.invalid');
    await client.call('operations.report', report);
    expect((await client.call('operations.reports', { operation: at.operation })).next).toBe(day(7));
    const due = await client.call('deadlines.list', {});
    expect(due.find(({ what }) => what === 'operationReport')).toMatchObject({ due: day(7) });
  });
  it('flags a charge that rests on the agent’s word alone', async () => {
    const { rows } = await client.call('operations.log', { operation: at.operation, offset: 0, limit: 1 });
    const proofs = [
      { kind: 'log' as const, id: rows[0]?.id ?? '', text: '' },
      { kind: 'agent' as const, id: at.agent, text: '' },
    ];
    const { id, agentAlone } = await client.call('operations.charge', {
      operation: at.operation,
      text: 'Reclutó',
      proofs,
    });
    expect(agentAlone).toBe(true);
    const condition = async () =>
      (await client.call('operations.show', { operation: at.operation })).conditions.find(
        (each) => each.id === 'otherProof',
      );
    expect(await condition()).toMatchObject({ how: 'against', label: 'Reclutó' });
    const exhibit = await vault.attach(at.caseId, 'contrato.txt', 'contrato');
    await client.call('operations.charge', {
      operation: at.operation,
      charge: id,
      text: 'Reclutó',
      proofs: [...proofs, { kind: 'exhibit', id: exhibit, text: '' }],
    });
    expect(await condition()).toMatchObject({ met: true });
    expect(await client.call('operations.charges', { operation: at.operation })).toMatchObject([
      { id, versions: 2, agentAlone: false },
    ]);
  });
});

describe('money', () => {
  const move = (more: object) => ({
    operation: at.operation,
    agent: at.agent,
    amount: { minor: 10_000, currency: 'BOB' },
    when: ago(20),
    what: 'x',
    kind: 'issued' as const,
    ...more,
  });
  it('is not spent before it is issued, unless that is told', async () => {
    await expect(
      client.call('operations.move', move({ kind: 'spent', noReceipt: 'calle' })),
    ).rejects.toMatchObject({
      code: 'operation.overspent',
      params: { amount: expect.stringMatching(/100[.,]00/) },
    });
    await client.call('operations.move', move({}));
    expect(await refusal(client.call('operations.move', move({ kind: 'spent', when: ago(5) })))).toBe(
      'operation.noReceipt',
    );
    const exhibit = await vault.attach(at.caseId, 'recibo.txt', 'recibo');
    await client.call(
      'operations.move',
      move({
        kind: 'spent',
        when: ago(5),
        amount: { minor: 4_050, currency: 'BOB' },
        receipt: exhibit,
        purchased: [exhibit],
      }),
    );
    // Written down late, it would take out what was not there any more.
    expect(
      await refusal(
        client.call('operations.move', move({ kind: 'spent', when: ago(10), noReceipt: 'calle' })),
      ),
    ).toBe('operation.overspent');
    expect(
      await refusal(
        client.call(
          'operations.move',
          move({ kind: 'spent', amount: { minor: 1, currency: 'USD' }, noReceipt: 'calle' }),
        ),
      ),
    ).toBe('operation.overspent');
    await client.call(
      'operations.move',
      move({
        kind: 'returned',
        when: ago(1),
        amount: { minor: 6_000, currency: 'BOB' },
        irregular: 'Puso de lo suyo',
      }),
    );
    const { balances, movements } = await client.call('operations.money', { operation: at.operation });
    expect(balances).toMatchObject([{ issued: 10_000, spent: 4_050, returned: 6_000, balance: -50 }]);
    expect(movements.at(-1)).toMatchObject({ irregularities: ['overspent'], balance: { minor: -50 } });
  });
  it.each([
    ['nothing', { minor: 0, currency: 'BOB' }],
    ['less than nothing', { minor: -1, currency: 'BOB' }],
    ['a fraction of a centavo', { minor: 0.5, currency: 'BOB' }],
    ['more than adds up', { minor: 9_007_199_254_740_991, currency: 'BOB' }],
    ['no currency', { minor: 1, currency: 'XQQ' }],
    ['small letters', { minor: 1, currency: 'bob' }],
  ])('refuses %s', async (_what, amount) => {
    expect(await refusal(client.call('operations.move', move({ amount })))).toBe('call.invalid');
  });
  it('is counted, and a difference needs its word and stays', async () => {
    const count = {
      operation: at.operation,
      agent: at.agent,
      when: ago(0),
      counted: { minor: 0, currency: 'BOB' },
      present: 'Hilda',
    };
    expect(await refusal(client.call('operations.count', count))).toBe('operation.countDiffers');
    expect(await client.call('operations.count', { ...count, note: 'faltó' })).toMatchObject({
      difference: 50,
    });
    const found = await client.call('operations.irregularities', { operation: at.operation });
    expect(found.filter(({ of }) => of === 'count')).toMatchObject([{ kind: 'countDiffers', why: 'faltó' }]);
  });
});

describe('things, safety and the end', () => {
  it('lists what is overdue, and takes back once', async () => {
    const issue = {
      operation: at.operation,
      agent: at.agent,
      kind: 'coverDocument' as const,
      what: 'Carnet',
      issuedOn: day(-9),
    };
    expect(await refusal(client.call('operations.issue', { ...issue, dueBack: day(-10) }))).toBe(
      'call.invalid',
    );
    const { id: item } = await client.call('operations.issue', { ...issue, dueBack: day(-2) });
    expect(await client.call('operations.equipment', { operation: at.operation })).toMatchObject([
      { overdue: true },
    ]);
    const back = { operation: at.operation, item, condition: 'bien' };
    expect(await refusal(client.call('operations.takeBack', { ...back, returnedOn: day(-10) }))).toBe(
      'call.invalid',
    );
    await client.call('operations.takeBack', { ...back, returnedOn: day(0) });
    expect(await refusal(client.call('operations.takeBack', { ...back, returnedOn: day(0) }))).toBe(
      'call.conflict',
    );
  });
  it('waits for check-ins, tells the late one with the plan, and goes on by the schedule', async () => {
    await client.call('operations.plan', {
      operation: at.operation,
      text: 'Salir por el mercado',
      contacts: '110',
      wayOut: 'Taxi',
    });
    expect(
      await client.call('operations.plan', {
        operation: at.operation,
        text: 'Otro',
        contacts: '110',
        wayOut: 'Taxi',
      }),
    ).toEqual({ version: 2 });
    const planned = { operation: at.operation, agent: at.agent, grace: 0, everyHours: 12 };
    expect(await refusal(client.call('operations.planCheckIns', { ...planned, next: ago(5) }))).toBe(
      'call.invalid',
    );
    await client.call('operations.planCheckIns', {
      ...planned,
      next: new Date(Date.now() + 60_000).toISOString(),
    });
    expect(await client.call('operations.alarms', {})).toEqual([]);
    const { next } = await client.call('operations.checkIn', {
      operation: at.operation,
      agent: at.agent,
      when: ago(0),
      how: 'mensaje',
      well: true,
    });
    expect(Date.parse(next) - Date.now()).toBeGreaterThan(11.9 * 3_600_000);
  });
  it('ends in order: what is open needs its reason, and nothing goes on after', async () => {
    const items = await client.call('operations.ending', { operation: at.operation });
    const open = items.filter(({ done }) => !done).map(({ step }) => step);
    expect(open).toEqual(['moneySettled', 'envelopeInCustody', 'agentDebriefed', 'checkInsEnded']);
    await client.call('operations.debrief', {
      operation: at.operation,
      agent: at.agent,
      when: ago(0),
      by: 'Hilda',
      note: 'bien',
    });
    const end = { operation: at.operation, when: ago(0), reason: 'Cumplida' };
    expect(await refusal(client.call('operations.end', end))).toBe('operation.stepsOpen');
    const reasons = (['moneySettled', 'envelopeInCustody', 'checkInsEnded'] as const).map((step) => ({
      step,
      reason: 'luego',
    }));
    expect(await refusal(client.call('operations.end', { ...end, open: reasons.slice(1) }))).toBe(
      'operation.stepsOpen',
    );
    await client.call('operations.end', { ...end, open: reasons });
    expect(await client.call('operations.ending', { operation: at.operation })).toContainEqual({
      step: 'moneySettled',
      done: false,
      open: [expect.stringContaining(at.codeName)],
      reason: 'luego',
    });
    expect(await refusal(client.call('operations.end', { ...end, open: reasons }))).toBe(
      'operation.hasEnded',
    );
    expect(await refusal(client.call('operations.authorise', ruling(at.operation, 60, 70)))).toBe(
      'operation.hasEnded',
    );
    expect(
      await refusal(client.call('operations.addAgent', { operation: at.operation, codeName: 'Nogal 11' })),
    ).toBe('operation.hasEnded');
    expect(
      (await client.call('deadlines.list', {})).filter(({ operation }) => operation === at.operation),
    ).toEqual([]);
  });
});

describe('access', () => {
  it('is by operation: what is not one’s own and what does not exist are refused alike', async () => {
    const other = await makeOperation(vault);
    const { id: prosecutor } = await client.call('users.add', {
      name: 'Ulises',
      passphrase: 'ventana del patio azul 31',
      roles: ['prosecutor'],
    });
    await client.call('cases.join', { case: other.caseId, user: prosecutor });
    await client.call('operations.tellCase', {
      operation: other.operation,
      told: true,
      reason: 'El equipo debe saber',
    });
    await vault.client.core.services.end();
    const { createClient } = await import('../../../../electron/core/client.ts');
    const ulises = createClient(vault.path);
    await ulises.call('vault.unlock', { name: 'Ulises', passphrase: 'ventana del patio azul 31' });
    try {
      expect(await ulises.call('operations.list', {})).toEqual([]);
      expect(await refusal(ulises.call('operations.show', { operation: other.operation }))).toBe(
        'call.notOnOperation',
      );
      expect(await refusal(ulises.call('operations.show', { operation: 'none' }))).toBe(
        'call.notOnOperation',
      );
      expect(await refusal(ulises.call('operations.find', { given: other.number }))).toBe(
        'call.notOnOperation',
      );
      expect(await refusal(ulises.call('timeline.list', { case: other.operation, limit: 10 }))).toBe(
        'call.notOnTeam',
      );
      expect((await ulises.call('deadlines.list', {})).length).toBe(0);
      // One line, and no more than that it exists.
      expect(await ulises.call('operations.sealedMaterial', { case: other.caseId })).toEqual({
        exists: true,
      });
      const { entries } = await ulises.call('timeline.list', { case: other.caseId, limit: 100 });
      expect(entries.filter(({ kind }) => kind.startsWith('operation'))).toEqual([]);
    } finally {
      await ulises.core.stop();
    }
    const hilda = createClient(vault.path);
    await hilda.call('vault.unlock', { name: 'Hilda', passphrase: handlerPhrase });
    try {
      expect(await hilda.call('operations.list', {})).toHaveLength(2);
      expect(await refusal(hilda.call('operations.authorise', ruling(other.operation, 50, 60)))).toBe(
        'call.forbidden',
      );
    } finally {
      await hilda.core.stop();
    }
  });
});
