import { parseAmount } from '../../../money/index.ts';
import { detailsShape } from '../details-shape.ts';
import {
  type AssetDetails,
  type AssetInput,
  type AssetKind,
  type CashCount,
  fieldsOfKind,
  type ValuationInput,
} from '../model.ts';
import { currencyIn, dayIn } from './cells.ts';
import {
  type ImportColumn,
  type ImportDefaults,
  type ListColumn,
  listColumns,
  type RowReason,
  toldColumns,
} from './model.ts';
import { because, reasonOf } from './reasons.ts';
import type { Standing } from './take-over.ts';
import type { Lexicon } from './worded.ts';

/** A row of the file, whatever kind of file it was. */
export interface GivenRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly broken: boolean;
  readonly doubts: readonly { readonly column: number; readonly what: 'formula' | 'number' | 'error' }[];
}

/** By what the cells are understood. */
export interface Understanding {
  readonly columns: readonly ImportColumn[];
  readonly defaults: ImportDefaults;
  readonly lexicon: Lexicon;
  /** Ids by name; undefined for what is none. */
  department(text: string): string | undefined;
  organisation(text: string): string | undefined;
  organisationName(id: string): string;
}

export interface UnderstoodRow {
  readonly reasons: readonly RowReason[];
  readonly name: string;
  readonly kind: AssetKind | null;
  readonly number: string;
  /** Null where the row does not say it. */
  readonly standing: Standing | null;
  /** The asset that the row says; null where it does not say one. */
  readonly input: AssetInput | null;
}

const told: ReadonlySet<ListColumn> = new Set(toldColumns);
const common = ['name', 'description', 'place', 'department', 'office', 'notes', 'identifiedOn'] as const;
const ofValue = ['value', 'valueCurrency', 'valuedOn', 'valueBasis', 'valueSource', 'valuedBy'] as const;
/** Columns that are of no kind's own. */
const shared: ReadonlySet<ListColumn> = new Set<ListColumn>([
  ...toldColumns,
  ...common,
  ...ofValue,
  'number',
  'kind',
  'stage',
  'stageOn',
  'custodian',
  // Many registers have one column of currencies, for whatever the row tells.
  'currency',
]);

/** What a row says, and everything that is wrong with it by itself. */
export function understand(given: GivenRow, by: Understanding): UnderstoodRow {
  const reasons: RowReason[] = given.broken ? [because('broken', null)] : [];
  const texts = textsOf(given, by.columns, reasons);
  const text = (column: ListColumn): string => texts.get(column) ?? '';
  const kind = kindOf(text('kind'), by, reasons);
  const standing = standingOf(text, by, reasons);
  const row = { name: text('name'), kind, number: text('number'), standing };
  if (kind === null || given.broken) return { ...row, reasons, input: null };
  const input = inputOf(kind, text, standing, by, reasons);
  return { ...row, reasons, input: reasons.length === 0 ? input : null };
}

/** The cells by their column. */
function textsOf(
  { cells, doubts }: GivenRow,
  columns: readonly ImportColumn[],
  reasons: RowReason[],
): Map<ListColumn, string> {
  const texts = new Map<ListColumn, string>();
  for (const { at, column } of columns) {
    if (column === null || told.has(column)) continue;
    const text = (cells[at] ?? '').normalize('NFC').trim();
    texts.set(column, text);
    const doubt = doubts.find((each) => each.column === at)?.what;
    if (doubt !== undefined) reasons.push(because(doubt, column, text.slice(0, 200)));
    else if (text.length > mostOf(column)) reasons.push(because('tooLong', column, `${text.slice(0, 60)}…`));
  }
  return texts;
}

function mostOf(column: ListColumn): number {
  if (column === 'description' || column === 'notes' || column === 'counts') return 20_000;
  return column === 'name' ? 300 : 500;
}

function kindOf(text: string, { lexicon, defaults }: Understanding, reasons: RowReason[]): AssetKind | null {
  const kind = text === '' ? defaults.kind : lexicon.kind(text);
  if (kind !== undefined) return kind;
  reasons.push(text === '' ? because('missing', 'kind') : because('kindUnknown', 'kind', text));
  return null;
}

type TextOf = (column: ListColumn) => string;

function standingOf(text: TextOf, { lexicon }: Understanding, reasons: RowReason[]): Standing | null {
  if (text('stage') === '') return null;
  const stage = lexicon.stage(text('stage'));
  if (stage === undefined) {
    reasons.push(because('stageUnknown', 'stage', text('stage')));
    return null;
  }
  const on = stage === 'identified' ? '' : (dayOf('stageOn', text, reasons) ?? '');
  return { stage, said: text('stage'), on, custodian: text('custodian') };
}

function inputOf(
  kind: AssetKind,
  text: TextOf,
  standing: Standing | null,
  by: Understanding,
  reasons: RowReason[],
): AssetInput | null {
  if (text('name') === '') reasons.push(because('missing', 'name'));
  // What was seized on a day was known on that day.
  const known = by.defaults.identifiedOn ?? standing?.on ?? '';
  const identifiedOn = dayOf('identifiedOn', text, reasons) ?? known;
  if (identifiedOn === '' && text('identifiedOn') === '') reasons.push(because('missing', 'identifiedOn'));
  const department = text('department') === '' ? '' : by.department(text('department'));
  if (department === undefined) reasons.push(because('departmentUnknown', 'department', text('department')));
  const currency = currencyOf(kind, text, by, reasons);
  const details = detailsOf(kind, text, currency, by, reasons);
  const value = kind === 'cash' ? undefined : valuationOf(text, by, reasons);
  if (details === null) return null;
  return {
    name: text('name'),
    details,
    identifiedOn,
    description: text('description'),
    place: text('place'),
    department: department ?? '',
    office: text('office'),
    notes: text('notes'),
    value,
  };
}

function dayOf(column: ListColumn, text: TextOf, reasons: RowReason[]): string | null {
  if (text(column) === '') return null;
  const day = dayIn(text(column));
  if (day === null) reasons.push(because('day', column, text(column)));
  return day;
}

/** The currency of money or of an account. */
function currencyOf(kind: AssetKind, text: TextOf, by: Understanding, reasons: RowReason[]): string {
  if (kind !== 'cash' && kind !== 'bankAccount') return '';
  const given = text('currency') || text('valueCurrency') || (by.defaults.valueCurrency ?? '');
  if (given === '') return '';
  const currency = currencyIn(given);
  if (currency === null) reasons.push(because('currencyUnknown', 'currency', given));
  return currency ?? '';
}

function detailsOf(
  kind: AssetKind,
  text: TextOf,
  currency: string,
  by: Understanding,
  reasons: RowReason[],
): AssetDetails | null {
  const fields: readonly string[] = fieldsOfKind[kind];
  const details: Record<string, unknown> = { kind };
  const before = reasons.length;
  for (const column of listColumns) {
    const given = text(column);
    if (given === '') continue;
    if (fields.includes(column)) details[column] = given;
    else if (!shared.has(column)) reasons.push(because('notOfKind', column, given));
  }
  if (fields.includes('currency')) details.currency = currency === '' ? undefined : currency;
  if (details.organisation !== undefined) {
    details.organisation = by.organisation(text('organisation'));
    if (details.organisation === undefined)
      reasons.push(because('organisationUnknown', 'organisation', text('organisation')));
  }
  if (kind === 'cash') takeCash(details, text, reasons);
  if (reasons.length > before) return null;
  return parsedOrWhy(details, text, reasons);
}

/** The facts in the shape that the register takes, or which are missing or have none. */
function parsedOrWhy(
  details: Readonly<Record<string, unknown>>,
  text: TextOf,
  reasons: RowReason[],
): AssetDetails | null {
  const parsed = detailsShape.safeParse(details);
  if (parsed.success) return parsed.data;
  for (const { path } of parsed.error.issues) {
    const column = listColumns.find((each) => each === path[0]) ?? null;
    const given = column === null ? '' : text(column);
    reasons.push(given === '' ? because('missing', column) : because('form', column, given));
  }
  return null;
}

/** Notes and coins, `200 × 14; 100 × 3`, and what they are said to come to. */
function takeCash(details: Record<string, unknown>, text: TextOf, reasons: RowReason[]): void {
  const given = text('counts');
  if (given !== '') {
    const counts: CashCount[] = [];
    for (const part of given.split(';')) {
      const [, value, count] = /^\s*(.+?)\s*[×x*]\s*(\d{1,9})\s*$/iu.exec(part) ?? [];
      if (value === undefined || count === undefined) reasons.push(because('form', 'counts', part.trim()));
      else counts.push({ value, count: Number(count) });
    }
    details.counts = counts;
  }
  if (text('value') !== '') details.total = text('value');
}

function valuationOf(text: TextOf, by: Understanding, reasons: RowReason[]): ValuationInput | undefined {
  const amount = text('value');
  if (amount === '') return undefined;
  const before = reasons.length;
  const given = text('valueCurrency') || text('currency') || (by.defaults.valueCurrency ?? '');
  const currency = currencyIn(given) ?? '';
  if (given === '') reasons.push(because('missing', 'valueCurrency'));
  else if (currency === '') reasons.push(because('currencyUnknown', 'valueCurrency', given));
  else takeAmount(currency, amount, reasons);
  const on = dayOf('valuedOn', text, reasons);
  if (text('valuedOn') === '') reasons.push(because('missing', 'valuedOn'));
  const basis = text('valueBasis') === '' ? 'estimate' : by.lexicon.basis(text('valueBasis'));
  if (basis === undefined) reasons.push(because('basisUnknown', 'valueBasis', text('valueBasis')));
  if (reasons.length > before || on === null || basis === undefined) return undefined;
  return { currency, amount, on, basis, source: text('valueSource'), by: text('valuedBy') };
}

function takeAmount(currency: string, amount: string, reasons: RowReason[]): void {
  try {
    parseAmount({ currency, amount });
  } catch (error) {
    reasons.push(reasonOf(error));
  }
}
