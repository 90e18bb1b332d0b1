import { useTranslation } from 'react-i18next';
import type {
  AssetEvent,
  Coordinates,
  Due,
  EventFacts,
  EventType,
  InventoryLine,
  Order,
  Witness,
} from '../../../../electron/core/features/seizures/model.ts';
import { formatDay, formatMoney } from '../../../app/format.ts';
import { useWords } from '../useWords.ts';

interface Fact {
  readonly label: string;
  readonly value: string | readonly string[];
}
/** The text's key under `form` and what was said; empty says nothing. */
type Said = readonly [string, string | readonly string[]];

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
const orderText = (order: Order | null): string =>
  order === null ? '' : joined([order.court, order.number, formatDay(order.date)]);
const place = (at: Coordinates | null): string =>
  at === null ? '' : `${at.latitude.toFixed(6)}, ${at.longitude.toFixed(6)}`;
const witnessLines = (all: readonly Witness[]): readonly string[] =>
  all.map(({ name, document, capacity }) => joined([name, document, capacity]));
const inventoryLines = (all: readonly InventoryLine[]): readonly string[] =>
  all.map(({ description, quantity, condition }) => joined([description, quantity, condition]));
const dueText = (due: Due | null): string => (due === null ? '' : formatDay(due.due));

/** What an act says, in words, in the order in which people read it. */
export function useEventFacts(): (event: AssetEvent) => readonly Fact[] {
  const { t } = useTranslation('seizures');
  const words = useWords();
  const said: { readonly [T in EventType]: (facts: EventFacts[T]) => readonly Said[] } = {
    takeOver: ({ stage, row, custodian, account, check }) => [
      ['takenStage', words.stage(stage)],
      ['custodian', custodian],
      ['registerRow', String(row)],
      ['accountUntil', dueText(account)],
      ['checkUntil', dueText(check)],
    ],
    request: ({ court, grounds }) => [
      ['court', court],
      ['grounds', grounds],
    ],
    order: ({ order, scope, provisional, until, expiry }) => [
      ['order', orderText(order)],
      ['scope', scope],
      ['provisional', provisional ? t('form.isProvisional') : ''],
      ['until', until === '' ? dueText(expiry) : formatDay(until)],
    ],
    execute: (facts) => [
      ['place', joined([facts.place, place(facts.coordinates)])],
      ['by', facts.by],
      ['witnesses', witnessLines(facts.witnesses)],
      ['inventory', inventoryLines(facts.inventory)],
      ['urgency', facts.urgency],
      ['confirmUntil', dueText(facts.confirm)],
    ],
    register: ({ registry, entryNumber }) => [
      ['registry', registry],
      ['entryNumber', entryNumber],
    ],
    administer: (facts) => [
      ['custodian', joined([facts.custodian, facts.institution])],
      ['place', joined([facts.place, place(facts.coordinates)])],
      ['accountUntil', dueText(facts.account)],
      ['checkUntil', dueText(facts.check)],
    ],
    sell: ({ order, proceeds, buyer, reason }) => [
      ['order', orderText(order)],
      ['proceeds', formatMoney(proceeds)],
      ['buyer', buyer],
      ['reason', reason],
    ],
    forfeit: ({ order, beneficiary }) => [
      ['order', orderText(order)],
      ['beneficiary', beneficiary],
    ],
    return: ({ order, to }) => [
      ['order', orderText(order)],
      ['to', to],
    ],
    destroy: ({ order, method, witnesses }) => [
      ['order', orderText(order)],
      ['method', method],
      ['witnesses', witnessLines(witnesses)],
    ],
    lift: ({ order, reason }) => [
      ['order', orderText(order)],
      ['reason', reason],
    ],
    split: ({ reason }) => [['reason', reason]],
    value: ({ value, basis, source, by }) => [
      ['money', formatMoney(value)],
      ['basis', t(`basis.${basis}`)],
      ['source', source],
      ['valuedBy', by],
    ],
    check: ({ condition, by, place: where, check }) => [
      ['condition', t(`condition.${condition}`)],
      ['by', by],
      ['place', where],
      ['checkUntil', dueText(check)],
    ],
    cost: ({ cost, what, paidFrom }) => [
      ['money', formatMoney(cost)],
      ['what', what],
      ['paidFrom', t(`payer.${paidFrom}`)],
    ],
    account: ({ from, until, account }) => [
      ['period', `${formatDay(from)} – ${formatDay(until)}`],
      ['accountUntil', dueText(account)],
    ],
    claim: ({ claimant, grounds }) => [
      ['claimant', claimant],
      ['grounds', grounds],
    ],
    settleClaim: ({ outcome, court, number }) => [
      ['outcome', t(`outcome.${outcome}`)],
      ['court', joined([court, number])],
    ],
  };
  return (event) =>
    // The facts are those of the type: told apart by it.
    (said[event.type] as (facts: AssetEvent['facts']) => readonly Said[])(event.facts)
      .filter(([, value]) => value.length > 0)
      .map(([key, value]) => ({ label: t(`form.${key}`), value }));
}
