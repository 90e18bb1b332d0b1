import type { InCase, Method, Nothing } from '../../api/method.ts';
import type { DeadlineRow, Settlement } from './model.ts';

/** What may be called of this register. */
export interface DeadlinesMethods {
  /** Of one case, or of all cases of the caller. */
  'deadlines.list': Method<{ readonly case?: string | undefined }, readonly DeadlineRow[]>;
  'deadlines.set': Method<
    InCase & {
      readonly label: string;
      readonly note?: string | undefined;
      readonly when:
        | { readonly by: 'day'; readonly due: string }
        | { readonly by: 'term'; readonly term: string; readonly from: string };
    },
    { readonly id: string; readonly due: string }
  >;
  /** Settles a deadline that a person set; those of a register end when what is due is done. */
  'deadlines.settle': Method<
    InCase & { readonly deadline: string; readonly how: Settlement; readonly note?: string | undefined },
    Nothing
  >;
}
