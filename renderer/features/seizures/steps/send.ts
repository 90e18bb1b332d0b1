import type { ActType, Order } from '../../../../electron/core/features/seizures/model.ts';
import { call } from '../../../app/core.ts';
import { filled } from '../filled.ts';
import { type Draft, readCounts } from './draft.ts';

interface Subject {
  readonly case: string;
  readonly asset: string;
  readonly saw: readonly string[];
  /** The claim that is settled. */
  readonly claim: string;
}

const orderOf = ({ court, number, date }: Draft): Order => ({
  court: court.trim(),
  number: number.trim(),
  date,
});
const moneyOf = ({ currency, amount }: Draft) => ({ currency, amount: amount.trim() });
const witnessesOf = ({ witnesses }: Draft) => witnesses.filter(({ name }) => name.trim() !== '');

function partsOf({ parts }: Draft) {
  return parts
    .filter(({ name, amount }) => name.trim() !== '' || amount.trim() !== '')
    .map(({ name, amount, count, counts }) => ({
      name: name.trim(),
      amount: amount.trim(),
      ...(count.trim() === '' ? {} : { count: Number(count) }),
      ...(counts.trim() === '' ? {} : { counts: readCounts(counts) ?? [] }),
    }));
}

/** Writes the act down, by what was typed of it. Empty fields stay out. */
export function sendAct(type: ActType, { claim, saw, ...of }: Subject, draft: Draft): Promise<unknown> {
  const { document, note, court, grounds, place, coordinates, by, person } = draft;
  const further = { ...of, on: draft.on, ...filled({ document, note }) };
  const step = { ...further, saw };
  const order = orderOf(draft);
  switch (type) {
    case 'request':
      return call('seizures.request', { ...step, ...filled({ court, grounds }) });
    case 'order': {
      const { scope, provisional, until } = draft;
      const forATime = provisional ? { provisional, ...filled({ until }) } : {};
      return call('seizures.order', { ...step, order, scope: scope.trim(), ...forATime });
    }
    case 'execute':
      return call('seizures.execute', {
        ...step,
        place: place.trim(),
        by: by.trim(),
        witnesses: witnessesOf(draft),
        inventory: draft.inventory.filter(({ description }) => description.trim() !== ''),
        ...filled({ coordinates, urgency: draft.urgency }),
      });
    case 'register':
      return call('seizures.register', {
        ...step,
        registry: draft.registry.trim(),
        ...filled({ entryNumber: draft.entryNumber }),
      });
    case 'administer':
      return call('seizures.administer', {
        ...step,
        custodian: draft.custodian.trim(),
        place: place.trim(),
        ...filled({ institution: draft.institution, coordinates }),
      });
    case 'sell':
      return call('seizures.sell', {
        ...step,
        order,
        proceeds: moneyOf(draft),
        reason: draft.reason.trim(),
        ...filled({ buyer: draft.buyer }),
      });
    case 'forfeit':
      return call('seizures.forfeit', { ...step, order, ...filled({ beneficiary: draft.beneficiary }) });
    case 'return':
      return call('seizures.return', { ...step, order, to: draft.to.trim(), ...filled({ person }) });
    case 'destroy':
      return call('seizures.destroy', {
        ...step,
        order,
        method: draft.method.trim(),
        witnesses: witnessesOf(draft),
      });
    case 'lift': {
      const ordered = order.court !== '' || order.number !== '' || order.date !== '';
      return call('seizures.lift', { ...step, reason: draft.reason.trim(), ...(ordered ? { order } : {}) });
    }
    case 'split':
      return call('seizures.split', { ...step, reason: draft.reason.trim(), parts: partsOf(draft) });
    default:
      return sendFurther(type, further, draft, claim);
  }
}

type Further = Extract<ActType, 'value' | 'check' | 'cost' | 'account' | 'claim' | 'settleClaim'>;
interface OnDay {
  readonly case: string;
  readonly asset: string;
  readonly on: string;
  readonly document?: string;
  readonly note?: string;
}

function sendFurther(type: Further, of: OnDay, draft: Draft, claim: string): Promise<unknown> {
  const { note: _note, ...withoutNote } = of;
  const by = draft.by.trim();
  switch (type) {
    case 'value':
      return call('seizures.value', {
        ...withoutNote,
        ...moneyOf(draft),
        by,
        basis: draft.basis,
        source: draft.source.trim(),
      });
    case 'check':
      return call('seizures.check', {
        ...of,
        by,
        condition: draft.condition,
        ...filled({ place: draft.place }),
      });
    case 'cost':
      return call('seizures.cost', {
        ...of,
        cost: moneyOf(draft),
        what: draft.what.trim(),
        paidFrom: draft.paidFrom,
      });
    case 'account':
      return call('seizures.account', { ...of, from: draft.from, until: draft.until });
    case 'claim':
      return call('seizures.claim', {
        ...of,
        claimant: draft.claimant.trim(),
        grounds: draft.grounds.trim(),
        ...filled({ person: draft.person }),
      });
    case 'settleClaim':
      return call('seizures.settleClaim', {
        ...of,
        claim,
        outcome: draft.outcome,
        ...filled({ court: draft.court, number: draft.number }),
      });
  }
}
