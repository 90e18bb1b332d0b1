import type { RedactionOrder } from '../../../redaction/model.ts';

/** One custody event as the divider prints it, in the office's words. */
export interface PrintedCustody {
  readonly event: string;
  /** ISO with offset. */
  readonly when: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly reason: string;
  readonly seal: string;
  readonly note: string;
  readonly author: string;
  /** Copied from a former register; its row. */
  readonly list?: { readonly row: number } | undefined;
}

/** What of an exhibit is kept back in the copy, and on what grounds, in the office's words. */
export interface Reserved {
  readonly order: RedactionOrder;
  readonly grounds: readonly string[];
}

/** What only a thing in the store has: it is printed on its divider and has no content. */
export interface PrintedObject {
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

export interface PrintedExhibit {
  /** `E-003`. */
  readonly number: string;
  readonly name: string;
  readonly description: string;
  readonly source: string;
  readonly place: string;
  /** yyyy-MM-dd or empty. */
  readonly collectedOn: string;
  readonly collectedBy: string;
  /** Media type. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** Where its native file lies in the package. */
  readonly native: string;
  readonly custody: readonly PrintedCustody[];
  readonly object?: PrintedObject | undefined;
  /** Only where parts of it are kept back: its original does not travel then, printed or not. */
  readonly reserved?: Reserved | undefined;
}

/** All that is printed, already named in the office's language; only the fixed words come from `bundle.json`. */
export interface BundlePlan {
  readonly language: 'es' | 'en';
  readonly timeZone: string;
  readonly title: string;
  readonly office: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly court: string;
  readonly courtNumber: string;
  readonly offences: readonly string[];
  /** ISO. */
  readonly exportedAt: string;
  readonly exportedBy: string;
  /** Who signs, as `ssh-keygen -I` takes it. */
  readonly principal: string;
  /** `SHA256:…` of the key that signs the package. */
  readonly signer: string;
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: string };
  readonly exhibits: readonly PrintedExhibit[];
  readonly unreadable: 'stop' | 'native';
}

/** Where an exhibit stands in the PDF: from its divider to its last page, as printed; `pages` are its own. */
export interface Placed {
  readonly number: string;
  readonly from: number;
  readonly to: number;
  readonly pages: number;
}

/** Why an exhibit is not printed: by its kind, or because it could not be read. */
export type NativeReason = 'kind' | 'empty' | 'locked' | 'damaged' | 'tooLong' | 'failed';

export interface Native {
  readonly number: string;
  readonly name: string;
  readonly reason: NativeReason;
}

export interface Composed {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly placed: readonly Placed[];
  readonly natives: readonly Native[];
  /** Exhibits with parts kept back that could not be printed: nothing of their content travels. */
  readonly withheld: readonly Native[];
}

/** What the process is asked, and what it says. Bytes travel by structured clone, never by the disk. */
export type ToProcess =
  | { readonly plan: BundlePlan; readonly skip: Readonly<Record<number, NativeReason>> }
  | { readonly content: Uint8Array };
export type FromProcess =
  | { readonly want: number }
  | { readonly done: number; readonly step: string }
  | { readonly composed: Composed }
  /** The exhibit that could not be read, where the plan says to stop. */
  | { readonly unreadable: number; readonly reason: NativeReason }
  | { readonly failed: string };
