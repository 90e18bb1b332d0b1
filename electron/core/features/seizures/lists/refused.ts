import { readStep } from '../../../api/procedure.ts';
import type { Services } from '../../../api/services.ts';
import { loadJurisdiction, readSettings } from '../../office/index.ts';
import { type AssetWords, loadAssetWords } from '../asset-words.ts';
import { destinationOf } from '../destination.ts';
import { headOf } from './heads.ts';
import { type ImportOrder, importList, readGivenList } from './import.ts';
import type { RefusedRowsInput, RowReason } from './model.ts';
import { writeList } from './write/writer.ts';

interface Told {
  readonly head: string;
  readonly texts: readonly string[];
  readonly delimiter: ',' | ';';
}

/** The reasons of each row in the office's words. */
const wordReasons = readStep(
  'seizures.wordReasons',
  ({ sql }, rows: readonly (readonly RowReason[])[]): Told => {
    const { jurisdiction, language } = readSettings(sql);
    const words = loadAssetWords(loadJurisdiction(jurisdiction), language);
    return {
      head: words('column.reasons'),
      texts: rows.map((reasons) => reasons.map((reason) => reasonText(reason, words)).join('. ')),
      delimiter: language === 'es' ? ';' : ',',
    };
  },
);

function reasonText({ reason, column, value, other }: RowReason, words: AssetWords): string {
  const named = column === null ? '' : headOf(column, words);
  return words(`reason.${reason}`, { column: named, value, other });
}

export const refusedSteps = [wordReasons];

/** The refused rows as the file had them, each with why, to be put right and brought again. */
export async function exportRefused(
  services: Services,
  { folder, out, file, ...choice }: RefusedRowsInput,
): Promise<{ readonly name: string; readonly rows: number }> {
  const order: ImportOrder = { ...choice, path: services.handles.take(file) };
  const given = await readGivenList(services, order.path);
  const to = destinationOf(services, { folder, file: out }, given.name.replace(/\.[^.]*$/, ''), 'csv');
  const { rows } = await importList(services, order, () => undefined, new AbortController().signal);
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  const { head, texts, delimiter } = await services.step(
    wordReasons,
    refused.map(({ reasons }) => reasons),
  );
  const cells = new Map(given.rows.map((row) => [row.row, row.cells] as const));
  const bytes = await writeList({
    format: 'csv',
    title: '',
    heads: [...given.heads, head],
    rows: refused.map(({ row }, index) => [
      ...given.heads.map((_head, at) => cells.get(row)?.[at] ?? ''),
      texts[index] ?? '',
    ]),
    amounts: [],
    delimiter,
  });
  return { name: await to(bytes), rows: refused.length };
}
