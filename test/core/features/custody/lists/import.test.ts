import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CustodyListInput,
  CustodyListOutcome,
} from '../../../../../electron/core/features/custody/lists/model.ts';
import { readTable } from '../../../../../electron/core/tables/csv.ts';
import { makeVault, type TestVault } from '../../../../support/vault.ts';

const nowhere = {
  source: '',
  place: '',
  collectedOn: '',
  collectedBy: '',
  collectedAt: '',
  coordinates: '',
  present: [],
};
const head =
  'N.º de evidencia;Acto;Fecha;Hora;Entrega;Recibe;Lugar;Motivo;Precinto;N.º de orden;Autoridad que ordena;Fecha de la orden;Debe volver el;Observaciones';

/** One row for every way in which one can be wrong, among good ones, in no order of time. */
const mixed = [
  head,
  'E-001;Entregado a otra persona;06/05/2025;10:00;Secretaría;IDIF;La Paz;Pericia;;;;;20/05/2025;caja 3',
  'E-001;Recepción;05/05/2025;09:15;;Secretaría;Depósito;;;;;;;',
  '356938035643809;received;2025-05-05;09:20;;Secretaría;;;P-77;;;;;',
  'p 77;apertura;2025-05-06;09:20;;Perito;;;P-77;;;;;',
  'E-1;Devolución;19/05/2025;16:40;IDIF;Secretaría;;;;;;;;',
  'E-009;Recibido;05/05/2025;09:00;;Secretaría;;;;;;;;',
  'REPETIDO-5;Recibido;05/05/2025;09:00;;Secretaría;;;;;;;;',
  'E-003;Prestado;05/05/2025;09:00;;Secretaría;;;;;;;;',
  'E-003;Recibido;31/02/2025;09:00;;Secretaría;;;;;;;;',
  'E-003;Recibido;05/05/25;09:00;;Secretaría;;;;;;;;',
  'E-003;Recibido;05/05/2025;;;Secretaría;;;;;;;;',
  'E-003;Recibido;05/05/2099;09:00;;Secretaría;;;;;;;;',
  'E-003;Lacrado;05/05/2025;09:00;;;;;P-1;;;;;',
  'E-001;Destruido;05/06/2025;09:00;;;;;;77/2025;;;;',
  ';Recibido;05/05/2025;09:00;;Secretaría;;;;;;;;',
  'E-001;Recepción;05/05/2025;09:15;;secretaria;;;;;;;;',
].join('\n');

describe('importing a custody register', () => {
  let vault: TestVault;
  let caseId: string;
  let exhibits: readonly { exhibit: string; number: string }[];
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

  beforeAll(async () => {
    vault = await makeVault();
    caseId = (await vault.client.call('cases.open', { title: 'Registros' })).id;
    exhibits = await vault.client.call('evidence.recordItems', {
      case: caseId,
      occasion: nowhere,
      items: [
        { name: 'Cuaderno', category: 'document' },
        {
          name: 'Teléfono',
          category: 'phone',
          serials: [{ label: 'imei', value: '356938035643809' }],
          seal: 'P-77',
        },
        { name: 'Caja', category: 'container', seal: 'REPETIDO-5' },
        { name: 'Otra caja', category: 'container', seal: 'REPETIDO-5' },
      ],
    });
  });
  afterAll(() => vault.remove());

  const run = async (
    content: string,
    more: Omit<CustodyListInput, 'case' | 'file'> = {},
    name = 'libro 2025.csv',
  ): Promise<CustodyListOutcome> => {
    const path = join(vault.root, name);
    writeFileSync(path, content);
    const { handle } = await vault.client.core.offerFile(path);
    const { id } = await vault.client.call('custody.list', { case: caseId, file: handle, ...more });
    const ended = await vault.client.core.services.jobs.ended(id);
    if (ended.state !== 'done') throw new Error(`${ended.state} ${ended.error?.code ?? ''}`);
    return ended.result as CustodyListOutcome;
  };
  const recorded = async () => {
    const all = await Promise.all(
      exhibits.map(({ exhibit }) => vault.client.call('custody.show', { case: caseId, exhibit })),
    );
    return all.map(({ records }) => records);
  };

  it('tells what comes of every row, and writes nothing', async () => {
    const { rows, counts, written, sha256, missing } = await run(mixed);
    expect(rows.map(({ row, outcome, why, number }) => [row, outcome, why, number?.slice(-5)])).toEqual([
      [2, 'write', undefined, 'E-001'],
      [3, 'write', undefined, 'E-001'],
      [4, 'write', undefined, 'E-002'],
      [5, 'refused', 'noReason', 'E-002'],
      [6, 'write', undefined, 'E-001'],
      [7, 'refused', 'unknownExhibit', undefined],
      [8, 'refused', 'severalExhibits', undefined],
      [9, 'refused', 'unknownEvent', undefined],
      [10, 'refused', 'badDate', undefined],
      [11, 'refused', 'ambiguousDate', undefined],
      [12, 'refused', 'noTime', undefined],
      [13, 'refused', 'future', 'E-003'],
      [14, 'refused', 'notReceived', 'E-003'],
      [15, 'refused', 'noOrder', 'E-001'],
      [16, 'refused', 'noExhibit', undefined],
      [17, 'known', undefined, 'E-001'],
    ]);
    expect(rows.at(-1)).toMatchObject({ repeats: 3 });
    expect(rows[6]?.params?.numbers).toBe(`${exhibits[2]?.number}, ${exhibits[3]?.number}`);
    expect([counts, written, sha256, missing]).toEqual([
      { write: 4, known: 1, refused: 11 },
      false,
      hash(mixed),
      [],
    ]);
    expect((await recorded()).flat()).toEqual([]);
  });

  it('asks for the columns it does not know, and reads by those that it is told', async () => {
    const odd = 'Pieza;Qué pasó;Fecha;Hora;Recibe\nE-001;Ingreso;05/05/2025;09:15;Secretaría';
    expect(await run(odd)).toMatchObject({
      missing: ['exhibit', 'event'],
      rows: [],
      columns: { to: 'Recibe' },
    });
    const told = await run(odd, { columns: { exhibit: 'Pieza', event: 'Qué pasó' } });
    expect(told.rows).toMatchObject([{ outcome: 'write', event: 'received', to: 'Secretaría' }]);
  });

  it('saves the refused rows with their reasons, to be mended and tried again', async () => {
    const { saved = '' } = await run(mixed, { saveRefused: {} });
    const { rows } = await readTable(join(vault.root, 'exports', saved));
    expect(rows).toHaveLength(12);
    expect(rows[0]?.cells.at(-1)).toBe('Observado por Custodia');
    expect(rows[1]?.cells.slice(0, 2)).toEqual(['p 77', 'apertura']);
    expect(rows[1]?.cells.at(-1)).toContain('motivo');
    const mended = readFileSync(join(vault.root, 'exports', saved), 'utf8').replace('Prestado', 'Recibido');
    const again = await run(mended);
    // Received now, its sealing of the same minute may follow.
    expect(again.counts).toEqual({ write: 2, known: 0, refused: 9 });
    const { saved: second = '' } = await run(mended, { saveRefused: {} });
    expect((await readTable(join(vault.root, 'exports', second))).rows[0]?.cells).toEqual(rows[0]?.cells);
  });

  it('lets no cell become a formula in what it saves, and reads it back as it was', async () => {
    const { saved = '' } = await run(`${head}\n=1+1;Recibido;05/05/2025;09:00;;+591 2;;;;;;;;`, {
      saveRefused: {},
    });
    expect(readFileSync(join(vault.root, 'exports', saved), 'utf8')).toContain(`"'=1+1";`);
    const { rows } = await run(readFileSync(join(vault.root, 'exports', saved), 'utf8'));
    expect(rows).toMatchObject([{ given: '=1+1', to: '+591 2', why: 'unknownExhibit' }]);
  });

  it('writes nothing while rows are refused, nor a list or a case that changed since it was shown', async () => {
    const { sha256, shown } = await run(mixed);
    await expect(run(mixed, { write: { sha256, shown } })).rejects.toThrow('list.hasRefused');
    await expect(run(`${mixed}\n`, { write: { sha256, shown, onlyGood: true } })).rejects.toThrow(
      'list.changed',
    );
    const [, , third] = exhibits;
    const exhibit = third?.exhibit ?? '';
    await vault.client.call('custody.record', {
      ...{
        case: caseId,
        exhibit,
        event: 'received',
        when: new Date('2025-05-05T08:00').toISOString(),
        to: 'Portería',
      },
    });
    await expect(run(mixed, { write: { sha256, shown, onlyGood: true } })).rejects.toThrow('list.changed');
    expect((await recorded()).flat()).toHaveLength(1);
  });

  it('writes the good ones where that is said, each as copied from its row, in the order of time', async () => {
    const { sha256, shown } = await run(mixed);
    const done = await run(mixed, { write: { sha256, shown, onlyGood: true } });
    expect(done).toMatchObject({ written: true, counts: { write: 5 } });
    const [first = [], second = []] = await recorded();
    expect(first.map(({ event, list, confirmation }) => [event, list?.row, confirmation])).toEqual([
      ['received', 3, 'none'],
      ['transferred', 2, 'none'],
      ['returned', 6, 'none'],
    ]);
    expect(first[1]).toMatchObject({
      ...{ from: 'Secretaría', to: 'IDIF', place: 'La Paz', reason: 'Pericia', note: 'caja 3' },
      ...{ dueBack: '2025-05-20', list: { name: 'libro 2025.csv', sha256: hash(mixed), row: 2 } },
    });
    expect(new Date(first[1]?.when ?? '').getTime()).toBe(new Date('2025-05-06T10:00').getTime());
    expect(second).toMatchObject([{ event: 'received', seal: 'P-77' }]);
    const page = await vault.client.call('timeline.list', { case: caseId, limit: 100 });
    expect(page.entries.filter(({ kind }) => kind === 'custody.listImported')).toMatchObject([
      {
        details: { name: 'libro 2025.csv', sha256: hash(mixed), counts: { write: 5, known: 1, refused: 10 } },
      },
    ]);
  });

  it('knows all of it again, and writes it no second time', async () => {
    const { counts, sha256, shown } = await run(mixed);
    expect(counts).toEqual({ write: 0, known: 6, refused: 10 });
    expect(await run(mixed, { write: { sha256, shown, onlyGood: true } })).toMatchObject({ written: false });
    expect((await recorded()).flat()).toHaveLength(6);
  });

  it('is not a thing that a person can say of an event by hand', async () => {
    const [first] = exhibits;
    const said = {
      case: caseId,
      exhibit: first?.exhibit ?? '',
      event: 'sealed' as const,
      seal: 'x',
      when: new Date().toISOString(),
    };
    const list = { name: 'x', sha256: hash('x'), row: 1 };
    await expect(vault.client.call('custody.record', { ...said, list } as typeof said)).rejects.toThrow(
      'call.invalid',
    );
  });

  it('takes 20 000 rows', async () => {
    const items = Array.from({ length: 200 }, (_, index) => ({
      name: `Bolsa ${index}`,
      category: 'other' as const,
    }));
    const many = await vault.client.call('evidence.recordItems', { case: caseId, occasion: nowhere, items });
    const day = (n: number): string => new Date(Date.UTC(2024, 0, 1 + n, 14)).toISOString();
    const lines = many.flatMap(({ number }, item) =>
      Array.from({ length: 100 }, (_, n) => {
        const [from, to] = n % 2 === 0 ? ['Ana', 'Beto'] : ['Beto', 'Ana'];
        return `${number};${n === 0 ? 'Recibido' : 'Entregado'};${day(n)};${item === 7 && n === 50 ? '' : from};${to}`;
      }),
    );
    const text = ['Evidencia;Acto;Fecha;Entrega;Recibe', ...lines.reverse()].join('\n');
    const { counts, rows, sha256, shown } = await run(text);
    expect(counts).toEqual({ write: 20_000, known: 0, refused: 0 });
    expect(rows.filter(({ warnings }) => warnings.length > 0)).toMatchObject([
      { warnings: [{ kind: 'giverTaken', said: 'Ana' }] },
    ]);
    expect(await run(text, { write: { sha256, shown } })).toMatchObject({ written: true });
    const shownLast = await vault.client.call('custody.show', {
      case: caseId,
      exhibit: many[199]?.exhibit ?? '',
    });
    expect(shownLast.records).toHaveLength(100);
    expect(shownLast.anomalies.filter(({ kind }) => kind !== 'late')).toEqual([]);
  }, 600_000);
});
