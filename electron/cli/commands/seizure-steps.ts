import type { Command } from 'commander';
import {
  claimOutcomes,
  conditions,
  type InventoryLine,
  type Order,
  paidFrom,
  type Witness,
} from '../../core/features/seizures/model.ts';
import { does, leaf, option } from '../command.ts';
import { type Client, type Common, UsageError, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { say } from '../texts.ts';
import { dayOf } from '../times.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { personId } from './marking.ts';
import { type ActOptions, act, choiceOf, findAsset, moneyOf, pieces, step } from './seizure-common.ts';

/** Every option that an act may take; each command declares those that it has. */
interface Options extends Common, ActOptions {
  readonly court?: string;
  readonly grounds?: string;
  readonly orderCourt?: string;
  readonly orderNumber?: string;
  readonly orderDate?: string;
  readonly scope?: string;
  readonly provisional?: boolean;
  readonly until?: string;
  readonly from?: string;
  readonly place?: string;
  readonly coordinates?: string;
  readonly by?: string;
  readonly witness?: readonly string[];
  readonly item?: readonly string[];
  readonly urgency?: string;
  readonly registry?: string;
  readonly entryNumber?: string;
  readonly custodian?: string;
  readonly institution?: string;
  readonly proceeds?: string;
  readonly buyer?: string;
  readonly reason?: string;
  readonly beneficiary?: string;
  readonly to?: string;
  readonly person?: string;
  readonly method?: string;
  readonly part?: readonly string[];
  readonly condition?: string;
  readonly amount?: string;
  readonly what?: string;
  readonly paidFrom?: string;
  readonly claimant?: string;
  readonly claim?: string;
  readonly outcome?: string;
  readonly number?: string;
}

function orderOf({ orderCourt = '', orderNumber = '', orderDate }: Options): Order {
  if (orderCourt.trim() === '' || orderNumber.trim() === '' || orderDate === undefined)
    throw new UsageError('orderSaid');
  return { court: orderCourt, number: orderNumber, date: dayOf(orderDate) };
}

function witnessesOf({ witness = [] }: Options): Witness[] {
  return witness.map((given) => {
    const [name = '', document = '', capacity = ''] = pieces(given, 3);
    return { name, document, capacity };
  });
}

function inventoryOf({ item = [] }: Options): InventoryLine[] {
  return item.map((given) => {
    const [description = '', quantity = '', condition = ''] = pieces(given, 3);
    return { description, quantity, condition };
  });
}

type Place = Awaited<ReturnType<typeof findAsset>>;
type Write = (client: Client, place: Place, options: Options) => Promise<object>;

/** Writes an act and tells where the asset stands then. */
function acting(write: Write): (options: Options, given: string) => Promise<Answer> {
  return (options, given) =>
    withVault(options, async (client) => {
      const place = await findAsset(client, given);
      const written = await write(client, place, options);
      const { stage, number } = await client.call('seizures.show', { case: place.case, asset: place.asset });
      const terms = await vocabularyOf(client);
      return {
        value: { ...written, number, stage },
        lines: [say('seizure.stands', { number, stage: terms.nameOf('seizureStages', stage) })],
      };
    });
}

/** Without what was not said: the core knows what it needs. */
const acts: Readonly<Record<string, Write>> = {
  request: async (client, place, options) =>
    client.call('seizures.request', {
      ...(await step(client, place, options)),
      court: options.court,
      grounds: options.grounds,
    }),
  order: async (client, place, options) =>
    client.call('seizures.order', {
      ...(await step(client, place, options)),
      order: orderOf(options),
      scope: options.scope ?? '',
      provisional: options.provisional === true || options.until !== undefined,
      until: options.until === undefined ? undefined : dayOf(options.until),
    }),
  execute: async (client, place, options) =>
    client.call('seizures.execute', {
      ...(await step(client, place, options)),
      place: options.place ?? '',
      coordinates: options.coordinates,
      by: options.by ?? '',
      witnesses: witnessesOf(options),
      inventory: inventoryOf(options),
      urgency: options.urgency,
    }),
  register: async (client, place, options) =>
    client.call('seizures.register', {
      ...(await step(client, place, options)),
      registry: options.registry ?? '',
      entryNumber: options.entryNumber,
    }),
  administer: async (client, place, options) =>
    client.call('seizures.administer', {
      ...(await step(client, place, options)),
      custodian: options.custodian ?? '',
      institution: options.institution,
      place: options.place ?? '',
      coordinates: options.coordinates,
    }),
  sell: async (client, place, options) =>
    client.call('seizures.sell', {
      ...(await step(client, place, options)),
      order: orderOf(options),
      proceeds: await moneyOf(client, options.proceeds ?? ''),
      buyer: options.buyer,
      reason: options.reason ?? '',
    }),
  forfeit: async (client, place, options) =>
    client.call('seizures.forfeit', {
      ...(await step(client, place, options)),
      order: orderOf(options),
      beneficiary: options.beneficiary,
    }),
  return: async (client, place, options) =>
    client.call('seizures.return', {
      ...(await step(client, place, options)),
      order: orderOf(options),
      to: options.to ?? '',
      person: await personOf(client, place, options),
    }),
  destroy: async (client, place, options) =>
    client.call('seizures.destroy', {
      ...(await step(client, place, options)),
      order: orderOf(options),
      method: options.method ?? '',
      witnesses: witnessesOf(options),
    }),
  lift: async (client, place, options) =>
    client.call('seizures.lift', {
      ...(await step(client, place, options)),
      order: options.orderCourt === undefined ? undefined : orderOf(options),
      reason: options.reason ?? '',
    }),
  split: async (client, place, options) =>
    client.call('seizures.split', {
      ...(await step(client, place, options)),
      reason: options.reason ?? '',
      parts: (options.part ?? []).map((given) => {
        const [name = '', amount = '', count = ''] = pieces(given, 3);
        return { name, amount, ...(count === '' ? {} : { count: Number(count) }) };
      }),
    }),
  check: async (client, place, options) =>
    client.call('seizures.check', {
      ...(await act(client, place, options)),
      condition: choiceOf(options.condition ?? '', conditions),
      by: options.by ?? '',
      place: options.place,
    }),
  cost: async (client, place, options) =>
    client.call('seizures.cost', {
      ...(await act(client, place, options)),
      cost: await moneyOf(client, options.amount ?? ''),
      what: options.what ?? '',
      paidFrom: choiceOf(options.paidFrom ?? 'office', paidFrom),
    }),
  account: async (client, place, options) =>
    client.call('seizures.account', {
      ...(await act(client, place, options)),
      from: dayOf(options.from ?? ''),
      until: dayOf(options.until ?? ''),
    }),
  claim: async (client, place, options) =>
    client.call('seizures.claim', {
      ...(await act(client, place, options)),
      claimant: options.claimant ?? '',
      person: await personOf(client, place, options),
      grounds: options.grounds ?? '',
    }),
  'settle-claim': async (client, place, options) =>
    client.call('seizures.settleClaim', {
      ...(await act(client, place, options)),
      claim: options.claim ?? '',
      outcome: choiceOf(options.outcome ?? '', claimOutcomes),
      court: options.court,
      number: options.number,
    }),
};

async function personOf(client: Client, place: Place, { person }: Options): Promise<string | undefined> {
  return person === undefined ? undefined : personId(client, place.case, person);
}

const order = ['order-court', 'order-number', 'order-date'];
/** The options of each act: those with `!` must be given, those with `…` may be repeated. */
const taken: Readonly<Record<string, readonly string[]>> = {
  request: ['court!', 'grounds'],
  order: [...order.map((name) => `${name}!`), 'scope!', 'provisional', 'until'],
  execute: ['place!', 'coordinates', 'by!', 'witness…', 'item…', 'urgency'],
  register: ['registry!', 'entry-number'],
  administer: ['custodian!', 'institution', 'place!', 'coordinates'],
  sell: [...order.map((name) => `${name}!`), 'proceeds!', 'buyer', 'reason!'],
  forfeit: [...order.map((name) => `${name}!`), 'beneficiary'],
  return: [...order.map((name) => `${name}!`), 'to!', 'person'],
  destroy: [...order.map((name) => `${name}!`), 'method!', 'witness…'],
  lift: [...order, 'reason!'],
  split: ['part…', 'reason!'],
  check: ['condition!', 'by!', 'place'],
  cost: ['amount!', 'what!', 'paid-from'],
  account: ['from!', 'until!'],
  claim: ['claimant!', 'person', 'grounds!'],
  'settle-claim': ['claim!', 'outcome!', 'court', 'number'],
};
const words: Readonly<Record<string, string>> = {
  'order-date': 'day',
  until: 'day',
  from: 'day',
  on: 'day',
  amount: 'money',
  proceeds: 'money',
  document: 'exhibit',
  person: 'name',
  claim: 'id',
  condition: 'kind',
  outcome: 'kind',
  'paid-from': 'kind',
};
/** Options whose text is not the one of their name: the same word means another thing elsewhere. */
const texts: Readonly<Record<string, string>> = {
  'order-court': 'seizureOrderCourt',
  'order-number': 'seizureOrderNumber',
  'order-date': 'seizureOrderDate',
  until: 'seizureUntil',
  from: 'seizureFrom',
  on: 'seizureOn',
  document: 'seizureDocument',
  to: 'seizureTo',
  part: 'seizurePart',
  what: 'seizureWhat',
  number: 'seizureNumber',
  institution: 'seizureInstitution',
  person: 'linkPerson',
  item: 'seizureItem',
  place: 'seizurePlace',
};

/** The verbs of the course of a measure, under `seizure`. */
export function addSeizureSteps(seizure: Command): void {
  for (const [verb, write] of Object.entries(acts)) {
    const command = leaf(seizure, `${verb} <asset>`);
    for (const given of [...(taken[verb] ?? []), 'on', 'document', 'note']) {
      const name = given.replace(/[!…]$/u, '');
      const value = words[name] ?? 'text';
      option(
        command,
        name,
        {
          ...(name === 'provisional' ? {} : { value }),
          ...(given.endsWith('!') ? { required: true } : {}),
          ...(given.endsWith('…') ? { repeat: true } : {}),
        },
        texts[name] ?? name,
      );
    }
    does(command, acting(write));
  }
}
