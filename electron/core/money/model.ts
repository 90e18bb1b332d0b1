/** An amount of money: whole minor units (centavos, cents) of an ISO 4217 currency. Never a fraction, never a float. */
export interface Money {
  readonly currency: string;
  readonly minor: number;
}

/** An amount as a person typed it: `1.234,56` or `1,234.56`; what could be read in two ways is refused. */
export interface MoneyInput {
  readonly currency: string;
  readonly amount: string;
}
