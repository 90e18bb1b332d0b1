import type { Method, Nothing } from '../../api/method.ts';
import type { CustodyInput } from './model.ts';

/** What may be called of this register. */
export interface CustodyMethods {
  /** Writes down one event of one exhibit. What is written stays. */
  'custody.record': Method<CustodyInput, Nothing>;
}
