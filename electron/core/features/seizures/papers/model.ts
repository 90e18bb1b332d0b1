import type { Label } from '../../office/jurisdiction.ts';

export const paperFormats = ['pdf', 'docx'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** A piece of a document as it can be edited: texts and cells, in an order that stays. */
export type Block =
  | { readonly type: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly type: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | {
      readonly type: 'table';
      readonly heads: readonly string[];
      /** How wide each column is beside the others. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly type: 'signatures';
      readonly people: readonly { readonly name: string; readonly under: string }[];
    };

/** A fact that the document asks for and the register does not have: printed as a line to fill in by hand. */
export interface Gap {
  readonly fact: string;
  readonly label: Label;
  /** How often it is missing. */
  readonly times: number;
}

/** A legal reference of a document, and whether anybody has confirmed it. */
export interface Reference {
  readonly id: string;
  readonly text: Label;
  readonly source: string;
  readonly checked: string;
  readonly status: 'read' | 'toConfirm';
}

export interface TemplateInfo {
  readonly id: string;
  readonly name: Label;
  readonly about: Label;
  /** Whether it is about a time, whose first and last day are asked for. */
  readonly period: boolean;
  /** Whether the wording was confirmed. */
  readonly status: 'read' | 'toConfirm';
  readonly source: string;
  readonly references: readonly Reference[];
}

export interface PaperInput {
  readonly case: string;
  readonly template: string;
  /** Assets of the case, in the order in which they are listed. */
  readonly assets: readonly string[];
  /** yyyy-MM-dd, of a template that is about a time. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** A document filled from the register, to be edited. It is kept nowhere. */
export interface PaperDraft {
  readonly template: TemplateInfo;
  /** In Spanish, as it is printed. */
  readonly blocks: readonly Block[];
  /** The same in English, to read beside it. */
  readonly reading: readonly Block[];
  readonly gaps: readonly Gap[];
  /** What it is called where it is saved, without an ending. */
  readonly name: string;
}

export interface MakePaperInput extends PaperInput {
  readonly format: PaperFormat;
  /** The draft as it was edited; without it, as the register fills it. */
  readonly blocks?: readonly Block[] | undefined;
  /** Handle of the chosen folder, or of a file that is not there yet. */
  readonly folder?: string | undefined;
  readonly file?: string | undefined;
  /** Attaches it as an exhibit of the case too, linked to its assets. */
  readonly attach?: boolean | undefined;
}

export interface MadePaper {
  readonly name: string;
  readonly sha256: string;
  /** Of a PDF; null for a document whose pages its reader makes. */
  readonly pages: number | null;
  readonly edited: boolean;
  readonly gaps: number;
  readonly exhibit: { readonly id: string; readonly number: string } | null;
}
