import type { AssetFilter, AssetKind, AssetStage, Warning } from '../model.ts';

export const listFormats = ['csv', 'xlsx'] as const;
export type ListFormat = (typeof listFormats)[number];

/** What the register alone says: an import reads past it. */
export const toldColumns = ['caseNumber', 'owners', 'exhibits'] as const;

/** The columns of a list of assets, in their order. */
export const listColumns = [
  'number',
  'caseNumber',
  'kind',
  'name',
  'stage',
  'stageOn',
  'value',
  'valueCurrency',
  'valuedOn',
  'valueBasis',
  'valueSource',
  'valuedBy',
  'identifiedOn',
  'custodian',
  'owners',
  'exhibits',
  'description',
  'place',
  'department',
  'office',
  'currency',
  'counts',
  'bank',
  'accountNumber',
  'holderName',
  'accountType',
  'vehicleType',
  'make',
  'model',
  'year',
  'colour',
  'plate',
  'chassis',
  'engine',
  'address',
  'registryNumber',
  'propertyType',
  'cadastre',
  'area',
  'coordinates',
  'company',
  'organisation',
  'quantity',
  'portion',
  'species',
  'brand',
  'material',
  'weight',
  'marks',
  'deviceType',
  'serial',
  'imei',
  'weaponType',
  'calibre',
  'chain',
  'token',
  'notes',
] as const;
export type ListColumn = (typeof listColumns)[number];

/** A row of a list, each cell in its one form: ids of the register, days as yyyy-MM-dd, exact decimals. */
export type ListRow = Readonly<Partial<Record<ListColumn, string>>>;

export interface ExportListInput extends AssetFilter {
  readonly format: ListFormat;
  /** Handle of the chosen folder, or of a file that is not there yet. */
  readonly folder?: string | undefined;
  readonly file?: string | undefined;
}

export interface ExportedList {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
}

export const importOutcomes = ['new', 'there', 'refused'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** Why a row is refused. */
export const importReasons = [
  'broken',
  'formula',
  'number',
  'error',
  'missing',
  'tooLong',
  'kindUnknown',
  'notOfKind',
  'amount',
  'amountAmbiguous',
  'amountDecimals',
  'amountTooLarge',
  'currencyUnknown',
  'day',
  'dayInFuture',
  'dayBefore',
  'basisUnknown',
  'departmentUnknown',
  'organisationUnknown',
  'stageUnknown',
  'stageSplit',
  'registerNeeded',
  'form',
  'countsDisagree',
  'duplicate',
  'duplicateRow',
  'differs',
] as const;
export type ImportReason = (typeof importReasons)[number];

export interface RowReason {
  readonly reason: ImportReason;
  readonly column: ListColumn | null;
  readonly value: string;
  /** The asset or row that it meets, the sum that was counted. */
  readonly other: string;
}

/** What comes of one row. */
export interface ImportRow {
  /** As the file counts, from 1. */
  readonly row: number;
  readonly name: string;
  readonly kind: AssetKind | null;
  /** Where its measure stands by the row; null where the row does not say. */
  readonly stage: AssetStage | null;
  readonly outcome: ImportOutcome;
  /** Of the asset that is there already, or that was written. */
  readonly number: string;
  readonly reasons: readonly RowReason[];
  readonly warnings: readonly Warning[];
}

/** A column of the file, and what it was taken for. */
export interface ImportColumn {
  readonly at: number;
  readonly head: string;
  readonly column: ListColumn | null;
}

/** What holds for every row that does not say it. */
export interface ImportDefaults {
  readonly kind?: AssetKind | undefined;
  readonly identifiedOn?: string | undefined;
  readonly valueCurrency?: string | undefined;
}

/** What comes of a whole list: shown before anything is written. */
export interface ImportedList {
  readonly name: string;
  readonly sha256: string;
  /** What was shown, in one hash: it is written only where it would still come out the same. */
  readonly seen: string;
  readonly columns: readonly ImportColumn[];
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  readonly rows: readonly ImportRow[];
  /** How many assets were written; null for a preview. */
  readonly written: number | null;
}

interface ImportChoice {
  readonly case: string;
  /** Handle of the chosen file. */
  readonly file: string;
  /** For columns that are not to be taken as their heads say; null leaves one out. */
  readonly mapping?: readonly Omit<ImportColumn, 'head'>[] | undefined;
  readonly defaults?: ImportDefaults | undefined;
  /** The exhibit that is the former register: no asset comes in past the stage `identified` without it. */
  readonly document?: string | undefined;
}

export interface ImportListInput extends ImportChoice {
  /** Writes what was shown. With rows that are refused only where the person says that the good ones go in alone. */
  readonly write?: { readonly seen: string; readonly acceptGood: boolean } | undefined;
}

export interface RefusedRowsInput extends ImportChoice {
  readonly folder?: string | undefined;
  readonly out?: string | undefined;
}
