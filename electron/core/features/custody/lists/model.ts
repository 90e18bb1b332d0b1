import type { ErrorParams } from '../../../api/errors.ts';
import type { AnomalyKind } from '../chain-model.ts';
import type { CustodyEvent } from '../model.ts';

/** What a register may say of an event, column by column. The first three must be there. */
export const custodyColumns = [
  'exhibit',
  'event',
  'when',
  'time',
  'from',
  'to',
  'place',
  'reason',
  'seal',
  'taken',
  'orderNumber',
  'orderAuthority',
  'orderDate',
  'dueBack',
  'note',
  'why',
] as const;
export type CustodyColumn = (typeof custodyColumns)[number];

export type RowOutcome = 'write' | 'known' | 'refused';

/** Why a row is refused. */
export type RowRefusal =
  /** What stands in its cells. */
  | 'broken'
  | 'tooLong'
  | 'noExhibit'
  | 'noEvent'
  | 'unknownEvent'
  | 'noDate'
  | 'badDate'
  | 'ambiguousDate'
  | 'noTime'
  | 'badTime'
  | 'badDueBack'
  | 'badOrderDate'
  /** Which exhibit it means. */
  | 'unknownExhibit'
  | 'severalExhibits'
  /** What the state machine and the clock say. */
  | 'future'
  | 'early'
  | 'offerOpen'
  | 'notReceived'
  | 'alreadyHeld'
  | 'isReturned'
  | 'isDestroyed'
  | 'isSealed'
  | 'notSealed'
  /** What the event must say. */
  | 'noGiver'
  | 'noReceiver'
  | 'sameHolder'
  | 'noSeal'
  | 'noReason'
  | 'noTaken'
  | 'noOrder'
  | 'dueBack';

/**
 * What is to be seen of a row that may be written. Beside the chain's own words: `giverTaken`, the list names no giver
 * and the holder by the chain stands for it; `breaksLater`, what is on record after it no longer fits.
 */
export type RowWarningKind = Exclude<AnomalyKind, 'late'> | 'giverTaken' | 'breaksLater';

export interface RowWarning {
  readonly kind: RowWarningKind;
  readonly expected?: string | undefined;
  readonly said?: string | undefined;
}

/** What comes of one row. */
export interface CustodyListRow {
  readonly row: number;
  /** The exhibit and the event as the list has them. */
  readonly given: string;
  readonly word: string;
  readonly exhibit?: string | undefined;
  readonly number?: string | undefined;
  readonly event?: CustodyEvent | undefined;
  /** ISO with offset; as the list has it where it is no moment. */
  readonly when: string;
  readonly from: string;
  readonly to: string;
  readonly outcome: RowOutcome;
  readonly why?: RowRefusal | undefined;
  /** What fills the reason's words. */
  readonly params?: ErrorParams | undefined;
  /** A `known` row that repeats an earlier one of the list itself. */
  readonly repeats?: number | undefined;
  readonly warnings: readonly RowWarning[];
}

export type RowCounts = Readonly<Record<RowOutcome, number>>;

/** What comes of a whole list: shown before anything is written. */
export interface CustodyListOutcome {
  readonly name: string;
  /** SHA-256 of the list itself, and of the outcome as it is shown here. */
  readonly sha256: string;
  readonly shown: string;
  /** The heads of the list's columns, and which of them was taken for what. */
  readonly heads: readonly string[];
  readonly columns: Readonly<Partial<Record<CustodyColumn, string>>>;
  /** Needed columns that were not found: no row was looked at. */
  readonly missing: readonly CustodyColumn[];
  readonly counts: RowCounts;
  readonly rows: readonly CustodyListRow[];
  readonly written: boolean;
  /** The name of the file with the refused rows, where one was asked for. */
  readonly saved?: string | undefined;
}

export interface CustodyListInput {
  readonly case: string;
  /** Handle of the chosen file. */
  readonly file: string;
  /** The head of the column that is to be taken for what; an empty text for none. The others are found by their heads. */
  readonly columns?: Readonly<Partial<Record<CustodyColumn, string>>> | undefined;
  /**
   * Writes what was shown: only where list and outcome are still the ones with these SHA-256. Where rows are refused,
   * the others are written only with `onlyGood`.
   */
  readonly write?:
    | { readonly sha256: string; readonly shown: string; readonly onlyGood?: boolean | undefined }
    | undefined;
  /** Saves the refused rows as CSV, each with its reason: in a chosen folder, or where exports go. */
  readonly saveRefused?: { readonly folder?: string | undefined } | undefined;
}
