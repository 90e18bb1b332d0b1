import { randomUUID } from 'node:crypto';
import { formatISO } from 'date-fns/formatISO';
import { CustodiaError } from '../../api/errors.ts';
import type { WriteContext } from '../../api/procedure.ts';
import type { Kind } from '../../journal/kind.ts';
import type { Money } from '../../money/model.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { requireExhibit } from '../evidence/index.ts';
import { type EventBody, eventKinds } from './entries.ts';
import {
  courseOf,
  type KeptEvent,
  lineOfCourse,
  openClaims,
  ownEvents,
  ownFacts,
  stepsIn,
} from './events.ts';
import { type LedgerFact, ledgerAt } from './ledger.ts';
import { assetRow } from './list.ts';
import type { AssetRow, AssetStep, EventFacts, EventType, StepFacts } from './model.ts';
import { type Line, requireStep } from './rules.ts';

/** Today where this workstation stands. */
export function todayAt(now: number): string {
  return formatISO(now, { representation: 'date' });
}

/** What a command has in hand of an asset that it writes about. */
export interface Known {
  readonly row: AssetRow;
  readonly course: readonly KeptEvent[];
  readonly own: readonly KeptEvent[];
  readonly line: Line;
  readonly facts: readonly LedgerFact[];
}

/** @throws `call.notFound` for an asset that is not the case's, or went with the split that made it */
export function knownAsset(sql: Sql, caseId: string, asset: string): Known {
  const { row } = assetRow(sql, caseId, asset);
  if (sql.get('SELECT 1 FROM asset WHERE id = ? AND void = 1', [asset]) !== undefined)
    throw new CustodiaError('call.notFound', { what: 'asset' });
  const course = courseOf(sql, asset);
  const own = ownEvents(sql, asset);
  const line = lineOfCourse(course, row.identifiedOn);
  const facts = ownFacts({ id: asset, identifiedOn: row.identifiedOn }, own, line);
  return { row, course, own, line, facts };
}

interface EventInput {
  readonly case: string;
  readonly asset: string;
  readonly on: string;
  readonly document?: string | undefined;
  readonly note?: string | undefined;
}
export interface StepInput extends EventInput {
  readonly saw: readonly string[];
}

/** Writes one event of an asset. What it says was looked at before. */
export function writeEvent<T extends EventType>(
  { sql, append }: WriteContext,
  type: T,
  input: EventInput & { readonly saw?: readonly string[] | undefined },
  facts: EventFacts[T],
  event: string = randomUUID(),
): string {
  const { case: caseId, asset, on, document, note, saw } = input;
  if (document !== undefined) requireExhibit(sql, caseId, document);
  append(eventKinds[type] as unknown as Kind<EventBody>, caseId, {
    case: caseId,
    asset,
    event,
    on,
    ...(document === undefined ? {} : { document }),
    ...(note === undefined || note.trim() === '' ? {} : { note: note.trim() }),
    ...(saw === undefined ? {} : { saw }),
    facts,
  });
  return event;
}

/** Takes a step of the main line, or refuses it. `said`: what the rules ask for, where facts alone do not tell. */
export function takeStep<T extends AssetStep>(
  context: WriteContext,
  step: T,
  input: StepInput,
  facts: StepFacts[T],
  known: Known = knownAsset(context.sql, input.case, input.asset),
): string {
  requireStep(
    {
      number: known.row.number,
      identifiedOn: known.row.identifiedOn,
      steps: stepsIn(known.course),
      openClaims: openClaims(known.course).length,
      today: todayAt(context.now),
    },
    { step, on: input.on, saw: input.saw, document: input.document, said: { ...facts } },
  );
  return writeEvent(context, step, input, facts as unknown as EventFacts[T]);
}

/** Refuses what would let more be spent out of an asset than it was worth at the time. */
export function requireSpendable(number: string, facts: readonly LedgerFact[]): void {
  const wanted = new Map<string, bigint>();
  for (const fact of facts)
    if (fact.type === 'cost' && fact.fromAsset)
      wanted.set(fact.cost.currency, (wanted.get(fact.cost.currency) ?? 0n) + BigInt(fact.cost.minor));
  const { lines } = ledgerAt(facts, '9999-12-31');
  for (const [currency, amount] of wanted) {
    const spent = lines.find((line) => line.currency === currency)?.states.spent ?? 0;
    if (BigInt(spent) !== amount) throw new CustodiaError('seizure.spentTooMuch', { number, currency });
  }
}

/** The fact that a new event would be in the ledger: after everything of its day. */
export function newFact(
  asset: string,
  on: string,
  fact:
    | { readonly type: 'valued'; readonly value: Money }
    | { readonly type: 'sold'; readonly proceeds: Money }
    | { readonly type: 'cost'; readonly cost: Money; readonly fromAsset: boolean },
): LedgerFact {
  return { asset, on, order: '\uffff', ...fact };
}
