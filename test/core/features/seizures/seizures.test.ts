import { formatISO } from 'date-fns/formatISO';
import { subDays } from 'date-fns/subDays';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../../electron/core/api/contract.ts';
import { allViews } from '../../../../electron/core/features/index.ts';
import type { AssetDetails, AssetRecord } from '../../../../electron/core/features/seizures/model.ts';
import { rebuildViews, viewsDigest } from '../../../../electron/core/journal/views.ts';
import { first, makeVault, openBehind, type TestVault } from '../../../support/vault.ts';

let vault: TestVault;
let caseId: string;
let paper: string;
const day = (back: number): string => formatISO(subDays(new Date(), back), { representation: 'date' });
const order = { court: 'Juzgado 1.º de Instrucción Anticorrupción', number: '12/2026', date: day(60) };

beforeAll(async () => {
  vault = await makeVault();
});
afterAll(async () => {
  const sql = await openBehind(vault.path);
  const before = viewsDigest(sql, allViews);
  rebuildViews(sql, allViews);
  expect(viewsDigest(sql, allViews)).toBe(before);
  sql.close();
  await vault.remove();
});
beforeEach(async () => {
  caseId = (await vault.client.call('cases.open', { title: 'Bienes' })).id;
  paper = await vault.attach(caseId, 'acta.txt', `acta ${caseId}`);
});

const car: AssetDetails = { kind: 'vehicle', make: 'Toyota', plate: '2345KLM', chassis: '1M8GDM9AXKP042788' };
const usd = (amount: string) => ({ currency: 'USD', amount });
const worth = {
  ...usd('12.000,00'),
  on: day(90),
  basis: 'appraisal',
  source: 'Peritaje',
  by: 'IITCUP',
} as const;

async function add(details: AssetDetails = car, more: Partial<Input<'seizures.add'>> = {}): Promise<string> {
  const value = details.kind === 'cash' ? {} : { value: worth };
  const input = { case: caseId, name: 'Bien', details, identifiedOn: day(90), ...value, ...more };
  return (await vault.client.call('seizures.add', input)).id;
}
const show = (asset: string, asOf?: string): Promise<AssetRecord> =>
  vault.client.call('seizures.show', { case: caseId, asset, asOf });
const at = async (asset: string, back: number) => ({
  case: caseId,
  asset,
  on: day(back),
  saw: (await show(asset)).saw,
  document: paper,
});
const witness = { name: 'Rosa Condori', document: 'CI 1', capacity: 'vecina' };
const inventory = [{ description: 'Vehículo', quantity: '1', condition: 'bueno' }];

async function execute(asset: string): Promise<void> {
  const { call } = vault.client;
  await call('seizures.request', { ...(await at(asset, 80)), court: 'Juzgado 1.º' });
  await call('seizures.order', { ...(await at(asset, 60)), order, scope: 'El vehículo y sus llaves' });
  const place = { place: 'Garaje de la calle 4', coordinates: '-16.5, -68.1' };
  await call('seizures.execute', {
    ...(await at(asset, 50)),
    ...place,
    by: 'FELCC',
    witnesses: [witness],
    inventory,
  });
}

const refused = (code: string, params: object = {}) =>
  expect.objectContaining({ code, params: expect.objectContaining(params) });

describe('an asset', () => {
  it('goes from its identification to its forfeiture, each act with its document, day and deadline', async () => {
    const { call } = vault.client;
    const asset = await add();
    await execute(asset);
    await call('seizures.register', { ...(await at(asset, 45)), registry: 'Tránsito', entryNumber: '77' });
    await call('seizures.administer', {
      ...(await at(asset, 40)),
      custodian: 'DIRCABI La Paz',
      place: 'Depósito de Senkata',
    });
    const held = await show(asset);
    expect(held).toMatchObject({
      stage: 'administered',
      stageOn: day(40),
      custodian: 'DIRCABI La Paz',
      place: 'Depósito de Senkata',
      coordinates: { latitude: -16.5, longitude: -68.1 },
      value: { currency: 'USD', minor: 1_200_000 },
    });
    expect(held.deadlines.map(({ what, term }) => [what, term])).toEqual([
      ['check', 'seizureCheck'],
      ['account', 'seizureAccount'],
    ]);
    const due = await call('deadlines.list', { case: caseId });
    expect(due.map(({ what, due: on }) => [what, on])).toEqual(
      held.deadlines.map(({ what, due: on }) => [`seizure.${what}`, on]),
    );
    expect(held.nextDue).toBe(due[0]?.due);
    await call('seizures.check', { ...without(await at(asset, 10)), condition: 'good', by: 'Perito' });
    expect((await show(asset)).deadlines[0]?.due).not.toBe(held.deadlines[0]?.due);
    await call('seizures.forfeit', { ...(await at(asset, 1)), order: { ...order, date: day(2) } });
    const gone = await show(asset);
    expect(gone).toMatchObject({ stage: 'forfeited', deadlines: [], nextDue: '' });
    expect(gone.offers.map(({ step }) => step)).toEqual(['destroy']);
    expect(await call('deadlines.list', { case: caseId })).toEqual([]);
    expect(gone.events.map(({ type, stage }) => [type, stage])).toEqual([
      ['value', null],
      ['request', 'requested'],
      ['order', 'ordered'],
      ['execute', 'executed'],
      ['register', 'registered'],
      ['administer', 'administered'],
      ['check', null],
      ['forfeit', 'forfeited'],
    ]);
    expect(gone.events.at(-1)).toMatchObject({ document: { exhibit: paper }, author: first.name });
  });

  it('that was seized urgently is to be confirmed in time, and no longer once that was asked for', async () => {
    const { call } = vault.client;
    const asset = await add();
    const there = { place: 'Calle 4', by: 'FELCC', witnesses: [witness], inventory };
    await expect(call('seizures.execute', { ...(await at(asset, 5)), ...there })).rejects.toEqual(
      refused('seizure.needed', { field: 'urgency' }),
    );
    await call('seizures.execute', { ...(await at(asset, 5)), ...there, urgency: 'Iba a salir del país' });
    expect((await show(asset)).deadlines).toMatchObject([{ what: 'confirm', due: day(4) }]);
    expect(await call('deadlines.list', { case: caseId })).toMatchObject([
      { what: 'seizure.confirm', state: 'overdue' },
    ]);
    const asked = await call('seizures.request', { ...(await at(asset, 4)), court: 'Juzgado' });
    expect((await show(asset)).deadlines).toEqual([]);
    // A request that was written in error asks for nothing.
    await call('seizures.annul', { case: caseId, asset, event: asked.id, reason: 'No se presentó' });
    expect((await show(asset)).deadlines).toMatchObject([{ what: 'confirm' }]);
  });

  it('under a provisional measure is warned of before it ends, on the court’s own day or the law’s', async () => {
    const { call } = vault.client;
    const asset = await add();
    await call('seizures.request', { ...(await at(asset, 80)), court: 'Juzgado' });
    const decision = { order, scope: 'todo', provisional: true };
    await expect(
      call('seizures.order', { ...(await at(asset, 60)), ...decision, provisional: false, until: day(-5) }),
    ).rejects.toEqual(refused('call.invalid', { field: 'until' }));
    await call('seizures.order', { ...(await at(asset, 60)), ...decision, until: day(-30) });
    expect((await show(asset)).deadlines).toEqual([
      { what: 'expiry', due: day(-30), warnFrom: day(-15), term: null },
    ]);
    await call('seizures.order', { ...(await at(asset, 30)), ...decision });
    expect((await show(asset)).deadlines).toMatchObject([{ what: 'expiry', term: 'seizureProvisional' }]);
    await call('seizures.lift', { ...(await at(asset, 1)), reason: 'Se levantó' });
    expect(await show(asset)).toMatchObject({ stage: 'identified', deadlines: [] });
  });
});

const without = <T extends { readonly saw: unknown }>({ saw: _saw, ...rest }: T): Omit<T, 'saw'> => rest;

describe('what can’t be', () => {
  it.each([
    ['a day that does not exist', { on: '2026-02-30' }, 'call.invalid', { field: 'on' }],
    ['a day in the future', { on: day(-1) }, 'seizure.dayInFuture', { field: 'on' }],
    ['a day before the asset was known', { on: day(91) }, 'seizure.dayBefore', { field: 'on' }],
    ['no document', { document: undefined }, 'seizure.documentNeeded', { step: 'request' }],
    ['a document of no case', { document: 'none' }, 'call.notFound', { what: 'exhibit' }],
    ['no court', { court: ' ' }, 'seizure.needed', { field: 'court' }],
    ['something that was not seen', { saw: ['x'] }, 'call.conflict', {}],
  ])('%s is refused, and nothing is written', async (_what, change, code, params) => {
    const asset = await add();
    const before = await show(asset);
    const request = { ...(await at(asset, 80)), court: 'Juzgado', ...change };
    await expect(vault.client.call('seizures.request', request)).rejects.toEqual(refused(code, params));
    expect(await show(asset)).toEqual(before);
  });

  it('an order that was made after what follows from it, steps out of order, a document of another case', async () => {
    const { call } = vault.client;
    const asset = await add();
    await expect(call('seizures.order', { ...(await at(asset, 60)), order, scope: 'x' })).rejects.toEqual(
      refused('seizure.stepNotAllowed', { step: 'order', stage: 'identified' }),
    );
    await expect(call('seizures.forfeit', { ...(await at(asset, 60)), order })).rejects.toEqual(
      refused('seizure.stepNotAllowed'),
    );
    await call('seizures.request', { ...(await at(asset, 80)), court: 'Juzgado' });
    await expect(call('seizures.order', { ...(await at(asset, 70)), order, scope: 'x' })).rejects.toEqual(
      refused('seizure.dayBefore', { field: 'order' }),
    );
    const other = (await call('cases.open', { title: 'Otro' })).id;
    const foreign = await vault.attach(other, 'ajeno.txt', 'ajeno');
    await expect(
      call('seizures.order', { ...(await at(asset, 60)), order, scope: 'x', document: foreign }),
    ).rejects.toEqual(refused('call.notFound', { what: 'exhibit' }));
  });

  it.each([
    ['1,2,3', 'money.form'],
    ['1e3', 'money.form'],
    ['-5', 'money.form'],
    ['1.234', 'money.ambiguous'],
    ['1,234567', 'money.decimals'],
    ['99999999999999999', 'money.tooLarge'],
  ])('an amount such as %j', async (amount, code) => {
    const { call } = vault.client;
    const asset = await add();
    await expect(
      call('seizures.value', { case: caseId, asset, ...worth, amount, on: day(5) }),
    ).rejects.toEqual(refused(code));
    await expect(
      call('seizures.cost', {
        ...without(await at(asset, 5)),
        cost: { currency: 'BOB', amount },
        what: 'grúa',
        paidFrom: 'office',
      }),
    ).rejects.toEqual(refused(code));
    expect((await show(asset)).events).toHaveLength(1);
  });

  it('a currency that is none, a rate of nothing, a rate into itself', async () => {
    const { call } = vault.client;
    const asset = await add();
    await expect(
      call('seizures.value', { case: caseId, asset, ...worth, currency: 'XXZ', on: day(5) }),
    ).rejects.toEqual(refused('money.currency', { given: 'XXZ' }));
    const rate = { case: caseId, from: 'USD', to: 'BOB', rate: '6,96', on: day(1), source: 'BCB' };
    for (const [change, code] of [
      [{ rate: '0' }, 'money.rate'],
      [{ rate: '1e2' }, 'money.rate'],
      [{ to: 'USD' }, 'call.invalid'],
      [{ to: 'XXZ' }, 'money.currency'],
      [{ on: day(-1) }, 'seizure.dayInFuture'],
      [{ source: '' }, 'seizure.needed'],
    ] as const)
      await expect(call('seizures.stateRate', { ...rate, ...change })).rejects.toEqual(refused(code));
  });

  it('a number that another asset of the case has, unless the reason is given', async () => {
    const { call } = vault.client;
    const asset = await add();
    const { number } = await show(asset);
    const again = { case: caseId, name: 'Otro', details: car, identifiedOn: day(3) };
    await expect(call('seizures.add', again)).rejects.toEqual(
      refused('seizure.duplicate', { field: 'chassis', other: number }),
    );
    const added = await call('seizures.add', { ...again, duplicateReason: 'Chasis clonado' });
    expect(added.warnings.map(({ code, field }) => [code, field])).toEqual([
      ['duplicate', 'chassis'],
      ['duplicate', 'plate'],
    ]);
    // A plate alone is told, and in another case it says nothing.
    const plate = { ...again, details: { kind: 'vehicle', plate: '2345-KLM' } as const };
    expect((await call('seizures.add', plate)).warnings).toMatchObject([
      { code: 'duplicate', field: 'plate' },
    ]);
    const elsewhere = (await call('cases.open', { title: 'Otro' })).id;
    expect((await call('seizures.add', { ...again, case: elsewhere })).warnings).toEqual([]);
  });

  it('a folio that another has, written with other signs', async () => {
    const house = (registryNumber: string): AssetDetails => ({
      kind: 'realEstate',
      address: 'x',
      registryNumber,
    });
    await add(house('2.01.0.99.0012345'));
    await expect(add(house('2-01-0-99-0012345'))).rejects.toEqual(
      refused('seizure.duplicate', { field: 'registryNumber' }),
    );
  });
});

describe('two workstations', () => {
  it('an amendment that did not see another is a conflict, and both are shown', async () => {
    const { call } = vault.client;
    const asset = await add();
    const { fields } = await show(asset);
    const amend = (value: string) =>
      call('seizures.amend', {
        case: caseId,
        asset,
        amendments: [{ field: 'colour', value, saw: fields.colour.saw }],
      });
    await amend('rojo');
    await amend('granate');
    const both = await show(asset);
    expect(both.conflicts).toBe(1);
    expect([both.fields.colour.value, both.fields.colour.conflicting[0]?.value]).toEqual(['granate', 'rojo']);
    const history = await call('seizures.history', { case: caseId, asset, field: 'colour' });
    expect(history.map(({ value }) => value)).toEqual(['granate', 'rojo']);
  });

  it('an amendment is looked at like what is entered', async () => {
    const { call } = vault.client;
    const asset = await add();
    const amend = (
      field: 'chassis' | 'plate' | 'name' | 'bank' | 'counts' | 'department',
      value: string | null,
    ) => call('seizures.amend', { case: caseId, asset, amendments: [{ field, value, saw: [] }] });
    await expect(amend('chassis', 'X')).rejects.toEqual(refused('seizure.detail', { field: 'chassis' }));
    await expect(amend('name', ' ')).rejects.toEqual(refused('call.invalid', { field: 'name' }));
    await expect(amend('bank', 'x')).rejects.toEqual(refused('call.invalid', { field: 'bank' }));
    await expect(amend('counts', 'x')).rejects.toEqual(refused('call.invalid', { field: 'counts' }));
    await expect(amend('department', 'atlantis')).rejects.toEqual(
      refused('call.invalid', { field: 'department' }),
    );
    expect((await amend('chassis', '1m8gdm9a1kp042788')).warnings).toMatchObject([
      { code: 'chassisCheckDigit' },
    ]);
    expect((await show(asset)).fields.chassis.value).toBe('1M8GDM9A1KP042788');
    expect((await show(asset)).warnings).toBe(1);
    await amend('chassis', null);
    expect(await show(asset)).toMatchObject({ warnings: 0, fields: { chassis: { value: null } } });
  });
});

describe('what is written in error', () => {
  it('is annulled beside what it was, and only where nothing rests on it', async () => {
    const { call } = vault.client;
    const asset = await add();
    await execute(asset);
    const { events } = await show(asset);
    const of = (type: string): string => events.find((event) => event.type === type)?.id ?? '';
    const annul = (event: string) => call('seizures.annul', { case: caseId, asset, event, reason: 'Error' });
    // The request may go only once the order that rests on it has gone.
    await expect(annul(of('request'))).rejects.toEqual(refused('seizure.stillNeeded', { later: 'order' }));
    await expect(annul(of('order'))).rejects.toEqual(refused('call.forbidden', { right: 'seizure.decide' }));
    await annul(of('execute'));
    await expect(annul(of('execute'))).rejects.toEqual(refused('seizure.isAnnulled'));
    await call('seizures.annulDecision', { case: caseId, asset, event: of('order'), reason: 'Otro caso' });
    const after = await show(asset);
    expect(after.stage).toBe('requested');
    expect(after.events.map(({ type, annulled }) => [type, annulled?.reason ?? ''])).toEqual([
      ['value', ''],
      ['request', ''],
      ['order', 'Otro caso'],
      ['execute', 'Error'],
    ]);
    await call('seizures.order', { ...(await at(asset, 60)), order, scope: 'x' });
    expect((await show(asset)).stage).toBe('ordered');
  });

  it('a claim goes after its settlement; a forfeiture waits for it', async () => {
    const { call } = vault.client;
    const asset = await add();
    await execute(asset);
    const on = without(await at(asset, 30));
    const claim = await call('seizures.claim', { ...on, claimant: 'Leasing SA', grounds: 'Es propietaria' });
    expect((await show(asset)).openClaims).toBe(1);
    await expect(call('seizures.forfeit', { ...(await at(asset, 20)), order })).rejects.toEqual(
      refused('seizure.claimOpen', { count: 1 }),
    );
    const settle = { ...without(await at(asset, 25)), claim: claim.id, outcome: 'rejected' } as const;
    await expect(call('seizures.settleClaim', settle)).rejects.toEqual(
      refused('seizure.needed', { field: 'court' }),
    );
    await expect(call('seizures.settleClaim', { ...settle, on: day(31), court: 'Juzgado' })).rejects.toEqual(
      refused('seizure.dayBefore'),
    );
    await call('seizures.settleClaim', { ...settle, court: 'Juzgado' });
    await expect(call('seizures.settleClaim', { ...settle, court: 'Juzgado' })).rejects.toEqual(
      refused('seizure.claimIsSettled'),
    );
    await expect(
      call('seizures.annul', { case: caseId, asset, event: claim.id, reason: 'x' }),
    ).rejects.toEqual(refused('seizure.stillNeeded', { later: 'settleClaim' }));
    await call('seizures.forfeit', { ...(await at(asset, 20)), order });
  });
});

describe('money', () => {
  const cash: AssetDetails = { kind: 'cash', currency: 'BOB', counts: [{ value: '200', count: 50 }] };

  it('is split into parts that add up; one is forfeited, one returned, and every day adds up', async () => {
    const { call } = vault.client;
    const asset = await add(cash);
    await execute(asset);
    await call('seizures.cost', {
      ...without(await at(asset, 45)),
      cost: { currency: 'BOB', amount: '500' },
      what: 'Conteo y transporte',
      paidFrom: 'asset',
    });
    const parts = [
      { name: 'Decomisado', amount: '6.000,00' },
      { name: 'Del hermano', amount: '3.000,00' },
    ];
    const split = async (these: typeof parts) =>
      call('seizures.split', { ...(await at(asset, 40)), reason: 'Sentencia', parts: these });
    await expect(split(parts)).rejects.toEqual(
      refused('seizure.partsDisagree', { sum: '9000.00', whole: '9500.00' }),
    );
    await expect(split(parts.slice(1))).rejects.toEqual(refused('seizure.needed', { field: 'parts' }));
    const made = await split([
      parts[0] ?? { name: '', amount: '' },
      { name: 'Del hermano', amount: '3.500,00' },
    ]);
    const [one, two] = made.parts;
    const { number } = await show(asset);
    expect(made.parts.map((part) => part.number)).toEqual([`${number}.1`, `${number}.2`]);
    expect(await show(asset)).toMatchObject({
      stage: 'split',
      value: null,
      parts: [{ stage: 'executed' }, {}],
    });
    await call('seizures.forfeit', { ...(await at(one?.id ?? '', 30)), order });
    await call('seizures.return', { ...(await at(two?.id ?? '', 20)), order, to: 'Luis' });
    const on = async (back: number) => {
      const { lines } = await call('seizures.ledger', { case: caseId, on: day(back) });
      const line = lines[0];
      if (line === undefined) return null;
      const { entered, revalued, states } = line;
      expect(entered + revalued).toBe(Object.values(states).reduce((sum, each) => sum + each, 0));
      return Object.fromEntries(Object.entries(states).filter(([, minor]) => minor !== 0));
    };
    expect(await on(91)).toBeNull();
    expect(await on(90)).toEqual({ identified: 1_000_000 });
    expect(await on(50)).toEqual({ executed: 1_000_000 });
    expect(await on(45)).toEqual({ executed: 950_000, spent: 50_000 });
    expect(await on(40)).toEqual({ executed: 950_000, spent: 50_000 });
    expect(await on(30)).toEqual({ forfeited: 600_000, executed: 350_000, spent: 50_000 });
    expect(await on(0)).toEqual({ forfeited: 600_000, returned: 350_000, spent: 50_000 });
    // Nothing that was done with the parts lets the split be undone any more; what is divided takes no values.
    const { id = '' } = (await show(asset)).events.find(({ type }) => type === 'split') ?? {};
    await expect(call('seizures.annul', { case: caseId, asset, event: id, reason: 'x' })).rejects.toEqual(
      refused('seizure.stillNeeded'),
    );
    await expect(
      call('seizures.value', { case: caseId, asset, ...worth, currency: 'BOB', on: day(60) }),
    ).rejects.toEqual(refused('seizure.stepNotAllowed', { stage: 'split' }));
  });

  it('comes together again where the split is annulled', async () => {
    const { call } = vault.client;
    const asset = await add({ kind: 'livestock', species: 'bovino', quantity: '12' });
    const parts = [
      { name: 'a', amount: '5.000,00', count: 5 },
      { name: 'b', amount: '7.000,00', count: 6 },
    ];
    const split = async (count: number) =>
      call('seizures.split', {
        ...(await at(asset, 10)),
        reason: 'x',
        parts: parts.map((part) => (part.name === 'b' ? { ...part, count } : part)),
      });
    await expect(split(6)).rejects.toEqual(refused('seizure.partsDisagree'));
    const made = await split(7);
    const list = async (): Promise<string[]> => {
      const page = { sort: 'number', descending: false, offset: 0, limit: 50 } as const;
      return (await call('seizures.list', { case: caseId, ...page })).rows.map(({ stage }) => stage);
    };
    expect(await list()).toEqual(['split', 'identified', 'identified']);
    const { id = '' } = (await show(asset)).events.find(({ type }) => type === 'split') ?? {};
    await call('seizures.annul', { case: caseId, asset, event: id, reason: 'No correspondía' });
    expect(await list()).toEqual(['identified']);
    expect(await show(asset)).toMatchObject({ value: { minor: 1_200_000 }, parts: [] });
    await expect(
      call('seizures.linkPerson', {
        case: caseId,
        asset: made.parts[0]?.id ?? '',
        person: 'x',
        role: 'owner',
      }),
    ).rejects.toEqual(refused('call.notFound'));
    expect((await split(7)).parts[0]?.number).toMatch(/\.3$/);
  });

  it('that an asset does not have is not spent out of it', async () => {
    const { call } = vault.client;
    const asset = await add(cash);
    const spend = async (amount: string, back: number, currency = 'BOB') =>
      call('seizures.cost', {
        ...without(await at(asset, back)),
        cost: { currency, amount },
        what: 'x',
        paidFrom: 'asset',
      });
    await expect(spend('10.000,01', 5)).rejects.toEqual(refused('seizure.spentTooMuch'));
    await expect(spend('1', 5, 'USD')).rejects.toEqual(refused('seizure.spentTooMuch', { currency: 'USD' }));
    await spend('6.000,00', 5);
    // Neither now, nor dated back so that what was spent since would no longer be there.
    await expect(spend('4.000,01', 4)).rejects.toEqual(refused('seizure.spentTooMuch'));
    await expect(spend('4.000,01', 60)).rejects.toEqual(refused('seizure.spentTooMuch'));
    await expect(
      call('seizures.value', {
        case: caseId,
        asset,
        ...worth,
        currency: 'BOB',
        amount: '5.999,99',
        on: day(6),
      }),
    ).rejects.toEqual(refused('seizure.spentTooMuch'));
    expect(await show(asset)).toMatchObject({ value: { minor: 400_000 }, spent: [{ minor: 600_000 }] });
  });

  it('is turned into one currency by stated rates only, the latest of the day', async () => {
    const { call } = vault.client;
    await add(cash);
    await add();
    const state = (rate: string, back: number) =>
      call('seizures.stateRate', {
        case: caseId,
        from: 'USD',
        to: 'BOB',
        rate,
        on: day(back),
        source: 'BCB',
      });
    await state('6,86', 100);
    const later = await state('6,96', 10);
    const turned = async (back: number) =>
      (await call('seizures.ledger', { case: caseId, on: day(back), convertTo: 'BOB' })).converted;
    expect((await turned(11))?.line.entered).toBe(1_000_000 + 8_232_000);
    expect(await turned(10)).toMatchObject({
      line: { entered: 1_000_000 + 8_352_000 },
      rates: [{ rate: '6.96' }],
    });
    await call('seizures.annul', { case: caseId, asset: null, event: later.id, reason: 'Mal copiado' });
    expect((await turned(10))?.line.entered).toBe(9_232_000);
    expect(await call('seizures.rates', { case: caseId })).toMatchObject([
      { rate: '6.96', annulled: { reason: 'Mal copiado' } },
      { rate: '6.86', annulled: null },
    ]);
    const into = await call('seizures.ledger', { case: caseId, convertTo: 'EUR' });
    expect(into.converted).toMatchObject({ missing: ['BOB', 'USD'], line: { entered: 0 } });
  });

  it('that is counted anew is valued anew', async () => {
    const { call } = vault.client;
    const asset = await add(cash);
    const { saw } = (await show(asset)).fields.counts;
    await call('seizures.amend', {
      case: caseId,
      asset,
      amendments: [{ field: 'counts', value: ['200 x 49', '0,50 × 2'], saw, reason: 'Recuento' }],
    });
    expect(await show(asset)).toMatchObject({
      value: { minor: 980_100 },
      fields: { counts: { value: ['200.00 × 49', '0.50 × 2'] } },
    });
  });
});

describe('people', () => {
  const person = async (name: string, kind: 'person' | 'organisation' = 'person'): Promise<string> =>
    (await vault.client.call('people.add', { case: caseId, kind, name, role: 'witness' })).id;

  it('never own more than the whole at once', async () => {
    const { call } = vault.client;
    const asset = await add();
    const [ana, luis] = [await person('Ana'), await person('Luis')];
    const own = (who: string, share: string, days: object = {}) =>
      call('seizures.linkPerson', { case: caseId, asset, person: who, role: 'owner', share, ...days });
    await own(ana, '60', { until: day(30) });
    await own(luis, '40');
    await expect(own(luis, '0,01')).rejects.toEqual(refused('seizure.sharesOver', { total: '100.01' }));
    await own(luis, '60', { from: day(30) });
    for (const share of ['0', '101', '-1', '12,345', 'x'])
      await expect(own(ana, share)).rejects.toEqual(refused('call.invalid', { field: 'share' }));
    await expect(own(ana, '', { from: day(1), until: day(2) })).rejects.toEqual(
      refused('seizure.dayBefore', { field: 'until' }),
    );
    // A beneficiary's share is counted apart from an owner's.
    await call('seizures.linkPerson', {
      case: caseId,
      asset,
      person: ana,
      role: 'beneficiary',
      share: '100',
    });
    const { holdings, owners } = await show(asset);
    expect(holdings.map(({ name, share }) => [name, share])).toContainEqual(['Luis', 6_000]);
    expect(owners).toEqual(['Ana', 'Luis']);
    await call('seizures.unlink', { case: caseId, asset, link: holdings[0]?.id ?? '', reason: 'Error' });
    expect((await show(asset)).holdings).toHaveLength(3);
  });

  it('hold through others, and circles end', async () => {
    const { call } = vault.client;
    const [ana, firm, front] = [
      await person('Ana'),
      await person('Inversiones SRL', 'organisation'),
      await person('Taller SA', 'organisation'),
    ];
    const house = await add({ kind: 'realEstate', address: 'Av. 1' }, { name: 'Casa' });
    const shares = await add({ kind: 'companyShare', company: 'Inversiones SRL', organisation: firm });
    const relate = (from: string, to: string) =>
      call('people.relate', { case: caseId, from, to, type: 'ownerOf' });
    await relate(firm, front);
    await relate(front, firm);
    await call('people.relate', { case: caseId, from: ana, to: front, type: 'knows' });
    await call('seizures.linkPerson', { case: caseId, asset: shares, person: ana, role: 'owner' });
    await call('seizures.linkPerson', { case: caseId, asset: house, person: front, role: 'owner' });
    const { nodes, reaches, edges } = await call('seizures.graph', { case: caseId });
    const way = reaches.find((reach) => reach.person === ana && reach.asset === house);
    // Knowing somebody is drawn, and is no way to what that person holds.
    expect(edges).toHaveLength(6);
    expect(way).toEqual({
      person: ana,
      asset: house,
      through: [ana, shares, firm, front, house],
      direct: false,
    });
    expect(nodes.filter(({ inCircle }) => inCircle).map(({ name }) => name)).toEqual([
      'Inversiones SRL',
      'Taller SA',
    ]);
  });
});

describe('lists', () => {
  it('filter, sort and count', async () => {
    const { call } = vault.client;
    const lorry = await add(car, { name: 'Camión', office: 'FETP' });
    await add({ kind: 'weapon', serial: 'A-1' }, { name: 'Revólver', value: { ...worth, ...usd('99,99') } });
    await add({ kind: 'other' }, { name: 'Sin valor', value: undefined });
    await execute(lorry);
    const page = { descending: false, offset: 0, limit: 10 } as const;
    const names = async (filter: Partial<Input<'seizures.list'>>): Promise<string[]> => {
      const { rows } = await call('seizures.list', { case: caseId, sort: 'name', ...page, ...filter });
      return rows.map(({ name }) => name);
    };
    expect(await names({})).toEqual(['Camión', 'Revólver', 'Sin valor']);
    expect(await names({ sort: 'value', descending: true })).toEqual(['Camión', 'Revólver', 'Sin valor']);
    expect(await names({ sort: 'value' })).toEqual(['Revólver', 'Camión', 'Sin valor']);
    expect(await names({ stages: ['executed'] })).toEqual(['Camión']);
    expect(await names({ kinds: ['weapon', 'other'] })).toEqual(['Revólver', 'Sin valor']);
    expect(await names({ text: 'CAMION' })).toEqual(['Camión']);
    expect(await names({ currency: 'USD', valueFrom: 10_000 })).toEqual(['Camión']);
    expect(await names({ office: 'FETP' })).toEqual(['Camión']);
    await expect(names({ valueFrom: 1 })).rejects.toEqual(refused('call.invalid', { field: 'currency' }));
    expect(await call('seizures.totals', { case: caseId, by: 'stage' })).toEqual([
      { key: 'executed', count: 1, values: [{ currency: 'USD', minor: 1_200_000 }] },
      { key: 'identified', count: 2, values: [{ currency: 'USD', minor: 9_999 }] },
    ]);
    expect(await call('seizures.facets', { case: caseId })).toMatchObject({
      kinds: [
        { kind: 'other', count: 1 },
        { kind: 'vehicle', count: 1 },
        { kind: 'weapon', count: 1 },
      ],
      offices: ['FETP'],
      currencies: ['USD'],
    });
    const number = (await show(lorry)).number;
    expect(await call('seizures.find', { given: number })).toEqual({ case: caseId, asset: lorry, number });
    const { hits } = await call('search.find', { text: 'garaje', limit: 10, case: caseId, kinds: ['asset'] });
    expect(hits).toMatchObject([{ kind: 'asset', id: lorry, number, label: 'Camión' }]);
  });

  it('stop at the team', async () => {
    const { call } = vault.client;
    const lorry = await add();
    await execute(lorry);
    const { number } = await show(lorry);
    const page = { descending: false, offset: 0, limit: 10 } as const;
    const phrase = 'otra frase del norte 812';
    await call('users.add', { name: `Eva ${caseId}`, passphrase: phrase, roles: ['prosecutor'] });
    await call('vault.lock', {});
    await call('vault.unlock', { name: `Eva ${caseId}`, passphrase: phrase });
    expect((await call('seizures.list', { sort: 'number', ...page })).total).toBe(0);
    expect((await call('seizures.ledger', {})).lines).toEqual([]);
    expect((await call('search.find', { text: 'garaje', limit: 10 })).hits).toEqual([]);
    await expect(call('seizures.find', { given: number })).rejects.toEqual(refused('call.notFound'));
    await expect(call('seizures.show', { case: caseId, asset: lorry })).rejects.toEqual(
      refused('call.notOnTeam'),
    );
    await call('vault.lock', {});
    await call('vault.unlock', first);
  });

  it('tell how it stood then', async () => {
    const asset = await add();
    const then = new Date().toISOString();
    await new Promise((done) => setTimeout(done, 5));
    await execute(asset);
    expect((await show(asset)).stage).toBe('executed');
    expect(await show(asset, then)).toMatchObject({ stage: 'identified', events: [{ type: 'value' }] });
    const past = await vault.client.call('seizures.ledger', { case: caseId, asOf: then });
    expect(past.lines[0]?.states).toMatchObject({ identified: 1_200_000, executed: 0 });
  });
});
