import type { Money } from '../../../money/model.ts';
import type { IrregularityKind } from './irregularities.ts';

export const movementKinds = ['issued', 'spent', 'returned'] as const;
export type MovementKind = (typeof movementKinds)[number];

export interface MovementInput {
  readonly operation: string;
  readonly agent: string;
  readonly kind: MovementKind;
  readonly amount: Money;
  readonly when: string;
  readonly what: string;
  /** The exhibit that is the receipt. */
  readonly receipt?: string | undefined;
  /** Why there is none, for what was spent. */
  readonly noReceipt?: string | undefined;
  /** What a controlled purchase brought. */
  readonly purchased?: readonly string[] | undefined;
  /** More was spent or returned than the agent had: why it is written down anyway. Without it such a movement is refused. */
  readonly irregular?: string | undefined;
}

export interface MovementRow {
  readonly id: string;
  readonly agent: string;
  readonly codeName: string;
  readonly kind: MovementKind;
  readonly amount: Money;
  readonly when: string;
  readonly what: string;
  readonly receipt: string;
  readonly receiptNumber: string;
  readonly noReceipt: string;
  readonly purchased: readonly string[];
  readonly purchasedNumbers: readonly string[];
  /** What the agent has after it, in the order in which things happened. */
  readonly balance: Money;
  readonly irregularities: readonly IrregularityKind[];
  readonly writtenAt: string;
  readonly author: string;
}

export interface Balance {
  readonly agent: string;
  readonly codeName: string;
  readonly currency: string;
  readonly issued: number;
  readonly spent: number;
  readonly returned: number;
  /** Issued less spent and returned, in minor units. */
  readonly balance: number;
  /** What the last count found more (or less) than the books said. */
  readonly difference: number;
}

export interface CountInput {
  readonly operation: string;
  readonly agent: string;
  readonly when: string;
  readonly counted: Money;
  readonly present: string;
  /** Asked for where the count differs. */
  readonly note?: string | undefined;
}

export interface CountRow {
  readonly id: string;
  readonly agent: string;
  readonly codeName: string;
  readonly when: string;
  readonly counted: Money;
  readonly expected: number;
  /** Counted less expected: shown for ever. */
  readonly difference: number;
  readonly present: string;
  readonly note: string;
  readonly writtenAt: string;
  readonly author: string;
}

export interface MoneyShown {
  readonly balances: readonly Balance[];
  readonly movements: readonly MovementRow[];
  readonly counts: readonly CountRow[];
}

export interface EquipmentInput {
  readonly operation: string;
  readonly agent: string;
  readonly kind: 'coverDocument' | 'equipment';
  /** In words that do not tell a name. */
  readonly what: string;
  readonly serial?: string | undefined;
  readonly issuedOn: string;
  readonly dueBack: string;
}

export interface EquipmentRow {
  readonly id: string;
  readonly agent: string;
  readonly codeName: string;
  readonly kind: 'coverDocument' | 'equipment';
  readonly what: string;
  readonly serial: string;
  readonly issuedOn: string;
  readonly dueBack: string;
  readonly returnedOn: string;
  readonly condition: string;
  readonly overdue: boolean;
  readonly author: string;
}
