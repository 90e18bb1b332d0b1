import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../../../electron/core/features/custody/lists/columns.ts';
import { custodyColumns } from '../../../../../electron/core/features/custody/lists/model.ts';
import {
  isMonthFirst,
  readDate,
  readMoment,
} from '../../../../../electron/core/features/custody/lists/moments.ts';
import { parseTable } from '../../../../../electron/core/tables/csv.ts';

describe('columns', () => {
  const columns = (head: string, said = {}) => {
    const { at, heads, missing } = columnsOf(parseTable(`${head}\nx`)[0], said);
    return [Object.fromEntries([...at].map(([column, index]) => [column, heads[index]])), missing];
  };

  it.each([
    'N.º de evidencia;Acto;Fecha;Hora;Entrega;Recibe;Lugar;Motivo;Precinto;Muestra tomada;N.º de orden;Autoridad que ordena;Fecha de la orden;Debe volver el;Observaciones;Explicación',
    'Exhibit No.;Event;Date;Time;From;To;Place;Reason;Seal;Sample;Order number;Court;Order date;Due back;Remarks;Explanation',
    'CÓDIGO;MOVIMIENTO;FECHA Y HORA;HORA;Entregado por;Custodio;Ubicación;Finalidad;Lacre;Se tomó;Orden;Juzgado;Fecha orden;Plazo;Notas;Justificación',
  ])('are known by their heads: %s', (head) => {
    const [found, missing] = columns(head);
    expect(Object.keys(found ?? {}).sort()).toEqual([...custodyColumns].sort());
    expect(missing).toEqual([]);
  });

  it('are taken as the person says, and what is needed and not there is named', () => {
    expect(columns('Ref;Qué;Fecha;Nota')).toEqual([{ when: 'Fecha', note: 'Nota' }, ['exhibit', 'event']]);
    expect(columns('Ref;Qué;Fecha;Nota', { exhibit: 'ref', event: 'QUE', note: '' })).toEqual([
      { exhibit: 'Ref', event: 'Qué', when: 'Fecha' },
      [],
    ]);
    expect(columns('Ref;Qué;Fecha', { exhibit: 'no está' })[1]).toEqual(['exhibit', 'event']);
  });
});

describe('moments', () => {
  const local = (text: string): string => new Date(text).toISOString();
  const read = (date: string, time = '', unsure = false) => {
    const found = readMoment(date, time, unsure);
    return 'when' in found ? new Date(found.when).toISOString() : found.problem;
  };

  it.each([
    ['05/03/2026 14:30', '2026-03-05T14:30'],
    ['5-3-2026 9.05', '2026-03-05T09:05'],
    ['05.03.2026, 14:30:15', '2026-03-05T14:30:15'],
    ['2026-03-05 14:30', '2026-03-05T14:30'],
    ['2026-03-05T14:30:00', '2026-03-05T14:30'],
    ['5 de marzo de 2026 14h30', '2026-03-05T14:30'],
    ['5-mar-2026 2:30 p. m.', '2026-03-05T14:30'],
    ['05/03/2026 12:10 AM', '2026-03-05T00:10'],
    ['12 de setiembre del 2026, a las 8:00 hrs.', '2026-09-12T08:00'],
    ['2024-02-29 00:00', '2024-02-29T00:00'],
  ])('%s', (text, expected) => expect(read(text)).toBe(local(expected)));

  it('keep an offset that is written, and take the time from its own column', () => {
    expect(read('2026-03-05T14:30:00-04:00')).toBe('2026-03-05T18:30:00.000Z');
    expect(read('2026-03-05T14:30:00Z')).toBe('2026-03-05T14:30:00.000Z');
    expect(read('05/03/2026', '14:30')).toBe(local('2026-03-05T14:30'));
    // A spreadsheet that writes a midnight beside the day does not overrule the column of the hour.
    expect(read('05/03/2026 00:00:00', '14:30')).toBe(local('2026-03-05T14:30'));
  });

  it.each([
    ['', 'noDate'],
    ['ayer', 'badDate'],
    ['31/02/2026 10:00', 'badDate'],
    ['29/02/2025 10:00', 'badDate'],
    ['04/13/2026 10:00', 'badDate'],
    ['0/1/2026 10:00', 'badDate'],
    ['46023.5', 'badDate'],
    ['05/03/26 10:00', 'ambiguousDate'],
    ['05/03/2026', 'noTime'],
    ['05/03/2026 25:00', 'badTime'],
    ['05/03/2026 13:00 pm', 'badTime'],
    ['05/03/2026 por la tarde', 'badTime'],
  ])('refuses %s: %s', (text, problem) => expect(read(text)).toBe(problem));

  it('does not guess in a list that writes the month first somewhere', () => {
    expect(isMonthFirst(['05/03/2026', '31/12/2026'])).toBe(false);
    expect(isMonthFirst(['05/03/2026', '12/31/2026'])).toBe(true);
    expect(read('05/03/2026 10:00', '', true)).toBe('ambiguousDate');
    expect(read('05/05/2026 10:00', '', true)).toBe(local('2026-05-05T10:00'));
    expect(readDate('05/03/2026', true)).toBeNull();
    expect(readDate('05/03/2026', false)).toBe('2026-03-05');
  });
});
