import { decimalOf } from '../../core/money/index.ts';
import type { Money, MoneyInput } from '../../core/money/model.ts';
import { type Client, UsageError } from '../context.ts';
import { dayOf, today } from '../times.ts';

/** What every act says beside its own. */
export interface ActOptions {
  readonly on?: string;
  readonly document?: string;
  readonly note?: string;
}

interface Place {
  readonly case: string;
  readonly asset: string;
}

/** An asset by its id or printed number. */
export function findAsset(client: Client, given: string): Promise<Place & { readonly number: string }> {
  return client.call('seizures.find', { given });
}

/** The document's exhibit by its id or printed number. */
export async function exhibitOf(client: Client, given: string | undefined): Promise<string | undefined> {
  return given === undefined ? undefined : (await client.call('evidence.find', { given })).exhibit;
}

/** The part of an act that all acts have; the day is today where none is said. */
export async function act(client: Client, place: Place, options: ActOptions) {
  return {
    case: place.case,
    asset: place.asset,
    on: dayOf(options.on ?? today()),
    document: await exhibitOf(client, options.document),
    note: options.note,
  };
}

/** The same of a step, which says what it saw: what stands now. */
export async function step(client: Client, place: Place, options: ActOptions) {
  const { saw } = await client.call('seizures.show', { case: place.case, asset: place.asset });
  return { ...(await act(client, place, options)), saw };
}

/** `1234,50 BOB`, `USD 1,234.50`, or an amount alone in the office's currency. */
export async function moneyOf(client: Client, given: string): Promise<MoneyInput> {
  const [, before, amount = '', after] =
    /^([A-Za-z]{3})?\s*(.*?)\s*([A-Za-z]{3})?$/u.exec(given.trim()) ?? [];
  const currency = before ?? after;
  if (currency !== undefined) return { amount, currency: currency.toUpperCase() };
  return { amount, currency: (await client.call('office.jurisdiction', {})).currency.code };
}

/** `BOB 1234.50`: exact, the same in every language. */
export function moneyText(money: Money | null): string {
  return money === null ? '' : `${money.currency} ${decimalOf(money)}`;
}

/** One of the words that an option takes, or wrong usage with those that it does. */
export function choiceOf<T extends string>(given: string, known: readonly T[]): T {
  const found = known.find((each) => each === given);
  if (found === undefined) throw new UsageError('choice', { given, known: known.join(', ') });
  return found;
}

/** The pieces of `one; two; three`, as many as are asked for; those not given are empty. */
export function pieces(given: string, count: number): string[] {
  const found = given.split(';').map((piece) => piece.trim());
  if (found.length > count) throw new UsageError('pieces', { given });
  return Array.from({ length: count }, (_, at) => found[at] ?? '');
}
