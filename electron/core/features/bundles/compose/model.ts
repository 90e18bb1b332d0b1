import type { RedactionOrder } from '../../../redaction/model.ts';
import type { Volume } from './layout-model.ts';
import type { CourtProfile } from './profile.ts';

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
  /** Not even pages are made of it. */
  readonly blocked: boolean;
}

/** What only a thing in the store has: it is printed on its divider and has no content. */
export interface PrintedObject {
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

export interface PrintedExhibit {
  /** `E-003`. */
  readonly number: string;
  readonly name: string;
  /** What the index calls it. */
  readonly title: string;
  /** Which of the plan's sections it belongs to. */
  readonly section: number;
  /** The version of the bundle that it was added with, after numbers had been given out. */
  readonly late: number | null;
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
  /** Seconds, where it is a recording whose length is known. */
  readonly seconds?: number | undefined;
  /** A still frame of a video as JPEG, or why there is none. Nothing where none is to be shown. */
  readonly still?: Uint8Array | 'program' | 'failed' | undefined;
  readonly object?: PrintedObject | undefined;
  /** Only where parts of it are kept back: its original does not travel then, printed or not. */
  readonly reserved?: Reserved | undefined;
}

/** Whose certificate signs each PDF; the engine leaves room for the signature, and never sees a key. */
export interface PlannedSignature {
  readonly name: string;
  readonly issuer: string;
  readonly serial: string;
  /** ISO. */
  readonly until: string;
  /** Whether it shows on the cover. */
  readonly visible: boolean;
  /** Bytes that the signature takes at most. */
  readonly room: number;
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
  /** How many of the journal's entries travel, and how many of these without their content. */
  readonly journal?: { readonly entries: number; readonly withheld: number } | undefined;
  readonly signature?: PlannedSignature | undefined;
  /** The court's rules. */
  readonly profile: CourtProfile;
  /** Whose copy it is: printed across its pages. Empty for none. */
  readonly recipient: string;
  /** Titles, in their order; the only one of a bundle without sections is empty. */
  readonly sections: readonly string[];
  readonly exhibits: readonly PrintedExhibit[];
  readonly unreadable: 'stop' | 'native';
}

/** Where an exhibit stands, by its numbers as printed: from its divider to its last page; `pages` are its own. */
export interface Placed {
  readonly number: string;
  readonly from: string;
  readonly to: string;
  readonly pages: number;
  /** From 1 on: the volume in which it begins. */
  readonly volume: number;
}

/**
 * Why an exhibit is not printed: by its kind, or because it could not be read. `unfaithful`: what was drawn did not look
 * like the source. `reserved`: none of it may be shown. `more`: it is printed, and has more in it that paper cannot show.
 */
export type NativeReason =
  | 'kind'
  | 'empty'
  | 'locked'
  | 'damaged'
  | 'tooLong'
  | 'tooLarge'
  | 'failed'
  | 'unfaithful'
  | 'reserved'
  | 'more';

export interface Native {
  readonly number: string;
  readonly name: string;
  readonly reason: NativeReason;
}

/** What a PDF has that no page shows. */
export type Unshown = 'attachments' | 'xfa' | 'media' | 'scripts';

/** What the reading of a source found, before anything is drawn. */
export interface Measured {
  readonly reason: NativeReason | null;
  readonly pages: number;
  readonly divider: number;
  readonly bytes: number;
  /** It was damaged, and mended as far as it could be. */
  readonly repaired: boolean;
  /** A picture that is printed with fewer dots than it has, because the court wants no more. */
  readonly reduced: boolean;
  /** Its pages may stand in a PDF/A-2b. */
  readonly archival: boolean;
  readonly unshown: readonly Unshown[];
}

/** What a source is found to be, whatever stands around it. */
export type Own = Omit<Measured, 'divider'>;

/** One PDF of the bundle. */
export interface VolumeFile {
  /** Inside the package. */
  readonly path: string;
  readonly pages: number;
  /** Over a limit of the court. */
  readonly over: boolean;
  /** It is a PDF/A-2b, and says so. */
  readonly archival: boolean;
}

/** Everything that is decided of a bundle before a page is drawn. */
export interface Layout {
  readonly measured: readonly Measured[];
  readonly volumes: readonly Volume[];
  readonly files: readonly VolumeFile[];
}

export interface Composed extends Layout {
  readonly pages: number;
  readonly placed: readonly Placed[];
  readonly natives: readonly Native[];
  /** Exhibits with parts kept back that could not be printed: nothing of their content travels. */
  readonly withheld: readonly Native[];
  /** Numbers of exhibits that were damaged and mended. */
  readonly repaired: readonly string[];
  /** Numbers of pictures that were printed with fewer dots than they have. */
  readonly reduced: readonly string[];
  /** Numbers of exhibits because of whose pages a file is no PDF/A. */
  readonly notArchival: readonly string[];
}

/** An exhibit's content as the engine takes it: as it is, or turned into something that has pages. */
export interface Supplied {
  readonly form: 'pdf' | 'image' | 'text';
  readonly type: string;
  readonly bytes: Uint8Array;
  /** What OCR read of pages that have no text of their own. */
  readonly ocr: readonly { readonly page: number; readonly text: string }[];
}
export type Supply = Supplied | { readonly none: NativeReason };

/** Room for a signature in a finished PDF: from its `<` to behind its `>`. */
export interface Hole {
  readonly from: number;
  readonly to: number;
}

/** What the process is asked, and what it says. Bytes travel in pieces by structured clone, never by the disk. */
export type ToProcess =
  | { readonly measure: BundlePlan; readonly known: Known; readonly remembered: Remembered }
  | { readonly show: Shown; readonly plan: BundlePlan; readonly layout: Layout }
  | { readonly draw: number; readonly plan: BundlePlan; readonly layout: Layout }
  | { readonly index: number; readonly none: NativeReason }
  | {
      readonly index: number;
      readonly about: Omit<Supplied, 'bytes'> & { readonly size: number };
    }
  | { readonly index: number; readonly piece: Uint8Array }
  | { readonly take: number };
export type FromProcess =
  | { readonly want: number }
  /** At which exhibit it is: the one to blame if nothing more is heard. */
  | { readonly at: number; readonly done: number; readonly total: number }
  | { readonly measured: readonly Measured[] }
  /** How many bytes, and from where to where a signature's room lies among them. */
  | { readonly drawn: number; readonly hole: Hole | null }
  | { readonly picture: Picture }
  | { readonly piece: Uint8Array }
  | { readonly broken: number; readonly reason: NativeReason }
  | { readonly failed: string };

/** Exhibits that are known to be unreadable already, by their place. */
export type Known = Readonly<Record<number, NativeReason>>;

/** What is known of sources from before, by their place: they are not read again to be measured. */
export type Remembered = Readonly<Record<number, Own>>;

/** One leaf of a volume, both from 0 on. */
export interface Shown {
  readonly volume: number;
  readonly leaf: number;
}

/** A page as a picture (PNG), in pixels. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}
