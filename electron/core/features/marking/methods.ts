import type { InCase, InCaseAsOf, Method, Nothing, OfExhibit } from '../../api/method.ts';
import type { Amendment } from '../../journal/model.ts';
import type {
  Ground,
  LinkKind,
  LinkType,
  Marks,
  MarksInCase,
  Rect,
  RegionShows,
  TermPlaces,
} from './model.ts';

type Made = { readonly id: string };
type OfCollection = InCase & { readonly collection: string };

export interface NoteInput extends OfExhibit {
  readonly text: string;
  readonly page?: number | undefined;
  readonly region?: Rect | undefined;
  readonly time?: number | undefined;
}

export interface LinkInput extends OfExhibit {
  readonly toKind: LinkKind;
  readonly to?: string | undefined;
  readonly toText?: string | undefined;
  readonly type: LinkType;
  readonly page?: number | undefined;
}

export interface RedactInput extends OfExhibit {
  readonly area?:
    | { readonly page: number; readonly rects: Rect[]; readonly shows?: RegionShows | undefined }
    | undefined;
  readonly term?: { readonly text: string; readonly wholeWord: boolean } | undefined;
  readonly ground: Ground;
  readonly groundText?: string | undefined;
  readonly reason?: string | undefined;
}

/** What may be called of this register. */
export interface MarkingMethods {
  /** Everything that people have put to one exhibit. */
  'marking.show': Method<OfExhibit & { readonly asOf?: string | undefined }, Marks>;
  'marking.inCase': Method<InCaseAsOf, MarksInCase>;
  'marking.note': Method<NoteInput, Made>;
  'marking.amendNote': Method<
    OfExhibit & { readonly note: string; readonly amendments: readonly Amendment<'text'>[] },
    Nothing
  >;
  'marking.removeNote': Method<OfExhibit & { readonly note: string; readonly reason: string }, Nothing>;
  'marking.tag': Method<OfExhibit & { readonly add: string[]; readonly remove: string[] }, Nothing>;
  'marking.link': Method<LinkInput, Made>;
  'marking.unlink': Method<OfExhibit & { readonly link: string; readonly reason: string }, Nothing>;
  'marking.makeCollection': Method<InCase & { readonly name: string; readonly exhibits: string[] }, Made>;
  'marking.collect': Method<
    OfCollection & {
      readonly add: string[];
      readonly remove: string[];
      readonly reason?: string | undefined;
    },
    Nothing
  >;
  'marking.orderCollection': Method<OfCollection & { readonly exhibits: string[] }, Nothing>;
  'marking.renameCollection': Method<
    OfCollection & { readonly amendments: readonly Amendment<'name'>[] },
    Nothing
  >;
  'marking.dissolveCollection': Method<OfCollection & { readonly reason: string }, Nothing>;
  /** Keeps a part back from copies: rectangles of a page, or a term. The original is not touched. */
  'marking.redact': Method<RedactInput, Made>;
  'marking.unredact': Method<OfExhibit & { readonly redaction: string; readonly reason: string }, Nothing>;
  /** Where a term stands in a PDF or a text, found as a redaction would find it. */
  'marking.findTerm': Method<OfExhibit & { readonly text: string; readonly wholeWord: boolean }, TermPlaces>;
}
