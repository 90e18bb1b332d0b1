import { resolve } from 'node:path';
import type { Command } from 'commander';
import { endOfDay } from 'date-fns/endOfDay';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { CustodiaError } from '../../core/api/errors.ts';
import type { Anomaly } from '../../core/features/custody/chain-model.ts';
import { custodyEvents, type PrintForm, type Receiver } from '../../core/features/custody/model.ts';
import { does, group, leaf, option } from '../command.ts';
import {
  type Client,
  type Common,
  caseId,
  passphraseFrom,
  passphraseOf,
  UsageError,
  withVault,
} from '../context.ts';
import { makeFolder } from '../folders.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say } from '../texts.ts';
import { asOfMoment, dayOf, momentOf, shownMoment } from '../times.ts';
import { addCustodyList } from './custody-list.ts';

interface EventOptions {
  readonly when?: string;
  readonly from?: string;
  readonly to?: string;
  readonly place?: string;
  readonly reason?: string;
  readonly seal?: string;
  readonly note?: string;
  readonly why?: string;
  readonly dueBack?: string;
  readonly taken?: string;
  readonly part?: string;
  readonly orderAuthority?: string;
  readonly orderNumber?: string;
  readonly orderDate?: string;
}

const whenOf = ({ when }: EventOptions): string => momentOf(when ?? new Date().toISOString());
const find = (client: Client, given: string) => client.call('evidence.find', { given });

/** A custody event; now and from whoever holds the exhibit, where nothing else is said. */
async function record(options: EventOptions & Common, given: string, name: string): Promise<Answer> {
  const event = custodyEvents.find((each) => each === name);
  if (event === undefined) throw new UsageError('choice', { given: name, known: custodyEvents.join(', ') });
  const { to, place, reason, seal, note, why, taken, orderAuthority, orderNumber, orderDate } = options;
  const when = whenOf(options);
  const dueBack = options.dueBack === undefined ? undefined : dayOf(options.dueBack);
  const order =
    event === 'destroyed'
      ? { authority: orderAuthority ?? '', number: orderNumber ?? '', date: dayOf(orderDate ?? '') }
      : undefined;
  const shown = await withVault(options, async (client) => {
    const found = await find(client, given);
    const { state } = await client.call('custody.show', found);
    const from = options.from ?? (event === 'transferred' ? state.holder : undefined);
    const part = options.part === undefined ? undefined : (await find(client, options.part)).exhibit;
    const said = { event, when, from, to, place, reason, seal, note, why, dueBack, taken, part, order };
    await client.call('custody.record', { ...found, ...said });
    return client.call('custody.show', found);
  });
  return {
    value: { id: shown.exhibit, number: shown.number, event, when, holder: shown.state.holder },
    lines: [say('custody.recorded', { number: shown.number, event: say(`custody.${event}`) })],
  };
}

interface TransferOptions extends EventOptions {
  readonly to: string;
  readonly receiverPassphraseFile?: string;
  readonly later?: boolean;
  readonly document?: string;
  readonly institution?: string;
}

/** One or several exhibits to another person, who signs with the passphrase, later, or on paper. */
async function transfer(options: TransferOptions & Common, given: readonly string[]): Promise<Answer> {
  const { to } = options;
  const dueBack = options.dueBack === undefined ? undefined : dayOf(options.dueBack);
  const when = whenOf(options);
  const result = await withVault(options, async (client) => {
    const found = await Promise.all(given.map((each) => find(client, each)));
    const [first] = found;
    if (first === undefined || found.some((each) => each.case !== first.case))
      throw new CustodiaError('call.invalid', { field: 'exhibit' });
    const handed = await handOver(client, first.case, found, options, { when, dueBack });
    const { number, state } = await client.call('custody.show', first);
    return { ...handed, id: first.exhibit, number, event: 'transferred', when, holder: state.holder };
  });
  return { value: result, lines: [say(`custody.handed.${result.state}`, { number: result.number, to })] };
}

/** Without a word of how the receiver confirms, each is written down as the giver alone says it. */
async function handOver(
  client: Client,
  caseId: string,
  found: readonly { readonly exhibit: string }[],
  options: TransferOptions,
  { when, dueBack }: { readonly when: string; readonly dueBack: string | undefined },
): Promise<{ handover?: string; state: 'signed' | 'offered' | 'paper' | 'recorded' }> {
  const { to, from, place, reason, note, why, document, receiverPassphraseFile, later } = options;
  const said = { case: caseId, when, place, reason, note, dueBack, why };
  if (document !== undefined || receiverPassphraseFile !== undefined || later === true) {
    const exhibits = found.map(({ exhibit }) => exhibit);
    return client.call('custody.handOver', {
      ...said,
      from,
      exhibits,
      receiver: await receiverOf(client, options),
    });
  }
  for (const { exhibit } of found) {
    const { state } = await client.call('custody.show', { case: caseId, exhibit });
    await client.call('custody.record', {
      ...said,
      exhibit,
      event: 'transferred',
      from: from ?? state.holder,
      to,
    });
  }
  return { state: 'recorded' };
}

async function receiverOf(client: Client, options: TransferOptions): Promise<Receiver> {
  const { to, document, institution = '', receiverPassphraseFile, later } = options;
  if (document !== undefined) return { how: 'paper', name: to, document, institution };
  const user = (await client.call('users.list', {})).find(
    ({ id, name, active }) =>
      active && (id === to || name.toLocaleLowerCase('es') === to.toLocaleLowerCase('es')),
  );
  if (user === undefined) throw new CustodiaError('call.notFound', { what: 'user' });
  if (later === true) return { how: 'later', user: user.id };
  const passphrase = passphraseFrom(receiverPassphraseFile, '--receiver-passphrase-file', '');
  return { how: 'signs', user: user.id, passphrase };
}

const anomalyText = ({ kind, from, until, expected = '', said = '', why = '' }: Anomaly): string =>
  `  ${say(`custody.anomaly.${kind}`, { from: shownMoment(from), until: shownMoment(until), expected, said })}${
    why === '' ? '' : ` ${say('custody.why', { why })}`
  }`;

async function show(options: Common & { readonly asOf?: string }, given: string): Promise<Answer> {
  const asOf = asOfMoment(options.asOf);
  const shown = await withVault(options, async (client) =>
    client.call('custody.show', { ...(await find(client, given)), asOf }),
  );
  const { state, records, anomalies, number, offer } = shown;
  const rows = records.map((each) => [
    `  ${shownMoment(each.when)}`,
    say(`custody.${each.event}`),
    [each.from, each.to].filter((name) => name !== '').join(' → '),
    [each.place, each.reason, each.seal, each.taken ?? '', each.note]
      .filter((text) => text !== '')
      .join('; '),
    each.list === undefined
      ? say(`custody.confirmation.${each.confirmation}`)
      : say('custody.fromList', { ...each.list }),
    each.handover,
  ]);
  return {
    value: shown,
    lines: [
      number,
      say(`custody.phase.${state.phase}`, { holder: state.holder, day: state.dueBack }),
      ...(state.seal === '' ? [] : [say('custody.sealOn', { seal: state.seal })]),
      ...(offer === null ? [] : [say('custody.waits', { to: offer.to, handover: offer.handover })]),
      ...table(rows),
      ...(anomalies.length === 0 ? [] : [say('custody.anomalies'), ...anomalies.map(anomalyText)]),
    ],
  };
}

/** Who held it at a moment, or through a whole day. Exit code 1 where the record does not say so with certainty. */
async function holder(options: Common & { readonly on: string }, given: string): Promise<Answer> {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(options.on);
  const from = isDay ? formatISO(parseISO(dayOf(options.on))) : momentOf(options.on);
  const until = isDay ? formatISO(endOfDay(parseISO(options.on))) : from;
  const answer = await withVault(options, async (client) =>
    client.call('custody.holder', { ...(await find(client, given)), from, until }),
  );
  const rows = answer.spans.map((span) => [
    `  ${shownMoment(span.from)}`,
    shownMoment(span.until),
    say(`custody.span.${span.kind}`, { holder: span.holder }),
    span.place,
  ]);
  return {
    value: answer,
    lines: [
      say(answer.certain ? 'custody.certain' : 'custody.uncertain'),
      ...table(rows),
      ...answer.anomalies.map(anomalyText),
    ],
    failed: !answer.certain,
  };
}

async function overdue(options: Common & { readonly case?: string }): Promise<Answer> {
  const due = await withVault(options, async (client) =>
    client.call(
      'custody.due',
      options.case === undefined ? {} : { case: await caseId(client, options.case) },
    ),
  );
  const late = due.filter(({ daysLate }) => daysLate > 0);
  const rows = due.map((row) => [
    row.number,
    row.dueBack,
    row.holder,
    say('custody.lateBy', { count: Math.max(0, row.daysLate) }),
    row.name,
  ]);
  return {
    value: { overdue: late, due: due.filter(({ daysLate }) => daysLate <= 0) },
    lines: rows.length === 0 ? [say('custody.noneDue')] : table(rows),
  };
}

async function offers(options: Common & { readonly case?: string }): Promise<Answer> {
  const all = await withVault(options, async (client) =>
    client.call(
      'custody.offers',
      options.case === undefined ? {} : { case: await caseId(client, options.case) },
    ),
  );
  const rows = all.map((offer) => [
    offer.handover,
    shownMoment(offer.when),
    `${offer.from} → ${offer.to}`,
    offer.exhibits.map(({ number }) => number).join(', '),
  ]);
  return { value: { offers: all }, lines: rows.length === 0 ? [say('custody.noOffers')] : table(rows) };
}

async function confirm(options: Common & { readonly case: string }, handover: string): Promise<Answer> {
  await withVault(options, async (client) =>
    client.call('custody.confirm', {
      case: await caseId(client, options.case),
      handover,
      passphrase: passphraseOf(options),
    }),
  );
  return { value: { handover, state: 'signed' }, lines: [say('custody.confirmed')] };
}

async function decline(
  options: Common & { readonly case: string; readonly reason: string },
  handover: string,
): Promise<Answer> {
  await withVault(options, async (client) =>
    client.call('custody.decline', {
      case: await caseId(client, options.case),
      handover,
      reason: options.reason,
    }),
  );
  return { value: { handover, state: 'declined' }, lines: [say('custody.declined')] };
}

interface PrintOptions {
  readonly out: string;
  readonly code?: string;
  readonly firstLabel?: string;
  readonly single?: boolean;
}

async function print(
  options: PrintOptions & Common,
  form: PrintForm,
  what: (client: Client) => Promise<{ case: string; exhibits: readonly string[]; handover?: string }>,
): Promise<Answer> {
  const { code } = options;
  if (code !== undefined && code !== 'qr' && code !== 'code128')
    throw new UsageError('choice', { given: code, known: 'qr, code128' });
  const firstLabel = options.firstLabel === undefined ? undefined : Number(options.firstLabel);
  const out = resolve(options.out);
  const printed = await withVault(options, async (client) => {
    await makeFolder(out);
    const folder = (await client.core.offerFolder(out)).handle;
    return client.call('custody.print', { ...(await what(client)), form, code, firstLabel, folder });
  });
  return { value: printed, lines: [say('custody.printed', { count: printed.pages }), printed.path] };
}

async function exhibitsOf(
  client: Client,
  given: readonly string[],
): Promise<{ case: string; exhibits: string[] }> {
  const found = await Promise.all(given.map((each) => find(client, each)));
  return { case: found[0]?.case ?? '', exhibits: found.map(({ exhibit }) => exhibit) };
}

const sheet = (options: PrintOptions & Common, given: string): Promise<Answer> =>
  print(options, 'sheet', (client) => exhibitsOf(client, [given]));

const label = (options: PrintOptions & Common, given: readonly string[]): Promise<Answer> =>
  print(options, options.single === true ? 'label' : 'labels', (client) => exhibitsOf(client, given));

const receipt = (
  options: PrintOptions & Common & { readonly case: string },
  handover: string,
): Promise<Answer> =>
  print(options, 'receipt', async (client) => ({
    case: await caseId(client, options.case),
    exhibits: [],
    handover,
  }));

const words = (command: Command, names: readonly string[]): void => {
  for (const name of names) option(command, name, { value: 'text' });
};

/** `evidence transfer`, which stands with the evidence. */
export function addTransfer(evidence: Command): void {
  const transferred = leaf(evidence, 'transfer <exhibit...>');
  option(transferred, 'to', { value: 'name', required: true }, 'custodyTo');
  option(transferred, 'from', { value: 'name' }, 'custodyFrom');
  option(transferred, 'receiver-passphrase-file', { value: 'file' });
  option(transferred, 'later');
  words(transferred, ['document', 'institution', 'place', 'reason', 'note', 'why']);
  option(transferred, 'due-back', { value: 'day' });
  option(transferred, 'when', { value: 'moment' });
  does(transferred, transfer);
}

export function addCustody(program: Command): void {
  const custody = group(program, 'custody');
  addCustodyList(custody);
  const recorded = leaf(custody, 'record <exhibit> <event>');
  option(recorded, 'to', { value: 'name' }, 'custodyTo');
  option(recorded, 'from', { value: 'name' }, 'custodyFrom');
  words(recorded, ['place', 'reason', 'seal', 'note', 'why', 'taken', 'order-authority', 'order-number']);
  option(recorded, 'part', { value: 'exhibit' });
  option(recorded, 'order-date', { value: 'day' });
  option(recorded, 'due-back', { value: 'day' });
  option(recorded, 'when', { value: 'moment' });
  does(recorded, record);
  const shown = leaf(custody, 'show <exhibit>');
  option(shown, 'as-of', { value: 'day' });
  does(shown, show);
  const held = leaf(custody, 'holder <exhibit>');
  option(held, 'on', { value: 'moment', required: true });
  does(held, holder);
  for (const [name, run] of [
    ['overdue', overdue],
    ['offers', offers],
  ] as const) {
    const listed = leaf(custody, name);
    option(listed, 'case', { value: 'case' });
    does(listed, run);
  }
  const confirmed = leaf(custody, 'confirm <handover>');
  option(confirmed, 'case', { value: 'case', required: true });
  does(confirmed, confirm);
  const declined = leaf(custody, 'decline <handover>');
  option(declined, 'case', { value: 'case', required: true });
  option(declined, 'reason', { value: 'text', required: true });
  does(declined, decline);
  const sheets = leaf(custody, 'sheet <exhibit>');
  option(sheets, 'out', { value: 'folder', required: true }, 'printOut');
  does(sheets, sheet);
  const labels = leaf(custody, 'label <exhibit...>');
  option(labels, 'out', { value: 'folder', required: true }, 'printOut');
  option(labels, 'code', { value: 'text' });
  option(labels, 'first-label', { value: 'number' });
  option(labels, 'single');
  does(labels, label);
  const receipts = leaf(custody, 'receipt <handover>');
  option(receipts, 'case', { value: 'case', required: true });
  option(receipts, 'out', { value: 'folder', required: true }, 'printOut');
  does(receipts, receipt);
}
