import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseNumber } from '../../../../electron/core/features/cases/rules.ts';
import { settingsShape } from '../../../../electron/core/features/office/entries.ts';
import { firstNumber, isNumbering } from '../../../../renderer/features/office/numbering.ts';

const piece = fc.constantFrom(
  '{year}',
  '{seq}',
  '{seq:4}',
  '{seq:1}',
  '{seq:44}',
  '{SEQ:4}',
  'FETP',
  '-',
  '/',
  '{',
  '}',
);
const pattern = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));

test('the example on the screen is the number that the first case gets', () => {
  expect(firstNumber('FETP-{year}-{seq:4}', 2026)).toBe('FETP-2026-0001');
  fc.assert(
    fc.property(pattern, fc.integer({ min: 1990, max: 2100 }), (text, year) => {
      expect(firstNumber(text, year)).toBe(caseNumber(text, year, 0));
    }),
  );
});

test('the form takes a pattern exactly where the journal does', () => {
  fc.assert(
    fc.property(pattern, (text) => {
      expect(isNumbering(text)).toBe(settingsShape.shape.caseNumbering.safeParse(text).success);
    }),
  );
});
