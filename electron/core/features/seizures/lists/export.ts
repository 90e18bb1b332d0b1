import { createHash } from 'node:crypto';
import { readStep, writeStep } from '../../../api/procedure.ts';
import type { Services } from '../../../api/services.ts';
import { loadJurisdiction, readSettings } from '../../office/index.ts';
import { loadAssetWords } from '../asset-words.ts';
import { destinationOf } from '../destination.ts';
import type { AssetFilter } from '../model.ts';
import { listExported } from './entries.ts';
import { headOf } from './heads.ts';
import { listedAssets } from './listed.ts';
import { type ExportedList, type ExportListInput, type ListFormat, listColumns } from './model.ts';
import { wordedCell } from './worded.ts';
import type { ListPlan } from './write/model.ts';
import { writeList } from './write/writer.ts';

interface ExportPlan {
  readonly plan: ListPlan;
  /** How many assets of each case are in it. */
  readonly cases: readonly { readonly case: string; readonly assets: number }[];
  readonly name: string;
}

const names = { es: 'Bienes', en: 'Assets' } as const;

/** The assets that a filter leaves, in the office's words. */
const readList = readStep(
  'seizures.readList',
  ({ sql, actor }, { format, ...filter }: AssetFilter & { readonly format: ListFormat }): ExportPlan => {
    const { jurisdiction, language } = readSettings(sql);
    const words = loadAssetWords(loadJurisdiction(jurisdiction), language);
    const listed = listedAssets(sql, actor.user, filter);
    const cases = new Map<string, number>();
    for (const { asset } of listed) cases.set(asset.case, (cases.get(asset.case) ?? 0) + 1);
    // A list without a row leaves too: of the case that was asked for.
    if (filter.case !== undefined && !cases.has(filter.case)) cases.set(filter.case, 0);
    const [only] = cases.size === 1 ? listed : [];
    return {
      plan: {
        format,
        title: names[language],
        heads: listColumns.map((column) => headOf(column, words)),
        rows: listed.map(({ row }) =>
          listColumns.map((column) => wordedCell(column, row[column] ?? '', words)),
        ),
        amounts: [listColumns.indexOf('value')],
        delimiter: language === 'es' ? ';' : ',',
      },
      cases: [...cases].map(([id, assets]) => ({ case: id, assets })),
      name: [only?.asset.caseNumber ?? '', names[language]].join(' ').trim(),
    };
  },
);

interface Recorded extends Pick<ExportPlan, 'cases'> {
  readonly format: ListFormat;
  readonly rows: number;
  readonly filter: string;
  readonly sha256: string;
}
const recordExport = writeStep('seizures.recordExport', ({ append }, { cases, ...all }: Recorded): null => {
  for (const { case: caseId, assets } of cases)
    append(listExported, caseId, { case: caseId, assets, ...all });
  return null;
});

export const exportSteps = [readList, recordExport];

/** Writes the list where the person chose. It is on record before it is out. */
export async function exportList(services: Services, input: ExportListInput): Promise<ExportedList> {
  const { folder, file, format, ...filter } = input;
  const { plan, cases, name } = await services.stepApart(readList, { ...filter, format });
  const write = destinationOf(services, { folder, file }, name, format);
  const bytes = await writeList(plan);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { case: _case, ...narrowed } = filter;
  const said = Object.entries(narrowed).filter(([, value]) => value !== undefined);
  await services.step(recordExport, {
    cases,
    format,
    rows: plan.rows.length,
    filter: said.length === 0 ? '' : JSON.stringify(Object.fromEntries(said)),
    sha256,
  });
  return { name: await write(bytes), rows: plan.rows.length, sha256 };
}
