import { randomUUID } from 'node:crypto';
import type { Input } from '../../api/contract.ts';
import { CustodiaError } from '../../api/errors.ts';
import type { WriteContext } from '../../api/procedure.ts';
import { currencyDigits, parseAmount, parseRate } from '../../money/index.ts';
import { dueFrom } from '../deadlines/index.ts';
import { requirePerson } from '../people/index.ts';
import { rateStated } from './entries.ts';
import { lineOfCourse, openClaims } from './events.ts';
import type { AssetStage, FurtherEvent, ValuationInput } from './model.ts';
import { hasLeft, isHeld, requireNotBefore, requirePast } from './rules.ts';
import { type Known, knownAsset, newFact, requireSpendable, todayAt, writeEvent } from './write.ts';

/** Where an asset must be on the day of each event. What is not named here may be anywhere. */
const at: Readonly<Record<FurtherEvent, (stage: AssetStage) => boolean>> = {
  value: (stage) => stage !== 'split',
  check: isHeld,
  cost: (stage) => stage !== 'split',
  account: (stage) => stage === 'administered' || stage === 'sold',
  claim: (stage) =>
    stage === 'requested' ||
    stage === 'ordered' ||
    stage === 'sold' ||
    stage === 'forfeited' ||
    isHeld(stage),
  settleClaim: (stage) => stage !== 'split',
};

/** Refuses an event on a day that can't be, or where the asset was not such that it could happen. */
function requireEvent(
  { sql, now }: WriteContext,
  input: { readonly case: string; readonly asset: string; readonly on: string },
  event: FurtherEvent,
): Known {
  const known = knownAsset(sql, input.case, input.asset);
  const { row, course } = known;
  requirePast('on', input.on, todayAt(now));
  requireNotBefore('on', input.on, row.identifiedOn);
  const { stage } = lineOfCourse(course, row.identifiedOn, input.on);
  // What is divided has no worth and no costs of its own any more, on no day: its parts took them.
  const where = row.stage === 'split' ? 'split' : stage;
  if (!at[event](where))
    throw new CustodiaError('seizure.stepNotAllowed', { number: row.number, step: event, stage: where });
  return known;
}

/** What it was worth once it left is told by its record; a later value would change what left. */
export function recordValue(
  context: WriteContext,
  input: { readonly case: string; readonly asset: string } & ValuationInput,
): { id: string } {
  const { source, by, basis } = input;
  const known = requireEvent(context, input, 'value');
  const { row, line } = known;
  if (hasLeft(line.stage) && input.on > line.on)
    throw new CustodiaError('seizure.hasLeft', { number: row.number, stage: line.stage });
  if (basis === 'part' || basis === 'sale') throw new CustodiaError('call.invalid', { field: 'basis' });
  if (source.trim() === '') throw new CustodiaError('seizure.needed', { field: 'source' });
  const value = parseAmount(input);
  requireSpendable(row.number, [...known.facts, newFact(row.id, input.on, { type: 'valued', value })]);
  const id = writeEvent(context, 'value', input, { value, basis, source: source.trim(), by: by.trim() });
  return { id };
}

export function recordCost(context: WriteContext, input: Input<'seizures.cost'>): { id: string } {
  const known = requireEvent(context, input, 'cost');
  const { row, line } = known;
  const cost = parseAmount(input.cost);
  if (cost.minor === 0) throw new CustodiaError('call.invalid', { field: 'cost' });
  if (input.what.trim() === '') throw new CustodiaError('seizure.needed', { field: 'what' });
  const fromAsset = input.paidFrom === 'asset';
  if (fromAsset && hasLeft(line.stage) && input.on > line.on)
    throw new CustodiaError('seizure.hasLeft', { number: row.number, stage: line.stage });
  if (fromAsset)
    requireSpendable(row.number, [
      ...known.facts,
      newFact(row.id, input.on, { type: 'cost', cost, fromAsset }),
    ]);
  const facts = { cost, what: input.what.trim(), paidFrom: input.paidFrom };
  return { id: writeEvent(context, 'cost', input, facts) };
}

export function recordCheck(context: WriteContext, input: Input<'seizures.check'>): { id: string } {
  const known = requireEvent(context, input, 'check');
  if (input.by.trim() === '') throw new CustodiaError('seizure.needed', { field: 'by' });
  const facts = {
    condition: input.condition,
    by: input.by.trim(),
    place: input.place?.trim() ?? '',
    check: known.line.stage === 'administered' ? dueFrom(context.sql, 'seizureCheck', input.on) : null,
  };
  return { id: writeEvent(context, 'check', input, facts) };
}

export function recordAccount(context: WriteContext, input: Input<'seizures.account'>): { id: string } {
  const { from, until, on } = input;
  const known = requireEvent(context, input, 'account');
  requireNotBefore('until', until, from);
  requireNotBefore('on', on, until);
  const account = known.line.stage === 'administered' ? dueFrom(context.sql, 'seizureAccount', on) : null;
  return { id: writeEvent(context, 'account', input, { from, until, account }) };
}

export function recordClaim(context: WriteContext, input: Input<'seizures.claim'>): { id: string } {
  requireEvent(context, input, 'claim');
  const { claimant, person, grounds } = input;
  if (person !== undefined) requirePerson(context.sql, input.case, person);
  if (claimant.trim() === '') throw new CustodiaError('seizure.needed', { field: 'claimant' });
  if (grounds.trim() === '') throw new CustodiaError('seizure.needed', { field: 'grounds' });
  const facts = { claimant: claimant.trim(), person: person ?? null, grounds: grounds.trim() };
  return { id: writeEvent(context, 'claim', input, facts) };
}

export function settleClaim(context: WriteContext, input: Input<'seizures.settleClaim'>): { id: string } {
  const { course } = requireEvent(context, input, 'settleClaim');
  const { claim, outcome, court = '', number = '', on } = input;
  const claims = course.filter(({ type, annulled }) => type === 'claim' && !annulled);
  const made = claims.find(({ id }) => id === claim);
  if (made === undefined) throw new CustodiaError('call.notFound', { what: 'claim' });
  if (!openClaims(course).some(({ id }) => id === claim)) throw new CustodiaError('seizure.claimIsSettled');
  requireNotBefore('on', on, made.on);
  // A court decided all but what was withdrawn: its decision is named.
  if (outcome !== 'withdrawn' && court.trim() === '')
    throw new CustodiaError('seizure.needed', { field: 'court' });
  const facts = { claim, outcome, court: court.trim(), number: number.trim() };
  return { id: writeEvent(context, 'settleClaim', input, facts) };
}

export function stateRate(context: WriteContext, input: Input<'seizures.stateRate'>): { id: string } {
  const { case: caseId, from, to, on, source } = input;
  for (const currency of [from, to]) currencyDigits(currency);
  if (from === to) throw new CustodiaError('call.invalid', { field: 'to' });
  requirePast('on', on, todayAt(context.now));
  if (source.trim() === '') throw new CustodiaError('seizure.needed', { field: 'source' });
  const rate = randomUUID();
  const value = parseRate(input.rate);
  context.append(rateStated, caseId, { case: caseId, rate, from, to, value, on, source: source.trim() });
  return { id: rate };
}
