import type { Method, OfExhibit } from '../../api/method.ts';
import type { Look } from './model.ts';

/** What may be called of this register. */
export interface ReadingMethods {
  /** An exhibit that the browser cannot show by its bytes: a message, a spreadsheet, an archive. Recorded as an access. */
  'reading.look': Method<
    OfExhibit & {
      /** Which message of a mailbox, from 0. */
      readonly message?: number | undefined;
    },
    Look
  >;
}
