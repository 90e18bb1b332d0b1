import type { JobState } from '../../api/jobs.ts';
import type { InCase, InCaseAsOf, Method, Nothing, OfExhibit } from '../../api/method.ts';
import type { HolderAnswer } from './chain-model.ts';
import type { CustodyListInput } from './lists/model.ts';
import type {
  CustodyInput,
  CustodyShown,
  DueRow,
  HandOverInput,
  OfferRow,
  Printed,
  PrintInput,
} from './model.ts';

/** What may be called of this register. */
export interface CustodyMethods {
  'custody.show': Method<InCaseAsOf & OfExhibit, CustodyShown>;
  /** Who held an exhibit at a moment (`from` = `until`) or from one moment to another. */
  'custody.holder': Method<OfExhibit & { readonly from: string; readonly until: string }, HolderAnswer>;
  /** What is out and to come back, the longest overdue first: of one case, or of all cases of the user. */
  'custody.due': Method<{ readonly case?: string | undefined }, readonly DueRow[]>;
  /** Hand-overs that wait for their receiver: of one case; without it, those that wait for the user. */
  'custody.offers': Method<{ readonly case?: string | undefined }, readonly OfferRow[]>;
  /** Writes down one event of one exhibit. What is written stays. */
  'custody.record': Method<CustodyInput, Nothing>;
  /** Hands one or several exhibits to somebody, who signs now, later or on paper. */
  'custody.handOver': Method<
    HandOverInput,
    { readonly handover: string; readonly state: 'signed' | 'offered' | 'paper' }
  >;
  /** The receiver of an offer signs it. */
  'custody.confirm': Method<InCase & { readonly handover: string; readonly passphrase: string }, Nothing>;
  /** A job whose result is a `CustodyListOutcome`: every row's outcome, written into the journal only with `write`. */
  'custody.list': Method<CustodyListInput, JobState>;
  /** A custody sheet, a receipt or labels as a PDF in a folder. Recorded. */
  'custody.print': Method<PrintInput, Printed>;
  /** The receiver refuses an offer, or its giver takes it back. */
  'custody.decline': Method<InCase & { readonly handover: string; readonly reason: string }, Nothing>;
}
