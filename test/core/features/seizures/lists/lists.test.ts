import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  ImportedList,
  ImportListInput,
} from '../../../../../electron/core/features/seizures/lists/model.ts';
import { deflatedZip } from '../../../../fixtures/zip.ts';
import { has } from '../../../../support/tools.ts';
import { makeVault, type TestVault } from '../../../../support/vault.ts';

let vault: TestVault;
let caseId: string;
let other: string;
let exports: string;

const csv = (name: string, content: string | Uint8Array): string => {
  const path = join(vault.root, name);
  writeFileSync(path, content);
  return path;
};

async function bring(
  into: string,
  path: string,
  more: Omit<ImportListInput, 'case' | 'file'> = {},
): Promise<ImportedList> {
  const { handle } = await vault.client.core.offerFile(path);
  const job = await vault.client.call('seizures.importList', { case: into, file: handle, ...more });
  const ended = await vault.client.core.services.jobs.ended(job.id);
  if (ended.error !== undefined) throw Object.assign(new Error(ended.error.code), ended.error);
  return ended.result as ImportedList;
}

async function exported(of: string | undefined, format: 'csv' | 'xlsx', text?: string): Promise<string> {
  const { handle } = await vault.client.core.offerFolder(exports);
  const { name } = await vault.client.call('seizures.exportList', { case: of, format, folder: handle, text });
  return join(exports, name);
}

async function assetsOf(id: string): Promise<number> {
  const list = { case: id, sort: 'number', descending: false, offset: 0, limit: 1 } as const;
  return (await vault.client.call('seizures.list', list)).total;
}

beforeAll(async () => {
  vault = await makeVault();
  exports = join(vault.root, 'salida');
  mkdirSync(exports);
  caseId = (await vault.client.call('cases.open', { title: 'Taller' })).id;
  other = (await vault.client.call('cases.open', { title: 'Hotel' })).id;
  const add = (
    input: Parameters<typeof vault.client.call<'seizures.add'>>[1],
  ): ReturnType<typeof vault.client.call<'seizures.add'>> => vault.client.call('seizures.add', input);
  const company = await vault.client.call('people.add', {
    case: caseId,
    kind: 'organisation',
    role: 'other',
    name: 'Tika SRL',
  });
  const base = { case: caseId, identifiedOn: '2026-03-01' };
  await add({
    ...base,
    name: '=HYPERLINK("http://x";"Camioneta")',
    details: { kind: 'vehicle', plate: '2345KLP', chassis: '1M8GDM9AXKP042788', make: '@Toyota' },
    description: 'Con "comillas"; punto y coma,\ny un salto de línea',
    notes: "'+591 2 555",
    value: {
      currency: 'BOB',
      amount: '145000,50',
      on: '2026-03-02',
      basis: 'appraisal',
      source: 'Perito',
      by: 'Ing. Rocha',
    },
  });
  await add({
    ...base,
    name: 'Caja fuerte',
    details: {
      kind: 'cash',
      currency: 'USD',
      counts: [
        { value: '100', count: 14 },
        { value: '0,50', count: 3 },
      ],
    },
  });
  await add({
    ...base,
    name: 'Lote en Achocalla',
    details: { kind: 'realEstate', address: '-Av. 6 de Agosto', coordinates: '-16.5, -68.15' },
    value: { currency: 'KWD', amount: '012,345', on: '2026-03-02', basis: 'estimate', source: '', by: '' },
  });
  await add({
    ...base,
    name: 'Cuotas',
    details: { kind: 'companyShare', company: 'Tika', organisation: company.id, portion: '33,33' },
    department: 'laPaz',
  });
});
afterAll(() => vault.remove());

describe.each(['csv', 'xlsx'] as const)('a list as %s', (format) => {
  it('comes back without change: everything in it is there already', async () => {
    const before = await assetsOf(caseId);
    const path = await exported(caseId, format);
    const list = await bring(caseId, path);
    expect(list.rows.flatMap(({ reasons }) => reasons)).toEqual([]);
    expect(list.counts).toEqual({ new: 0, there: 4, refused: 0 });
    const { written } = await bring(caseId, path, { write: { seen: list.seen, acceptGood: false } });
    expect(written).toBe(0);
    expect(await assetsOf(caseId)).toBe(before);
  });

  it('fills an empty case with the same assets', async () => {
    const into = (await vault.client.call('cases.open', { title: `Copia ${format}` })).id;
    await vault.client.call('people.add', {
      case: into,
      kind: 'organisation',
      role: 'other',
      name: 'Tika SRL',
    });
    const path = await exported(caseId, format);
    const { seen, counts } = await bring(into, path);
    expect(counts).toEqual({ new: 4, there: 0, refused: 0 });
    const { written } = await bring(into, path, { write: { seen, acceptGood: false } });
    expect(written).toBe(4);
    const again = await bring(into, await exported(into, format));
    expect(again.counts).toEqual({ new: 0, there: 4, refused: 0 });
    const list = { sort: 'number', descending: false, offset: 0, limit: 10 } as const;
    const [a, b] = await Promise.all(
      [caseId, into].map(async (id) =>
        (await vault.client.call('seizures.list', { case: id, ...list })).rows.map(
          ({ name, kind, value, valuedOn, identifiedOn }) => ({ name, kind, value, valuedOn, identifiedOn }),
        ),
      ),
    );
    expect(b).toEqual(a);
  });

  it('has no cell that a spreadsheet would work out, days and amounts exact', async () => {
    const path = await exported(caseId, format);
    if (format === 'csv') {
      const text = readFileSync(path, 'utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      expect(text).toContain(`"'=HYPERLINK(""http://x"";""Camioneta"")"`);
      expect(text).toContain(`;'@Toyota;`);
      expect(text).toContain(`''+591 2 555`);
      expect(text).toContain(';145000.50;BOB;2026-03-02;');
      return;
    }
    const sheet = XLSX.read(readFileSync(path), { cellFormula: true }).Sheets.Bienes ?? {};
    const cells = Object.entries(sheet).filter(([at]) => !at.startsWith('!'));
    expect(cells.every(([, cell]) => (cell as XLSX.CellObject).f === undefined)).toBe(true);
    const amount = cells.find(([, cell]) => (cell as XLSX.CellObject).v === 145000.5)?.[1] as XLSX.CellObject;
    expect(amount).toMatchObject({ t: 'n', w: '145000.50' });
  });
});

it('leaves a record of every list that left', async () => {
  await exported(undefined, 'csv', 'lote');
  const { entries } = await vault.client.call('timeline.list', {
    case: caseId,
    kinds: ['seizure.listExported'],
    limit: 1,
  });
  expect(entries[0]?.details).toMatchObject({ assets: 1, format: 'csv', filter: '{"text":"lote"}' });
});

const canConvert = has('soffice', 'spreadsheets are opened by LibreOffice');
it.runIf(canConvert)('opens in LibreOffice', async () => {
  const path = await exported(caseId, 'xlsx');
  execFileSync('soffice', [
    ...['--headless', `-env:UserInstallation=file://${join(vault.root, 'lo')}`],
    ...['--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', '--outdir', exports, path],
  ]);
  const text = readFileSync(path.replace(/xlsx$/, 'csv'), 'utf8');
  expect(text).toContain('=HYPERLINK(""http://x"";""Camioneta"")');
  expect(text).toContain('145000.50,BOB,2026-03-02');
});

const head =
  'Tipo de bien;Bien;Identificado el;Valor;Moneda del valor;Valuado el;Chasis;Red;Dirección;Denominaciones;Moneda;Departamento;Etapa;Placa;Etapa desde';
const wrong: readonly (readonly [string, string, string])[] = [
  ['nave;Nave;2026-01-01;;;;;;;;;;;', 'kindUnknown', 'kind'],
  [';Sin tipo;2026-01-01;;;;;;;;;;;', 'missing', 'kind'],
  ['otro;;2026-01-01;;;;;;;;;;;', 'missing', 'name'],
  ['otro;Sin fecha;;;;;;;;;;;;', 'missing', 'identifiedOn'],
  ['otro;Treinta de febrero;30/02/2026;;;;;;;;;;;', 'day', 'identifiedOn'],
  ['otro;Futuro;2999-01-01;;;;;;;;;;;', 'dayInFuture', 'identifiedOn'],
  ['otro;Letras;2026-01-01;mil;BOB;2026-01-01;;;;;;;;', 'amount', 'value'],
  ['otro;Dos lecturas;2026-01-01;1.234;BOB;2026-01-01;;;;;;;;', 'amountAmbiguous', 'value'],
  ['otro;Decimales;2026-01-01;1,234567;BOB;2026-01-01;;;;;;;;', 'amountDecimals', 'value'],
  ['otro;Demasiado;2026-01-01;99999999999999999999;BOB;2026-01-01;;;;;;;;', 'amountTooLarge', 'value'],
  ['otro;Moneda;2026-01-01;10;ZZZ;2026-01-01;;;;;;;;', 'currencyUnknown', 'valueCurrency'],
  ['otro;Signo;2026-01-01;10;$;2026-01-01;;;;;;;;', 'currencyUnknown', 'valueCurrency'],
  ['otro;Sin moneda;2026-01-01;10;;2026-01-01;;;;;;;;', 'missing', 'valueCurrency'],
  ['otro;Sin día;2026-01-01;10;BOB;;;;;;;;;', 'missing', 'valuedOn'],
  ['otro;Antes;2026-01-02;10;BOB;2026-01-01;;;;;;;;', 'dayBefore', 'valuedOn'],
  ['vehículo;Chasis;2026-01-01;;;;IOQ123;;;;;;;', 'form', 'chassis'],
  [
    'criptoactivo;Billetera;2026-01-01;;;;;bitcoin;1BoatSLRHtKNngkdXEeobR76b53LETtpyX;;;;;',
    'form',
    'address',
  ],
  ['efectivo;Sobre;2026-01-01;;;;;;;;BOB;;;', 'missing', 'counts'],
  ['efectivo;Sobre 2;2026-01-01;;;;;;;tres de cien;BOB;;;', 'form', 'counts'],
  ['efectivo;Sobre 3;2026-01-01;999;;;;;;100 × 3;BOB;;;', 'countsDisagree', 'counts'],
  ['efectivo;Sobre 4;2026-01-01;;;;;;;100 × 3;XQX;;;', 'currencyUnknown', 'currency'],
  ['otro;Lugar;2026-01-01;;;;;;;;;Atlántida;;', 'departmentUnknown', 'department'],
  ['otro;Etapa;2026-01-01;;;;;;;;;;volando;', 'stageUnknown', 'stage'],
  ['otro;Sin desde;2026-01-01;;;;;;;;;;Decomisado;', 'missing', 'stageOn'],
  ['otro;Sin registro;2026-01-01;;;;;;;;;;Decomisado;;2026-01-02', 'registerNeeded', 'stage'],
  ['otro;Dividido;2026-01-01;;;;;;;;;;Dividido en partes;;2026-01-02', 'stageSplit', 'stage'],
  ['otro;Desde nunca;2026-01-01;;;;;;;;;;Decomisado;;31/02/2026', 'day', 'stageOn'],
  ['otro;De otro;2026-01-01;;;;;;;;;;;1234ABC', 'notOfKind', 'plate'],
  ['otro;=1+1;2026-01-01;;;;;;;;;;;', 'formula', 'name'],
  ['vehículo;Otra vez;2026-01-01;;;;1M8GDM9AXKP042788;;;;;;;', 'duplicate', 'chassis'],
];

describe('an import', () => {
  const good = 'otro;Bueno;01/02/2026;1.234,50;Bs;02/02/2026;;;;;;La Paz;Identificado;';

  it('refuses every kind of wrong row, each with its reason, and in one file as alone', async () => {
    const { rows, counts } = await bring(
      caseId,
      csv('malas-filas.csv', `${head}\n${wrong.map(([row]) => row).join('\n')}\n`),
    );
    expect(counts).toEqual({ new: 0, there: 0, refused: wrong.length });
    for (const [at, [row, reason, column]] of wrong.entries()) {
      expect(rows[at], row).toMatchObject({ row: at + 2, outcome: 'refused' });
      expect(
        rows[at]?.reasons.map((each) => [each.reason, each.column]),
        row,
      ).toContainEqual([reason, column]);
    }
  });

  it('tells a row that says what an earlier one says, and one whose quotes are not closed', async () => {
    const { rows } = await bring(other, csv('dos.csv', `${head}\n${good}\n${good}\notro;"abierto;x\n`));
    expect(
      rows.map(({ outcome, reasons }) => [outcome, reasons[0]?.reason ?? '', reasons[0]?.other ?? '']),
    ).toEqual([
      ['new', '', ''],
      ['refused', 'duplicateRow', '2'],
      ['refused', 'broken', ''],
    ]);
  });

  it('writes nothing while a row is refused, and the good ones alone where that is said', async () => {
    const path = csv('mitad.csv', `${head}\n${good}\n${wrong[0]?.[0]}\n`);
    const before = await assetsOf(other);
    const { seen, counts } = await bring(other, path);
    expect(counts).toEqual({ new: 1, there: 0, refused: 1 });
    await expect(bring(other, path, { write: { seen, acceptGood: false } })).rejects.toThrow(
      'list.hasRefused',
    );
    expect(await assetsOf(other)).toBe(before);
    const { written, rows } = await bring(other, path, { write: { seen, acceptGood: true } });
    expect([written, await assetsOf(other)]).toEqual([1, before + 1]);
    expect(rows[0]?.number).toMatch(/^B-\d{3}$/);
    const { entries } = await vault.client.call('timeline.list', {
      case: other,
      kinds: ['seizure.listImported'],
      limit: 5,
    });
    expect(entries[0]?.details).toMatchObject({
      name: 'mitad.csv',
      counts: { new: 1, there: 0, refused: 1 },
    });
    expect((await bring(other, path)).counts).toEqual({ new: 0, there: 1, refused: 1 });
  });

  it('is refused where the case changed since it was shown, and writes nothing', async () => {
    const path = csv('cambia.csv', `${head}\notro;Reloj;2026-01-05;;;;;;;;;;;\n`);
    const { seen } = await bring(other, path);
    const details = { kind: 'other' } as const;
    await vault.client.call('seizures.add', {
      case: other,
      name: 'Reloj',
      identifiedOn: '2026-01-05',
      details,
    });
    const before = await assetsOf(other);
    await expect(bring(other, path, { write: { seen, acceptGood: true } })).rejects.toThrow('list.changed');
    expect(await assetsOf(other)).toBe(before);
  });

  it('brings in what was seized long ago, with the former register as its document', async () => {
    const into = (await vault.client.call('cases.open', { title: 'Heredado' })).id;
    const path = csv(
      'registro.csv',
      [
        'Tipo;Bien;Etapa;Etapa desde;Depositario;Identificado el;Valor;Moneda del valor;Valuado el',
        'vehículo;Camioneta;En administración;15/04/2024;DIRCABI;;90000;BOB;20/04/2024',
        'otro;Reloj;Devuelto;2025-02-03;;2024-01-09;500;USD;2024-01-09',
        'otro;Celular;Identificado;;;2025-02-03;;;',
        'otro;Mañana;Incautado;2999-01-01;;2024-01-09;;;',
        'otro;Antes;Incautado;2024-01-08;;2024-01-09;;;',
      ].join('\n'),
    );
    expect((await bring(into, path)).counts).toEqual({ new: 1, there: 0, refused: 4 });
    const document = await vault.attach(into, 'registro.csv', readFileSync(path));
    const shown = await bring(into, path, { document });
    expect(
      shown.rows.map(({ outcome, stage, reasons }) => [outcome, stage, reasons[0]?.reason ?? '']),
    ).toEqual([
      ['new', 'administered', ''],
      ['new', 'returned', ''],
      ['new', 'identified', ''],
      ['refused', 'executed', 'dayInFuture'],
      ['refused', 'executed', 'dayBefore'],
    ]);
    // What was shown without the register is not what would be written with it.
    const alone = await bring(into, path);
    await expect(
      bring(into, path, { document, write: { seen: alone.seen, acceptGood: true } }),
    ).rejects.toThrow('list.changed');
    await bring(into, path, { document, write: { seen: shown.seen, acceptGood: true } });
    const { rows } = await vault.client.call('seizures.list', {
      case: into,
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 9,
    });
    expect(rows.map(({ name, stage, stageOn, custodian }) => [name, stage, stageOn, custodian])).toEqual([
      ['Camioneta', 'administered', '2024-04-15', 'DIRCABI'],
      ['Reloj', 'returned', '2025-02-03', ''],
      ['Celular', 'identified', '2025-02-03', ''],
    ]);
    const truck = await vault.client.call('seizures.show', { case: into, asset: rows[0]?.id ?? '' });
    expect(truck.identifiedOn).toBe('2024-04-15');
    expect(truck.events.find(({ type }) => type === 'takeOver')).toMatchObject({
      on: '2024-04-15',
      stage: 'administered',
      facts: { row: 2, custodian: 'DIRCABI' },
      document: { exhibit: document },
    });
    // What its keeper owes is counted from today: of the years before, nothing is here.
    expect(truck.deadlines.map(({ what }) => what).toSorted()).toEqual(['account', 'check']);
    expect(truck.deadlines.every(({ due }) => due > new Date().toISOString().slice(0, 10))).toBe(true);
    expect(truck.offers.map(({ step }) => step)).toContain('forfeit');
    const watch = await vault.client.call('seizures.show', { case: into, asset: rows[1]?.id ?? '' });
    expect(watch.offers).toEqual([]);
    const { lines } = await vault.client.call('seizures.ledger', { case: into, on: '2025-12-31' });
    expect(lines.find(({ currency }) => currency === 'BOB')?.states.administered).toBe(9_000_000);
    expect(lines.find(({ currency }) => currency === 'USD')?.states.returned).toBe(50_000);
    // The list that goes out comes back as what is there.
    const back = await bring(into, await exported(into, 'csv'), { document });
    expect(back.counts).toEqual({ new: 0, there: 3, refused: 0 });
  });

  it('is refused with a register that is no exhibit of the case', async () => {
    const path = csv('ajeno.csv', `${head}\n${good}\n`);
    await expect(bring(other, path, { document: 'nothing' })).rejects.toThrow('call.notFound');
  });

  it('says where a row that is there says something else', async () => {
    const path = csv(
      'otra.csv',
      'Número;Tipo;Bien;Identificado el;Marca\nB-001;vehículo;Camión;2026-03-01;@Toyota\n',
    );
    const { rows } = await bring(caseId, path);
    expect(rows[0]).toMatchObject({ outcome: 'refused', number: 'B-001' });
    expect(rows[0]?.reasons).toEqual([
      { reason: 'differs', column: 'name', value: 'Camión', other: 'B-001' },
    ]);
  });

  it('reads Latin-1, semicolons, a byte order mark and tabs alike', async () => {
    const text = 'Tipo;Descripción;Bien;Fecha\notro;Año de fabricación;Cañón;03/04/2026\n';
    const latin = Buffer.from(text, 'latin1');
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text, 'utf8')]);
    for (const bytes of [latin, marked, Buffer.from(text.replaceAll(';', '\t'), 'utf8')]) {
      const { rows, columns } = await bring(caseId, csv('c.csv', bytes));
      expect(columns.map(({ column }) => column)).toEqual(['kind', 'description', 'name', 'identifiedOn']);
      expect(rows[0]).toMatchObject({ outcome: 'new', name: 'Cañón' });
    }
  });

  it('takes columns as the person says, and what they say for all rows', async () => {
    const path = csv('raro.csv', 'Cosa,Apunte,Cuándo\nReloj de pared,roto,x\n');
    await expect(bring(caseId, path)).rejects.toThrow('list.noNames');
    const mapping = [
      { at: 0, column: 'name' as const },
      { at: 1, column: 'notes' as const },
    ];
    const defaults = { kind: 'other' as const, identifiedOn: '2026-05-05' };
    const { rows, columns } = await bring(caseId, path, { mapping, defaults });
    expect(columns.map(({ column }) => column)).toEqual(['name', 'notes', null]);
    expect(rows[0]).toMatchObject({ outcome: 'new', kind: 'other' });
  });

  it('hands the refused rows back with their reasons', async () => {
    const path = csv('malas.csv', `${head}\n${good.replace('Bueno', 'Otro bueno')}\n${wrong[8]?.[0]}\n`);
    const file = (await vault.client.core.offerFile(path)).handle;
    const folder = (await vault.client.core.offerFolder(exports)).handle;
    const { name, rows } = await vault.client.call('seizures.exportRefused', { case: other, file, folder });
    expect(rows).toBe(1);
    const text = readFileSync(join(exports, name), 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect(text).toContain('Motivos de rechazo');
    expect(text).toContain('Más decimales que los de la moneda: 1,234567');
  });
});

describe('a spreadsheet', () => {
  const sheet = (rows: unknown[][], change: (sheet: XLSX.WorkSheet) => void = () => undefined): Buffer => {
    const book = XLSX.utils.book_new();
    const made = XLSX.utils.aoa_to_sheet(rows, { cellDates: false });
    change(made);
    XLSX.utils.book_append_sheet(book, made, 'Hoja');
    return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  };

  it('gives days, numbers and texts as what they are', async () => {
    const heads = ['Tipo', 'Bien', 'Fecha', 'Valor', 'Moneda', 'Fecha de avalúo', 'Placa'];
    const bytes = sheet([heads, ['auto', 'Vagoneta', 46_000, 1234.5, 'USD', 46_001, 1234]], (made) => {
      for (const at of ['C2', 'F2']) Object.assign(made[at] ?? {}, { z: 'dd/mm/yyyy' });
      Object.assign(made.D2 ?? {}, { z: '#,##0' });
    });
    const path = csv('hoja.xlsx', bytes);
    const { rows, seen } = await bring(other, path);
    expect(rows[0]).toMatchObject({ outcome: 'new', reasons: [] });
    await bring(other, path, { write: { seen, acceptGood: false } });
    const list = {
      case: other,
      text: 'vagoneta',
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 1,
    } as const;
    expect((await vault.client.call('seizures.list', list)).rows[0]).toMatchObject({
      identifiedOn: '2025-12-09',
      valuedOn: '2025-12-10',
      value: { currency: 'USD', minor: 123_450 },
    });
  });

  it('refuses a formula, an error and a number that was rounded already', async () => {
    const heads = ['Tipo', 'Bien', 'Fecha', 'Número de cuenta', 'Banco', 'Moneda'];
    const bytes = sheet(
      [
        heads,
        ['cuenta', 'A', '2026-01-01', 1.5 * 10 ** 18, 'Unión', 'BOB'],
        ['cuenta', 'B', '2026-01-01', 'x', 'Unión', 'BOB'],
        ['cuenta', 'C', '2026-01-01', 'x', 'Unión', 'BOB'],
      ],
      (made) => {
        made.B3 = { t: 's', v: 'B', f: 'CONCATENATE("B")' };
        made.D4 = { t: 'e', v: 0x17, w: '#REF!' };
      },
    );
    const { rows } = await bring(caseId, csv('dudas.xlsx', bytes));
    expect(rows.map(({ reasons }) => [reasons[0]?.reason, reasons[0]?.column])).toEqual([
      ['number', 'accountNumber'],
      ['formula', 'name'],
      ['error', 'accountNumber'],
    ]);
  });

  it('is refused where it is none, where it is damaged, and where it would fill the memory', async () => {
    const none = deflatedZip([{ path: 'hola.txt', bytes: Buffer.from('hola') }]);
    await expect(bring(caseId, csv('nada.xlsx', none))).rejects.toThrow('list.unreadable');
    await expect(bring(caseId, csv('resto.xlsx', sheet([['Bien']]).subarray(0, 900)))).rejects.toThrow(
      'list.unreadable',
    );
    await expect(bring(caseId, csv('binario.csv', Buffer.from([1, 2, 0, 0, 5, 0, 9])))).rejects.toThrow(
      /list\.(unreadable|noNames)/,
    );
    const cell = '<c t="inlineStr"><is><t>bomba</t></is></c>';
    const row = Buffer.from(`<row>${cell.repeat(200)}</row>`);
    const begin = Buffer.from(
      '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
    );
    const body = Buffer.concat([begin, ...Array.from({ length: 60_000 }, () => row)]);
    const bomb = deflatedZip([
      {
        path: '[Content_Types].xml',
        bytes: Buffer.from(
          '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        ),
      },
      {
        path: 'xl/workbook.xml',
        bytes: Buffer.from(
          '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
        ),
      },
      {
        path: 'xl/_rels/workbook.xml.rels',
        bytes: Buffer.from(
          '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        ),
      },
      { path: 'xl/worksheets/sheet1.xml', bytes: body },
    ]);
    expect(bomb.length).toBeLessThan(5_000_000);
    await expect(bring(caseId, csv('bomba.xlsx', bomb))).rejects.toThrow(/list\.(unreadable|tooLarge)/);
    // The core is as it was, and the next list is read by a fresh process.
    expect((await bring(caseId, csv('sano.xlsx', sheet([['Bien'], ['x']])))).rows).toHaveLength(1);
  });
});
