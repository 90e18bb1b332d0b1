import type { ErrorBody } from '../../api/errors.ts';
import type { Fields } from '../../journal/model.ts';
import type { CustodyEvent, CustodyRecord } from '../custody/model.ts';
import { type ItemCategory, type ItemFacts, itemFields } from './items/model.ts';

export const exhibitFields = [
  'name',
  'description',
  'source',
  'place',
  'collectedOn',
  'collectedBy',
  ...itemFields,
] as const;
export type ExhibitField = (typeof exhibitFields)[number];

/** How an exhibit is shown. `none`: it has no content of its own, or none at all. */
export const viewers = [
  'image',
  'pdf',
  'text',
  'document',
  'sheet',
  'mail',
  'archive',
  'audio',
  'video',
  'hex',
  'none',
] as const;
export type Viewer = (typeof viewers)[number];

/** A file; an item that lies in a store (a phone, a box of paper); a recorded testimony. */
export const exhibitKinds = ['file', 'item', 'testimony'] as const;
export type ExhibitKind = (typeof exhibitKinds)[number];

export interface ExhibitRow {
  readonly id: string;
  /** As printed: `FETP-2026-0001/E-003`. */
  readonly number: string;
  readonly kind: ExhibitKind;
  /** The exhibit that it is inside of or part of. */
  readonly parent: string | null;
  readonly parentNumber: string | null;
  /** How many exhibits lie directly in it. */
  readonly inside: number;
  /** How deep it lies in others, in a list by the tree; 0 in any other list. */
  readonly depth: number;
  /** What an item is; null for what is no item. */
  readonly category: ItemCategory | null;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly viewer: Viewer;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly source: string;
  readonly collectedOn: string;
  readonly attachedAt: string;
  readonly attachedBy: string;
  readonly duplicateOf: string | null;
  /** The last custody event. */
  readonly custody: CustodyEvent | null;
  readonly holder: string;
}

export interface ExhibitDetail extends Omit<ExhibitRow, 'name' | 'description' | 'source' | 'collectedOn'> {
  readonly fields: Fields<ExhibitField>;
  /** An item's own facts; null for what is no item. */
  readonly item: ItemFacts | null;
  /** The file's own times, and where it lay in the folder that was attached; empty where not known. */
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly path: string;
  readonly blob: string;
  readonly custodyRecords: readonly CustodyRecord[];
  readonly allowedEvents: readonly CustodyEvent[];
}

export interface ExhibitListInput {
  readonly case: string;
  readonly text?: string | undefined;
  readonly viewer?: Viewer | undefined;
  /** A tag's word, a collection's id, a linked person's id. */
  readonly tag?: string | undefined;
  readonly collection?: string | undefined;
  readonly person?: string | undefined;
  /** Only what lies in this exhibit, at any depth. */
  readonly inside?: string | undefined;
  readonly kind?: ExhibitKind | undefined;
  /** What lies in another stands under it, where the order is by number. */
  readonly tree?: boolean | undefined;
  readonly sort: 'number' | 'name' | 'type' | 'size' | 'collectedOn' | 'attachedAt';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
  readonly asOf?: string | undefined;
}

export interface Provenance {
  readonly source: string;
  readonly place: string;
  /** yyyy-MM-dd or empty. */
  readonly collectedOn: string;
  readonly collectedBy: string;
  readonly description: string;
}

/** What lies in a folder that a person chose, before anything is attached. Sizes in bytes. */
export interface Survey {
  readonly id: string;
  /** Without litter. */
  readonly files: number;
  readonly bytes: number;
  /** By the ending of the name (`.jpg`, or empty), the most frequent first. */
  readonly kinds: readonly { readonly ending: string; readonly files: number; readonly bytes: number }[];
  /** Files that systems leave on every disk. */
  readonly litter: number;
  readonly empty: number;
  /** Links, which are not followed. */
  readonly links: number;
  readonly unreadable: number;
  readonly unreadableNames: readonly string[];
  readonly largest: number;
  /** Left on the vault's disk. */
  readonly free: number;
}

/** What of a surveyed folder is left out. */
export interface SurveyChoice {
  readonly litter: boolean;
  readonly endings: readonly string[];
}

export interface IntakeResult {
  readonly name: string;
  readonly exhibit?: string;
  readonly number?: string;
  readonly sha256?: string;
  readonly size?: number;
  readonly type?: string;
  /** Printed number of the exhibit with the same content. */
  readonly duplicateOf?: string;
  readonly error?: ErrorBody;
}

export interface IntakeState {
  readonly id: string;
  readonly case: string;
  readonly state: 'running' | 'paused' | 'interrupted' | 'cancelled' | 'done';
  readonly filesDone: number;
  readonly filesTotal: number;
  /** Of those done, the ones that could not be attached, and the ones whose content the case had already. */
  readonly filesFailed: number;
  readonly filesKnown: number;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly bytesPerSecond: number;
  /** -1 while unknown. */
  readonly secondsLeft: number;
  readonly current: string;
  /** All of them; of a large intake only what needs a person's eye, and the last few. */
  readonly results: readonly IntakeResult[];
}

export interface ViewTicket {
  readonly ticket: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly viewer: Viewer;
}
