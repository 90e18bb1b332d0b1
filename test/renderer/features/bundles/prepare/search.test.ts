import { expect, test } from 'vitest';
import type { ExhibitRow, Viewer } from '../../../../../electron/core/features/evidence/model.ts';
import { matching, viewersIn } from '../../../../../renderer/features/bundles/prepare/search.ts';

function exhibit(place: number, name: string, viewer: Viewer, description = ''): ExhibitRow {
  return {
    id: String(place),
    kind: 'file',
    parent: null,
    parentNumber: null,
    inside: 0,
    depth: 0,
    category: null,
    number: `FETP-2026-0001/E-${String(place).padStart(3, '0')}`,
    name,
    description,
    viewer,
    type: '',
    size: 1,
    sha256: '',
    source: '',
    collectedOn: '',
    attachedAt: '',
    attachedBy: '',
    duplicateOf: null,
    custody: null,
    holder: '',
  };
}
const exhibits = [
  exhibit(1, 'Acta de allanamiento.pdf', 'pdf'),
  exhibit(2, 'Foto 03 cédulas retenidas.jpg', 'image'),
  exhibit(3, 'Captura 1 oferta.png', 'image', 'Mensaje de la señora Nilda'),
  exhibit(12, 'Cuaderno de deudas.xlsx', 'none'),
];
const found = (text: string, viewer = '') => matching(exhibits, text, viewer).map((each) => each.id);

test('without a search all are shown', () => {
  expect(found('')).toEqual(['1', '2', '3', '12']);
  expect(found('   ')).toEqual(['1', '2', '3', '12']);
});

test('accents and case make no difference, on either side', () => {
  expect(found('CEDULAS')).toEqual(['2']);
  expect(found('cédulas')).toEqual(['2']);
  expect(found('señora')).toEqual(['3']);
  expect(found('senora')).toEqual(['3']);
});

test('every word must be there, in any order, in number, name or description', () => {
  expect(found('nilda captura')).toEqual(['3']);
  expect(found('nilda acta')).toEqual([]);
  expect(found('E-012')).toEqual(['12']);
});

test('a type narrows what is found', () => {
  expect(found('', 'image')).toEqual(['2', '3']);
  expect(found('foto', 'image')).toEqual(['2']);
  expect(found('foto', 'pdf')).toEqual([]);
});

test('the filter offers each type that occurs, once', () => {
  expect(viewersIn(exhibits)).toEqual(['image', 'none', 'pdf']);
  expect(viewersIn([])).toEqual([]);
});
