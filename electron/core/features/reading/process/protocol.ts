import type { Look, Metadata, SheetRow, TextPage, UnreadReason } from '../model.ts';
import type { Move } from './directory.ts';

/** What is asked of the reading process. The content itself is asked for by it, range by range. */
export interface Job {
  readonly what:
    | { readonly do: 'read' }
    /** OCR of these pages only. */
    | { readonly do: 'ocr'; readonly pages: readonly number[] }
    /** A picture that no browser draws, as PNG. */
    | { readonly do: 'draw' }
    /** The first sheet of a spreadsheet as a list that is imported. */
    | { readonly do: 'table' }
    /** A film's directory, as its bytes must be where it is moved before the media. */
    | { readonly do: 'directory'; readonly move: Move }
    /** What is attached to a message, as its bytes. */
    | { readonly do: 'attachment'; readonly message: number; readonly index: number }
    /** `message`: which message of a mailbox. */
    | { readonly do: 'look'; readonly message: number };
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export type ToProcess =
  | { readonly job: Job }
  | { readonly bytes: Uint8Array }
  /** The content could not be had. */
  | { readonly noBytes: true };

/** How a reading ended. `scans`: pages that are pictures and were not read here. */
export interface Ending {
  readonly metadata: Metadata;
  readonly scans: readonly number[];
  /** Whether this kind of file can have text at all. */
  readonly hasText: boolean;
  readonly reason: UnreadReason | null;
}

export type FromProcess =
  | { readonly need: { readonly start: number; readonly end: number } }
  | { readonly page: TextPage }
  | { readonly ended: Ending }
  | { readonly look: Look }
  | { readonly made: Uint8Array }
  | { readonly table: readonly SheetRow[] }
  | { readonly refused: UnreadReason };
