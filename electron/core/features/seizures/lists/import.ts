import { createHash } from 'node:crypto';
import { CustodiaError } from '../../../api/errors.ts';
import type { JobProgress } from '../../../api/jobs-service.ts';
import { type ReadContext, readStep, writeStep } from '../../../api/procedure.ts';
import type { Services } from '../../../api/services.ts';
import { decode, type ListFile, parseTable, plainHeader, readListFile } from '../../../tables/csv.ts';
import { bytesInMemory } from '../../../vault/blob-store.ts';
import { requireExhibit } from '../../evidence/index.ts';
import { loadJurisdiction, readSettings } from '../../office/index.ts';
import { loadAssetWords } from '../asset-words.ts';
import { addAsset } from '../assets.ts';
import { todayAt } from '../write.ts';
import { listImported } from './entries.ts';
import { mapped, recognise } from './heads.ts';
import { createJudge, type Judged } from './judge.ts';
import type { ImportColumn, ImportDefaults, ImportedList, ImportOutcome, ImportRow } from './model.ts';
import { plain } from './neutral.ts';
import type { GivenRow, Understanding } from './row.ts';
import { writeTakeOver } from './take-over.ts';
import { lexiconOf } from './worded.ts';

/** More than this is no office's register; each row becomes entries that are signed one by one. */
const mostRows = 20_000;

export interface ImportOrder {
  readonly case: string;
  readonly path: string;
  readonly mapping?: readonly Omit<ImportColumn, 'head'>[] | undefined;
  readonly defaults?: ImportDefaults | undefined;
  readonly document?: string | undefined;
  readonly write?: { readonly seen: string; readonly acceptGood: boolean } | undefined;
}

/** The file as rows, with what its columns are called. */
export interface GivenList {
  readonly name: string;
  readonly sha256: string;
  readonly heads: readonly string[];
  readonly rows: readonly GivenRow[];
}

interface ToJudge extends GivenList {
  readonly case: string;
  readonly mapping: readonly Omit<ImportColumn, 'head'>[];
  readonly defaults: ImportDefaults;
  readonly document: string | undefined;
}

/** @throws `list.tooLarge`, `list.tooManyRows`, `list.unreadable`, `file.vanished` */
export async function readGivenList(services: Services, path: string): Promise<GivenList> {
  const file = await readListFile(path);
  const { name, sha256 } = file;
  const [head, ...rows] = isText(file.bytes) ? parseTextRows(file) : await readSheetRows(services, file);
  if (rows.length > mostRows) throw new CustodiaError('list.tooManyRows', { rows: mostRows });
  return { name, sha256, heads: head?.cells ?? [], rows };
}

/** A spreadsheet is a package, or in its old form a compound file; everything else is taken for text. */
function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return !((first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf));
}

/** A text file has no types: what begins with the sign of a formula is one. A sheet says itself which cells are. */
function formulasIn(cells: readonly string[]): GivenRow['doubts'] {
  return cells.flatMap((cell, column) =>
    cell.startsWith('=') ? [{ column, what: 'formula' as const }] : [],
  );
}

function parseTextRows({ bytes }: ListFile): GivenRow[] {
  return parseTable(decode(bytes)).map((row) => ({
    ...row,
    cells: row.cells.map(plain),
    doubts: formulasIn(row.cells),
  }));
}

/** What somebody else packed is opened in the process that may be killed. */
async function readSheetRows(services: Services, { name, bytes }: ListFile): Promise<GivenRow[]> {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const outcome = await services.reader.run(
    { what: { do: 'table' }, name, type, content: bytesInMemory(bytes) },
    () => undefined,
  );
  if (outcome.kind === 'table') return outcome.rows.map((row) => ({ ...row, broken: false }));
  const reason = outcome.kind === 'refused' ? outcome.reason : 'damaged';
  throw new CustodiaError(reason === 'tooLarge' ? 'list.tooLarge' : 'list.unreadable', { name, reason });
}

/** By what the rows are understood: words of both languages, the case's organisations, the office's departments. */
function understandingOf({ sql }: ReadContext, list: ToJudge): Understanding {
  const pack = loadJurisdiction(readSettings(sql).jurisdiction);
  const words = (['es', 'en'] as const).map((language) => loadAssetWords(pack, language));
  const organisations = sql.all<{ id: string; name: string }>(
    "SELECT id, name FROM person WHERE kind = 'organisation' AND case_id = ?",
    [list.case],
  );
  const columns = mapped(recognise(list.heads, words), list.mapping);
  if (!columns.some(({ column }) => column === 'name')) throw new CustodiaError('list.noNames');
  const same = (a: string, b: string): boolean => plainHeader(a) === plainHeader(b);
  return {
    columns,
    defaults: list.defaults,
    lexicon: lexiconOf(words),
    department: (text) =>
      pack.departments.find(({ id, name }) => [id, name.es, name.en].some((each) => same(each, text)))?.id,
    organisation: (text) => {
      const found = organisations.filter(({ name }) => same(name, text));
      return found.length === 1 ? found[0]?.id : undefined;
    },
    organisationName: (id) => organisations.find((each) => each.id === id)?.name ?? id,
  };
}

interface JudgedList extends Omit<ImportedList, 'rows'> {
  readonly rows: readonly Judged[];
}

function judgeList(context: ReadContext, list: ToJudge, today: string): JudgedList {
  const by = understandingOf(context, list);
  const { document } = list;
  if (document !== undefined) requireExhibit(context.sql, list.case, document);
  const judge = createJudge(context.sql, context.actor.user, list.case, by, { today, document });
  const rows = list.rows.map(judge);
  const counts: Record<ImportOutcome, number> = { new: 0, there: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  const { name, sha256, defaults } = list;
  const told = rows.map(({ row, outcome, number, reasons }) => [row, outcome, number, reasons]);
  const seen = createHash('sha256')
    .update(JSON.stringify([sha256, by.columns, defaults, document ?? null, told]))
    .digest('hex');
  return { name, sha256, seen, columns: by.columns, counts, rows, written: null };
}

/** Without what the rows would become: that is of use in here only. */
function shown({ rows, ...list }: JudgedList): ImportedList {
  return { ...list, rows: rows.map(({ input: _input, takeOver: _takeOver, ...row }): ImportRow => row) };
}

const preview = readStep(
  'seizures.previewList',
  (context, list: ToJudge): ImportedList => shown(judgeList(context, list, todayAt(Date.now()))),
);

/** All assets of the list and the record of where they came from, in one transaction: or nothing. */
const write = writeStep(
  'seizures.writeList',
  (context, { seen, acceptGood, ...list }: ToJudge & { seen: string; acceptGood: boolean }): ImportedList => {
    const judged = judgeList(context, list, todayAt(context.now));
    if (judged.seen !== seen) throw new CustodiaError('list.changed', { name: list.name });
    const { counts } = judged;
    if (counts.refused > 0 && !acceptGood)
      throw new CustodiaError('list.hasRefused', { name: list.name, count: counts.refused });
    const assets: { row: number; asset: string }[] = [];
    const rows = judged.rows.map((row): Judged => {
      if (row.input === null) return row;
      const { id, number } = addAsset(context, list.case, row.input);
      assets.push({ row: row.row, asset: id });
      if (row.takeOver !== null) {
        const of = { case: list.case, asset: id, row: row.row, document: list.document };
        writeTakeOver(context, of, row.takeOver);
      }
      return { ...row, number: number.slice(number.lastIndexOf('/') + 1) };
    });
    // A list of which nothing is new changes nothing.
    if (assets.length > 0) {
      const { name, sha256 } = list;
      context.append(listImported, list.case, { case: list.case, name, sha256, counts, assets });
    }
    return shown({ ...judged, rows, written: assets.length });
  },
);

export const importSteps = [preview, write];

/** What comes of every row of a list; written only where that is asked, and only as it was shown. */
export async function importList(
  services: Services,
  { path, write: asked, mapping = [], defaults = {}, document, ...order }: ImportOrder,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<ImportedList> {
  const list = { ...(await readGivenList(services, path)), case: order.case, mapping, defaults, document };
  if (signal.aborted) throw new CustodiaError('call.cancelled');
  progress(list.name, 0, list.rows.length);
  return asked === undefined
    ? services.stepApart(preview, list)
    : services.step(write, { ...list, ...asked });
}
