import { parseAmount } from '../../../money/index.ts';
import type { Sql } from '../../../vault/database/sql.ts';
import { examineAsset } from '../assets.ts';
import { cashTotal, detailTexts, tidyDetails } from '../details.ts';
import { identifiersOf } from '../duplicates.ts';
import type { AssetDetails, AssetInput } from '../model.ts';
import { assetFields } from '../model.ts';
import { amountText } from './cells.ts';
import { listedAssets } from './listed.ts';
import { type ImportRow, type ListColumn, type ListRow, type RowReason, toldColumns } from './model.ts';
import { because, reasonOf } from './reasons.ts';
import { type GivenRow, type Understanding, type UnderstoodRow, understand } from './row.ts';
import { type TakeOver, takenOver } from './take-over.ts';

/** A row that was judged, with the asset that it would become. */
export interface Judged extends ImportRow {
  readonly input: AssetInput | null;
  readonly takeOver: TakeOver | null;
}

const compared: readonly ListColumn[] = ['kind', 'identifiedOn', ...assetFields];
/** Numbers of which no two assets have the same. */
const unique: ReadonlySet<string> = new Set(['accountNumber', 'chassis', 'registryNumber', 'imei']);

interface Known {
  readonly number: string;
  readonly row: ListRow;
}

/** Judges rows one after the other: each also by those before it, and by what the case has. */
export function createJudge(
  sql: Sql,
  user: string,
  caseId: string,
  by: Understanding,
  at: { readonly today: string; readonly document: string | undefined },
): (given: GivenRow) => Judged {
  const byNumber = new Map<string, Known>();
  const byFacts = new Map<string, Known>();
  for (const { asset, row } of listedAssets(sql, user, { case: caseId })) {
    const known = { number: shortNumber(asset.number), row };
    byNumber.set(asset.number, known).set(known.number, known);
    if (!byFacts.has(factsKey(row))) byFacts.set(factsKey(row), known);
  }
  const earlier = new Map<string, number>();
  const mapped = by.columns.flatMap(({ column }) => (column === null ? [] : [column]));

  return (given) => {
    const understood = understand(given, by);
    const { row, name, kind, standing } = { row: given.row, ...understood };
    const told = (outcome: ImportRow['outcome'], more: Partial<Judged> = {}): Judged => ({
      row,
      name,
      kind,
      stage: standing?.stage ?? null,
      outcome,
      number: '',
      reasons: [],
      warnings: [],
      input: null,
      takeOver: null,
      ...more,
    });
    const refused = (reasons: readonly RowReason[], number = ''): Judged =>
      told('refused', { reasons, number });
    if (understood.input === null) return refused(understood.reasons);

    let tidy: Tidy;
    try {
      tidy = tidyRow(understood.input, understood, by);
    } catch (error) {
      return refused([reasonOf(error)]);
    }
    const there = byNumber.get(understood.number) ?? byFacts.get(factsKey(tidy.row));
    if (there !== undefined) {
      const different = differences(there.row, tidy.row, mapped);
      if (different.length === 0) return told('there', { number: there.number });
      const reasons = different.map((column) =>
        because('differs', column, tidy.row[column] ?? '', there.number),
      );
      return refused(reasons, there.number);
    }
    const keys = [factsKey(tidy.row), ...identifierKeys(tidy.details)];
    const first = keys.map((key) => earlier.get(key)).find((found) => found !== undefined);
    if (first !== undefined) return refused([because('duplicateRow', null, '', String(first))]);
    const takeOver = takenOver(standing, { ...at, identifiedOn: understood.input.identifiedOn });
    if (takeOver !== null && 'reason' in takeOver) return refused([takeOver]);
    try {
      const { warnings } = examineAsset(sql, caseId, understood.input, at.today);
      for (const key of keys) earlier.set(key, row);
      return told('new', { warnings, input: understood.input, takeOver });
    } catch (error) {
      return refused([reasonOf(error)]);
    }
  };
}

interface Tidy {
  readonly details: AssetDetails;
  readonly row: ListRow;
}

/** The row as the register would list it. */
function tidyRow(input: AssetInput, { number, standing }: UnderstoodRow, by: Understanding): Tidy {
  const { details } = tidyDetails(input.details, {});
  const texts = Object.entries(detailTexts(details)).map(([field, text]) => [
    field,
    Array.isArray(text) ? text.join('; ') : text,
  ]);
  const { value } = input;
  const money =
    details.kind === 'cash' ? cashTotal(details) : value === undefined ? null : parseAmount(value);
  const row: Partial<Record<ListColumn, string>> = {
    ...Object.fromEntries(texts),
    number,
    kind: details.kind,
    organisation:
      details.kind === 'companyShare' && details.organisation !== undefined
        ? by.organisationName(details.organisation)
        : '',
    stage: standing?.stage ?? '',
    name: input.name,
    identifiedOn: input.identifiedOn,
    description: input.description ?? '',
    place: input.place ?? '',
    department: input.department ?? '',
    office: input.office ?? '',
    notes: input.notes ?? '',
    value: money === null ? '' : amountText(money),
    valueCurrency: money?.currency ?? '',
    valuedOn: value?.on ?? '',
    valueBasis: value?.basis ?? '',
    valueSource: value?.source ?? '',
    valuedBy: value?.by ?? '',
  };
  return { details, row };
}

/** What two rows must have alike to tell of the same thing. Values and stages move; what a thing is does not. */
function factsKey(row: ListRow): string {
  return JSON.stringify(
    compared.map((column) => (row[column] ?? '').toLocaleLowerCase('es').replaceAll(/\s+/gu, ' ')),
  );
}

function identifierKeys(details: AssetDetails): string[] {
  return identifiersOf(details.kind, detailTexts(details))
    .filter(({ field }) => unique.has(field))
    .map(({ field, value }) => `${details.kind} ${field} ${value}`);
}

const notCompared: ReadonlySet<ListColumn> = new Set<ListColumn>([
  ...toldColumns,
  'number',
  'stageOn',
  'custodian',
]);
const onlyGiven: ReadonlySet<ListColumn> = new Set<ListColumn>([
  'stage',
  'value',
  'valueCurrency',
  'valuedOn',
  'valueBasis',
  'valueSource',
  'valuedBy',
]);

/** The columns of the file in which a row says something else than the register. */
function differences(known: ListRow, given: ListRow, columns: readonly ListColumn[]): ListColumn[] {
  return columns.filter((column) => {
    if (notCompared.has(column)) return false;
    const [own, said] = [known[column] ?? '', given[column] ?? ''];
    if (said === '' && (onlyGiven.has(column) || own === '')) return false;
    return own !== said;
  });
}

function shortNumber(number: string): string {
  return number.slice(number.lastIndexOf('/') + 1);
}
