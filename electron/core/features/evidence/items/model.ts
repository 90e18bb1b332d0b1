/** What an item is, by the list from which one is chosen. The list may grow; a name stays for ever. */
export const itemCategories = [
  'phone',
  'sim',
  'computer',
  'storage',
  'camera',
  'document',
  'container',
  'money',
  'vehicle',
  'clothing',
  'biological',
  'weapon',
  'jewellery',
  'other',
] as const;
export type ItemCategory = (typeof itemCategories)[number];

/** By what an item is told from its like. */
export const serialLabels = [
  'imei',
  'iccid',
  'imsi',
  'phone',
  'serial',
  'mac',
  'plate',
  'chassis',
  'other',
] as const;
export type SerialLabel = (typeof serialLabels)[number];

export interface Serial {
  readonly label: SerialLabel;
  readonly value: string;
  /** Read so on the item and confirmed by the person, although its check digit says otherwise. */
  readonly sic?: true | undefined;
}

/** Somebody who was there when the item was found, and in which capacity. */
export interface Present {
  readonly name: string;
  readonly capacity: string;
  /** The person of the case, where it is one. */
  readonly person?: string | undefined;
}

/** A place on the earth, in degrees of WGS 84. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** The amendable fields that only items have. */
export const itemFields = [
  'category',
  'serials',
  'quantity',
  'packaging',
  'seal',
  'coordinates',
  'collectedAt',
  'present',
] as const;
export type ItemField = (typeof itemFields)[number];

/** An item as a person writes it down. Empty texts where nothing is known. */
export interface ItemInput {
  readonly name: string;
  readonly category: ItemCategory;
  readonly description?: string | undefined;
  readonly serials?: readonly Serial[] | undefined;
  readonly quantity?: number | undefined;
  readonly packaging?: string | undefined;
  /** The number of the seal that it came in. */
  readonly seal?: string | undefined;
  /** The exhibit that it is inside of. */
  readonly parent?: string | undefined;
  /** The earlier row of the same record, counted from 1, that it is inside of: a phone and its SIM in one go. */
  readonly parentRow?: number | undefined;
}

/** What holds for every item of one record: where, when and before whom they were found. */
export interface ItemOccasion {
  readonly source: string;
  readonly place: string;
  /** yyyy-MM-dd or empty. */
  readonly collectedOn: string;
  /** HH:mm or empty. */
  readonly collectedAt: string;
  readonly collectedBy: string;
  /** As it was typed: decimal degrees, degrees and minutes, or a `geo:` address; empty where not known. */
  readonly coordinates: string;
  readonly present: readonly Present[];
}

export interface RecordedItem {
  readonly exhibit: string;
  readonly number: string;
}

/** An item's own facts, as its page shows them. */
export interface ItemFacts {
  readonly serials: readonly Serial[];
  readonly coordinates: { readonly decimal: string; readonly dms: string } | null;
  readonly present: readonly Present[];
}
