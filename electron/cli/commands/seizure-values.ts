import type { Command } from 'commander';
import { totalGroups, valueBases } from '../../core/features/seizures/model.ts';
import { does, leaf, option } from '../command.ts';
import { type Client, type Common, caseId, UsageError, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say } from '../texts.ts';
import { asOfMoment, dayOf, today } from '../times.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { choiceOf, exhibitOf, findAsset, moneyOf, moneyText } from './seizure-common.ts';

export interface ValueOptions {
  readonly amount?: string;
  readonly on?: string;
  readonly basis?: string;
  readonly source?: string;
  readonly by?: string;
  readonly document?: string;
}

/** The first or a further valuation, as options say it. */
export async function valuationOf(client: Client, options: ValueOptions) {
  return {
    ...(await moneyOf(client, options.amount ?? '')),
    on: dayOf(options.on ?? today()),
    basis: choiceOf(options.basis ?? 'estimate', valueBases),
    source: options.source ?? '',
    by: options.by ?? '',
    document: await exhibitOf(client, options.document),
  };
}

async function value(options: Common & ValueOptions, given: string): Promise<Answer> {
  return withVault(options, async (client) => {
    const { number, ...place } = await findAsset(client, given);
    const valuation = await valuationOf(client, options);
    const { id } = await client.call('seizures.value', { ...place, ...valuation });
    return { value: { id, number }, lines: [say('seizure.valued', { number })] };
  });
}

interface RateOptions extends Common {
  readonly case: string;
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  readonly on?: string;
  readonly source: string;
}

async function rate(options: RateOptions): Promise<Answer> {
  const { from, to, rate: given, source } = options;
  return withVault(options, async (client) => {
    const stated = await client.call('seizures.stateRate', {
      case: await caseId(client, options.case),
      from: from.toUpperCase(),
      to: to.toUpperCase(),
      rate: given,
      on: dayOf(options.on ?? today()),
      source,
    });
    return { value: stated, lines: [say('seizure.rateStated', { from, to, rate: given })] };
  });
}

/** What was written in error: the right that it needs follows from what it is. */
async function annul(
  options: Common & { readonly reason: string },
  given: string,
  event: string,
): Promise<Answer> {
  return withVault(options, async (client) => {
    const { number, ...place } = await findAsset(client, given);
    const { events } = await client.call('seizures.show', place);
    const decides = events.find(({ id }) => id === event)?.decides === true;
    const annulling = { ...place, event, reason: options.reason };
    await client.call(decides ? 'seizures.annulDecision' : 'seizures.annul', annulling);
    return { value: { id: event, number }, lines: [say('seizure.annulled', { number })] };
  });
}

async function annulRate(
  options: Common & { readonly case: string; readonly reason: string },
  event: string,
): Promise<Answer> {
  return withVault(options, async (client) => {
    const of = await caseId(client, options.case);
    await client.call('seizures.annul', { case: of, asset: null, event, reason: options.reason });
    return { value: { id: event }, lines: [say('seizure.rateAnnulled')] };
  });
}

interface TotalsOptions extends Common {
  readonly case?: string;
  readonly on?: string;
  readonly convert?: string;
  readonly asOf?: string;
  readonly by?: string;
}

async function totals(options: TotalsOptions): Promise<Answer> {
  const on = options.on === undefined ? undefined : dayOf(options.on);
  const by = options.by === undefined ? undefined : choiceOf(options.by, totalGroups);
  const asOf = asOfMoment(options.asOf);
  return withVault(options, async (client) => {
    const of = options.case === undefined ? undefined : await caseId(client, options.case);
    if (of === undefined && asOf !== undefined) throw new UsageError('needsCase');
    if (by !== undefined) {
      const groups = await client.call('seizures.totals', { case: of, by, asOf });
      const rows = groups.map(({ key, count, values }) => [
        key,
        String(count),
        values.map(moneyText).join(', '),
      ]);
      return { value: { groups }, lines: rows.length === 0 ? [say('seizure.none')] : table(rows) };
    }
    const ledger = await client.call('seizures.ledger', {
      case: of,
      on,
      convertTo: options.convert?.toUpperCase(),
      asOf,
    });
    const terms = await vocabularyOf(client);
    const lines = [...ledger.lines, ...(ledger.converted === null ? [] : [ledger.converted.line])];
    const rows = lines.flatMap(({ currency, states, entered, revalued, seized, costs }) => [
      ...Object.entries(states)
        .filter(([, minor]) => minor !== 0)
        .map(([state, minor]) => [
          state === 'spent' ? say('seizure.total.spent') : terms.nameOf('seizureStages', state),
          moneyText({ currency, minor }),
        ]),
      ...Object.entries({ entered, revalued, seized, costs }).map(([key, minor]) => [
        say(`seizure.total.${key}`),
        moneyText({ currency, minor }),
      ]),
    ]);
    return { value: ledger, lines: rows.length === 0 ? [say('seizure.none')] : table(rows) };
  });
}

async function graph(options: Common & { readonly case: string; readonly asOf?: string }): Promise<Answer> {
  const asOf = asOfMoment(options.asOf);
  return withVault(options, async (client) => {
    const held = await client.call('seizures.graph', { case: await caseId(client, options.case), asOf });
    const names = new Map(held.nodes.map(({ id, name }) => [id, name]));
    const lines = held.reaches.map(({ through }) => through.map((id) => names.get(id) ?? id).join(' → '));
    return { value: held, lines: lines.length === 0 ? [say('seizure.none')] : lines };
  });
}

export function valueOptions(command: Command, required: boolean): void {
  option(command, 'amount', { value: 'money', ...(required ? { required } : {}) });
  option(command, 'on', { value: 'day' }, 'seizureValuedOn');
  option(command, 'basis', { value: 'kind' });
  option(command, 'source', { value: 'text' }, 'seizureSource');
  option(command, 'by', { value: 'text' });
  option(command, 'document', { value: 'exhibit' }, 'seizureDocument');
}

/** What assets are worth, who holds them, and what of it was written in error: commands of the group `seizure`. */
export function addSeizureValues(seizure: Command): void {
  const valued = leaf(seizure, 'value <asset>');
  valueOptions(valued, true);
  does(valued, value);
  const rated = leaf(seizure, 'rate');
  option(rated, 'case', { value: 'case', required: true });
  for (const name of ['from', 'to']) option(rated, name, { value: 'text', required: true }, `rate-${name}`);
  option(rated, 'rate', { value: 'number', required: true });
  option(rated, 'source', { value: 'text', required: true }, 'seizureSource');
  option(rated, 'on', { value: 'day' }, 'seizureOn');
  does(rated, rate);
  const annulled = leaf(seizure, 'annul <asset> <id>');
  option(annulled, 'reason', { value: 'text', required: true });
  does(annulled, annul);
  const rateGone = leaf(seizure, 'annul-rate <id>');
  option(rateGone, 'case', { value: 'case', required: true });
  option(rateGone, 'reason', { value: 'text', required: true });
  does(rateGone, annulRate);
  const summed = leaf(seizure, 'totals');
  option(summed, 'case', { value: 'case' });
  option(summed, 'on', { value: 'day' }, 'totalsOn');
  option(summed, 'convert', { value: 'text' });
  option(summed, 'by', { value: 'kind' }, 'totalsBy');
  option(summed, 'as-of', { value: 'day' });
  does(summed, totals);
  const drawn = leaf(seizure, 'graph');
  option(drawn, 'case', { value: 'case', required: true });
  option(drawn, 'as-of', { value: 'day' });
  does(drawn, graph);
}
