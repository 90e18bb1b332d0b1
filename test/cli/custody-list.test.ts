import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlace } from './custodia.ts';

const place = createPlace();
let caseNumber: string;
let number: string;

beforeAll(async () => {
  await place.createLight();
  caseNumber = place.json<{ number: string }>(['case', 'open', '--title', 'Libro de custodia']).number;
  const item = ['--name', 'Teléfono', '--category', 'phone', '--serial', 'imei:356938035643809'];
  const { items } = place.json<{ items: { number: string }[] }>([
    ...['evidence', 'record', '--case', caseNumber],
    ...item,
  ]);
  number = items[0]?.number ?? '';
});
afterAll(() => place.clear());

const events = (): number => place.json<{ records: object[] }>(['custody', 'show', number]).records.length;

describe('custody import', () => {
  const good =
    'E-001;Recibido;05/05/2025 09:00;;Secretaría\n356938035643809;Entregado;06/05/2025 10:00;Secretaría;IDIF';
  const bad = 'E-001;Apertura;07/05/2025 10:00;;IDIF\nE-044;Recibido;05/05/2025 09:00;;Secretaría';
  const head = 'Evidencia;Acto;Fecha;Entrega;Recibe';
  const run = (list: string, ...more: string[]) => {
    const file = place.file('libro.csv', list);
    const done = place.run(['custody', 'import', file, '--case', caseNumber, ...more, '--json']);
    return { code: done.code, ...(JSON.parse(done.out) as object) };
  };

  it('shows every row first, and writes nothing while one is refused', () => {
    const refused = [
      { row: 4, why: 'notSealed' },
      { row: 5, why: 'unknownExhibit' },
    ];
    const shown = { code: 1, rows: 4, written: 0, known: 0, refused };
    expect(run(`${head}\n${good}\n${bad}`, '--preview')).toMatchObject(shown);
    expect(run(`${head}\n${good}\n${bad}`)).toMatchObject(shown);
    expect(run(`${head}\n${good}`, '--preview')).toMatchObject({ code: 0, written: 0, refused: [] });
    expect(events()).toBe(0);
  });

  it('tells people why, in their words, and saves the refused rows', () => {
    const file = place.file('libro.csv', `${head}\n${bad}`);
    const args = [
      'custody',
      'import',
      file,
      '--case',
      caseNumber,
      '--save-refused',
      place.path('por corregir'),
    ];
    const { out, code } = place.run(args);
    expect(code).toBe(1);
    expect(out).toContain('Todavía nadie la había recibido');
    expect(out).toContain('Regístrela primero');
    expect(readdirSync(place.path('por corregir'))).toEqual([
      expect.stringMatching(/^libro-rechazadas-.*\.csv$/),
    ]);
  });

  it('writes the good ones where that is said, and knows them again', () => {
    const accepted = run(`${head}\n${good}\n${bad}`, '--accept-good');
    expect(accepted).toMatchObject({
      code: 0,
      rows: 4,
      written: 2,
      known: 0,
      refused: [{ row: 4 }, { row: 5 }],
    });
    expect(events()).toBe(2);
    expect(run(`${head}\n${good}`)).toMatchObject({ code: 0, written: 0, known: 2, refused: [] });
    expect(events()).toBe(2);
    expect(place.run(['custody', 'show', number]).out).toContain('libro.csv');
  });

  it('is told which column is which, and asks where one is missing', () => {
    const odd = 'Pieza;Qué;Fecha;De;Para\nE-001;Devolución;09/05/2025 16:00;IDIF;Dueño';
    expect(run(odd)).toMatchObject({
      code: 1,
      written: 0,
      missing: ['exhibit', 'event'],
      heads: ['Pieza', 'Qué', 'Fecha', 'De', 'Para'],
    });
    expect(run(odd, '--columns', 'exhibit=Pieza', '--columns', 'event=Qué')).toMatchObject({
      code: 0,
      written: 1,
    });
    const wrong = [
      'custody',
      'import',
      place.path('libro.csv'),
      '--case',
      caseNumber,
      '--columns',
      'pieza=x',
    ];
    expect(place.run(wrong).code).toBe(2);
  });
});
