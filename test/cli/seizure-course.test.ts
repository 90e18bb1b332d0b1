import { formatISO } from 'date-fns/formatISO';
import { subDays } from 'date-fns/subDays';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetRecord, Ledger } from '../../electron/core/features/seizures/model.ts';
import { createPlace } from './custodia.ts';

const place = createPlace();
const day = (back: number): string => formatISO(subDays(new Date(), back), { representation: 'date' });
let opened: string;
let paper: string;
let car: string;

beforeAll(async () => {
  await place.createLight();
  opened = place.json<{ number: string }>(['case', 'open', '--title', 'Bienes']).number;
  const file = place.file('acta.txt', 'acta');
  const { exhibits } = place.json<{ exhibits: { number: string }[] }>([
    'evidence',
    'attach',
    '--case',
    opened,
    file,
  ]);
  paper = exhibits[0]?.number ?? '';
});
afterAll(() => place.clear());

const json = <T = { id: string; stage: string }>(...args: string[]): T => place.json<T>(['seizure', ...args]);

describe('seizure', () => {
  it('enters assets of a kind with their fields, and tells what to look at again', () => {
    const added = json<{ number: string; warnings: { code: string }[] }>(
      'add',
      '--case',
      opened,
      '--name',
      'Vagoneta',
      '--kind',
      'vehicle',
      '--detail',
      'plate=2345KLM',
      '--detail',
      'chassis=1M8GDM9A1KP042788',
      '--identified-on',
      day(90),
      '--amount',
      'USD 12.000,00',
      '--on',
      day(90),
      '--source',
      'Peritaje',
    );
    car = added.number;
    expect(added).toMatchObject({ number: `${opened}/B-001`, warnings: [{ code: 'chassisCheckDigit' }] });
    const cash = place.run([
      ...['seizure', 'add', '--case', opened, '--name', 'Caja fuerte', '--kind', 'cash'],
      ...['--detail', 'currency=BOB', '--count', '200 x 14', '--count', '0,50 x 2'],
      ...['--identified-on', day(80)],
    ]);
    expect(cash).toMatchObject({ code: 0, err: '' });
    expect(cash.out).toContain('B-002');
  });

  it('takes the steps of a measure and says where it stands', () => {
    const acted = ['--document', paper];
    const decided = ['--order-court', 'Juzgado 1', '--order-number', '7', '--order-date', day(70)];
    expect(json('request', car, '--court', 'Juzgado 1', '--on', day(80), ...acted).stage).toBe('requested');
    expect(json('order', car, ...decided, '--scope', 'Todo', '--on', day(70), ...acted).stage).toBe(
      'ordered',
    );
    const executed = json(
      ...['execute', car, '--place', 'Calle 4', '--by', 'FELCC', '--witness', 'Rosa; CI 1; vecina'],
      ...['--item', 'Vagoneta; 1; buena', '--on', day(60), ...acted],
    );
    expect(executed.stage).toBe('executed');
    const out = place.run([
      ...['seizure', 'administer', car, '--custodian', 'DIRCABI', '--place', 'Senkata', '--on', day(50)],
      ...acted,
    ]);
    expect(out.out).toContain('En administración');
    json('check', car, '--condition', 'good', '--by', 'Perito', '--on', day(20));
    json('cost', car, '--amount', 'BOB 300,50', '--what', 'Grúa', '--on', day(20));
    const claim = json('claim', car, '--claimant', 'Leasing SA', '--grounds', 'Dueña', '--on', day(15));
    const early = place.run(['seizure', 'forfeit', car, ...decided, '--on', day(10), ...acted]);
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('reclamos de terceros')]);
    json('settle-claim', car, '--claim', claim.id, '--outcome', 'rejected', '--court', 'J', '--on', day(12));
    const { id, stage } = json('forfeit', car, ...decided, '--on', day(10), ...acted);
    expect(stage).toBe('forfeited');
    place.run(['seizure', 'annul', car, id, '--reason', 'Otro bien']);
    const record = json<AssetRecord>('show', car);
    expect(record).toMatchObject({ stage: 'administered', custodian: 'DIRCABI', openClaims: 0 });
    expect(record.events.find((event) => event.id === id)?.annulled?.reason).toBe('Otro bien');
    expect(place.json(['deadline', 'list', '--case', opened])).toMatchObject({
      deadlines: [{ what: 'seizure.check' }, { what: 'seizure.account' }],
    });
  });

  it('refuses with the reason in words, and writes nothing', () => {
    const before = json<AssetRecord>('show', car);
    for (const [args, text] of [
      [['value', car, '--amount', 'USD 1,2,3', '--source', 's'], 'no es un importe'],
      [['value', car, '--amount', 'USD 1.234', '--source', 's'], 'de dos maneras'],
      [['value', car, '--amount', 'XXZ 1', '--source', 's'], 'No hay moneda'],
      [['request', car, '--court', 'J', '--on', '2999-01-01', '--document', paper], 'aún no ha llegado'],
      [['lift', car, '--reason', 'r'], 'no corresponde «levantamiento»'],
      [['amend', car, 'chassis', 'X'], 'Chasis'],
    ] as const) {
      const { code, err, out } = place.run(['seizure', ...args]);
      expect(err).toContain(text);
      expect([code, out]).toEqual([1, '']);
    }
    const english = place.run(['seizure', 'lift', car, '--reason', 'r'], { LANG: 'en_GB.UTF-8' });
    expect(english.err).toContain('stands at “under administration”: “lifting” does not follow');
    expect(json<AssetRecord>('show', car)).toEqual(before);
  });

  it('tells wrong usage', () => {
    for (const [args, text] of [
      [['add', '--case', opened, '--name', 'x', '--kind', 'boat'], '«boat»'],
      [['add', '--case', opened, '--name', 'x', '--kind', 'vehicle', '--detail', 'bank=x'], 'plate'],
      [['add', '--case', opened, '--name', 'x', '--kind', 'cash', '--count', 'mucho'], '«mucho»'],
      [['list', '--case', opened, '--stage', 'lost'], 'forfeited'],
      [['link', car, '--role', 'owner'], '--person, --exhibit'],
      [['value', car, '--amount', '1', '--on', '2026-02-30'], '«2026-02-30»'],
    ] as const) {
      const { code, err } = place.run(['seizure', ...args]);
      expect([code, err]).toEqual([2, expect.stringContaining(text)]);
    }
  });

  it('links people and exhibits, amends, and draws who holds what', () => {
    place.json(['person', 'add', '--case', opened, '--name', 'Ana', '--role', 'suspect']);
    json('link', car, '--person', 'Ana', '--role', 'owner', '--share', '50');
    json('link', car, '--exhibit', paper, '--role', 'photograph');
    json('amend', car, 'colour', 'rojo', '--reason', 'visto de día');
    const record = json<AssetRecord>('show', car);
    expect(record).toMatchObject({ owners: ['Ana'], exhibits: 1, fields: { colour: { value: 'rojo' } } });
    expect(place.run(['seizure', 'graph', '--case', opened]).out).toContain('Ana → Vagoneta');
  });

  it('splits, and adds up in every currency and in one', () => {
    const cash = `${opened}/B-002`;
    const parts = ['--part', 'A; 2.000,00', '--part', 'B; 801,00'];
    json('split', cash, ...parts, '--reason', 'Sentencia', '--on', day(30));
    json('rate', '--case', opened, '--from', 'USD', '--to', 'BOB', '--rate', '6,96', '--source', 'BCB');
    const ledger = json<Ledger>('totals', '--case', opened, '--convert', 'bob');
    for (const line of [...ledger.lines, ledger.converted?.line].filter((each) => each !== undefined))
      expect(Object.values(line.states).reduce((sum, minor) => sum + minor, 0)).toBe(
        line.entered + line.revalued,
      );
    expect(ledger.converted?.line.states).toMatchObject({ identified: 280_100, administered: 8_352_000 });
    expect(json<Ledger>('totals', '--case', opened, '--on', day(65)).lines[1]).toMatchObject({
      currency: 'USD',
      states: { ordered: 1_200_000 },
    });
    const listed = json<{ total: number; assets: { number: string }[] }>('list', '--case', opened);
    expect(listed.assets.map(({ number }) => number)).toEqual([car, cash, `${cash}.1`, `${cash}.2`]);
    expect(place.run(['seizure', 'totals', '--case', opened]).out).toContain('BOB 2801.00');
  });

  it.each(['es_BO.UTF-8', 'en_GB.UTF-8'])('explains every verb (%s)', (LANG) => {
    const about = place.run(['seizure', '--help'], { LANG }).out;
    const verbs = [...about.matchAll(/^ {2}([a-z-]+) /gmu)].map(([, verb]) => verb ?? '');
    expect(verbs.length).toBeGreaterThanOrEqual(28);
    for (const verb of verbs.slice(0, 4))
      expect(place.run(['seizure', verb, '--help'], { LANG }).out).not.toMatch(
        /command\.|option\.|word\.|argument\./,
      );
    expect(about).not.toMatch(/command\.|option\.|word\./);
  });
});
