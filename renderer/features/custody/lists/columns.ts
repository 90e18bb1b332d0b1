import type { CustodyColumn, RowOutcome } from '../../../../electron/core/features/custody/lists/model.ts';
import { inOrder } from '../../../components/list/in-order.ts';

export const custodyColumns = inOrder<CustodyColumn>({
  exhibit: true,
  event: true,
  when: true,
  time: true,
  from: true,
  to: true,
  place: true,
  reason: true,
  seal: true,
  taken: true,
  orderNumber: true,
  orderAuthority: true,
  orderDate: true,
  dueBack: true,
  note: true,
  why: true,
});

export const rowOutcomes = inOrder<RowOutcome>({ write: true, known: true, refused: true });

/** The head of a column by what it is taken for; an empty text for none. */
export type SaidColumns = Readonly<Partial<Record<CustodyColumn, string>>>;
