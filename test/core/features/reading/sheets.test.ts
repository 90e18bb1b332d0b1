import type * as XLSX from '@e965/xlsx';
import { expect, it } from 'vitest';
import { shown } from '../../../../electron/core/features/reading/process/sheets.ts';

it('shows each cell under the address that it has in the file', () => {
  const sheet: XLSX.WorkSheet = { '!ref': 'C5:D6', C5: { t: 's', v: 'x' }, D6: { t: 's', v: 'y' } };
  const { rows, rowCount, columnCount } = shown('Hoja', sheet);
  expect([rows[4]?.[2], rows[5]?.[3]]).toEqual(['x', 'y']);
  expect([rows[0]?.[0] ?? '', rowCount, columnCount]).toEqual(['', 6, 4]);
});
