/** One page, sheet, slide or message of an exhibit, as text. */
export interface TextPage {
  /** From 0. */
  readonly page: number;
  /** What the part is called where it has a name: a sheet, a message's subject, a file inside an archive. */
  readonly label?: string;
  readonly text: string;
}

export const metadataGroups = ['file', 'exif', 'pdf', 'office', 'media', 'mail', 'archive'] as const;
export type MetadataGroup = (typeof metadataGroups)[number];

/** One property as the file has it: nothing is corrected or interpreted. */
export interface MetadataItem {
  readonly group: MetadataGroup;
  readonly name: string;
  readonly value: string;
}

/** What the metadata says of time and place, for lists and exchange. */
export interface MetadataSummary {
  /** As the file says, not converted. */
  readonly takenAt?: string;
  /** Decimal degrees. */
  readonly latitude?: number;
  readonly longitude?: number;
  readonly seconds?: number;
  readonly width?: number;
  readonly height?: number;
  readonly pages?: number;
}

export interface Metadata {
  readonly items: readonly MetadataItem[];
  readonly summary: MetadataSummary;
}

/** Why a file, or part of it, could not be read. */
export const unreadReasons = [
  'damaged',
  'encrypted',
  'tooLarge',
  'tooLong',
  'tooMuchMemory',
  'crashed',
  'missing',
] as const;
export type UnreadReason = (typeof unreadReasons)[number];

/**
 * `waiting`: not looked at yet. `read`: all text there is. `scanned`: some pages are pictures and wait to be read by
 * OCR. `partly`: what could be read, with the reason why not all. `none`: a kind of file that has no text. `failed`.
 */
export type ReadingState = 'waiting' | 'read' | 'scanned' | 'partly' | 'none' | 'failed';

/** How far an exhibit has been read, and what its metadata says. */
export interface Reading {
  readonly state: ReadingState;
  readonly reason: UnreadReason | null;
  /** Parts with text. */
  readonly pages: number;
  /** Pages that are pictures: how many there are, and how many OCR has read. */
  readonly scans: number;
  readonly scansRead: number;
  readonly readAt: string;
  readonly metadata: Metadata;
}

/** Over all exhibits that the user may see. */
export interface ReadingProgress {
  readonly waiting: number;
  readonly scanned: number;
  readonly failed: number;
  readonly total: number;
}

export interface MailPart {
  readonly index: number;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** A message as it may be shown: text only, no picture or link of it is ever loaded. */
export interface Mail {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly text: string;
  readonly attachments: readonly MailPart[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** How many rows and columns there are, where not all are given. */
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Why a cell's text is not to be taken for what its writer meant. */
export const cellDoubts = ['formula', 'number', 'error'] as const;
/** `formula`: worked out by a program; `number`: longer than a spreadsheet keeps exactly; `error`: `#REF!` and its like. */
export type CellDoubt = (typeof cellDoubts)[number];

/** A row of a spreadsheet that is read as a list: exact texts, days as yyyy-MM-dd, nothing as it is only shown. */
export interface SheetRow {
  /** From 1, as the spreadsheet counts. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly doubts: readonly { readonly column: number; readonly what: CellDoubt }[];
}

export interface ArchiveItem {
  readonly path: string;
  readonly size: number;
  readonly packed: number;
  /** As the archive says, or empty. */
  readonly modified: string;
  readonly encrypted: boolean;
}

/** An exhibit opened for looking at, where the browser cannot show the bytes themselves. */
export type Look =
  | { readonly kind: 'mail'; readonly mail: Mail; readonly message: number; readonly messages: number }
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'archive'; readonly items: readonly ArchiveItem[]; readonly total: number }
  | { readonly kind: 'text'; readonly pages: readonly TextPage[] };
