import type { Method, OfExhibit } from '../../api/method.ts';
import type { ViewTicket } from '../evidence/model.ts';
import type { Look, Reading, ReadingProgress } from './model.ts';

/** What may be called of this register. */
export interface ReadingMethods {
  /** How far an exhibit has been read, and its metadata as found. */
  'reading.show': Method<OfExhibit, Reading>;
  /** How much is still to be read, in a case or in all of the user's cases. */
  'reading.progress': Method<{ readonly case?: string | undefined }, ReadingProgress>;
  /** Resolves when all that is attached has been read; with `scans` by OCR too. For the command line. */
  'reading.settle': Method<{ readonly scans: boolean }, ReadingProgress>;
  /** An exhibit that the browser cannot show by its bytes: a message, a spreadsheet, an archive. Recorded as an access. */
  'reading.look': Method<
    OfExhibit & {
      /** Which message of a mailbox, from 0. */
      readonly message?: number | undefined;
    },
    Look
  >;
  /** What is attached to a message of an exhibit, by a ticket of its own. `name` as the message calls it. */
  'reading.attachment': Method<
    OfExhibit & { readonly message?: number | undefined; readonly index: number; readonly name: string },
    ViewTicket
  >;
}
