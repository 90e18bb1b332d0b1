import { randomUUID } from 'node:crypto';
import { CustodiaError } from '../../api/errors.ts';
import type { WriteContext } from '../../api/procedure.ts';
import { decimalOf, parseAmount, sumOf } from '../../money/index.ts';
import type { Money } from '../../money/model.ts';
import { cashTotal, detailsOf } from './details.ts';
import { detailsShape } from './details-shape.ts';
import { assetAdded } from './entries.ts';
import { valueOn } from './ledger.ts';
import type { AssetDetails, PartInput } from './model.ts';
import { textsOf } from './refresh.ts';
import { needs } from './rules.ts';
import { knownAsset, type StepInput, takeStep, writeEvent } from './write.ts';

interface SplitInput extends StepInput {
  readonly reason: string;
  readonly parts: readonly PartInput[];
}

/** A part that was looked at. */
interface Part {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly value: Money;
  readonly details: AssetDetails;
  readonly count: number | null;
}

/**
 * Splits an asset into parts that come to exactly what it is worth on that day, and of livestock to as many head.
 *
 * @throws `seizure.noValue`, `seizure.partsDisagree`, and what refuses a step
 */
export function splitAsset(
  context: WriteContext,
  input: SplitInput,
): { parts: { id: string; number: string }[] } {
  const { sql, append } = context;
  const { case: caseId, asset, on, reason, saw, document, note } = input;
  const known = knownAsset(sql, caseId, asset);
  const { number } = known.row;
  const worth = valueOn(known.facts, asset, on);
  if (worth === null) throw new CustodiaError('seizure.noValue', { number });
  if (input.parts.length < 2) needs('parts');
  const texts = textsOf(sql, asset);
  const undone = partsBefore(context, asset);
  const parts = input.parts.map((part, index): Part => {
    const value = parseAmount({ currency: worth.currency, amount: part.amount });
    const details = detailsShape.parse(detailsOf(known.row.kind, texts));
    return {
      id: randomUUID(),
      number: `${number}.${undone + index + 1}`,
      name: part.name.trim() === '' ? known.row.name : part.name.trim(),
      value,
      details: partDetails(details, part, value),
      count: part.count ?? null,
    };
  });
  requireSums(parts, worth, texts.quantity);
  const event = takeStep(
    context,
    'split',
    { case: caseId, asset, on, saw, document, note },
    {
      reason: reason.trim(),
      parts: parts.map(({ id, details: _details, ...part }) => ({ asset: id, ...part })),
    },
    known,
  );
  for (const part of parts) {
    append(assetAdded, caseId, {
      case: caseId,
      asset: part.id,
      number: part.number,
      name: part.name,
      details: part.details,
      identifiedOn: on,
      ...shared(texts),
      partOf: { asset, event },
      warnings: [],
    });
    writeEvent(
      context,
      'value',
      { case: caseId, asset: part.id, on },
      { value: part.value, basis: 'part', source: number, by: '' },
    );
  }
  return { parts: parts.map(({ id, number: own }) => ({ id, number: own })) };
}

/** Parts of a split that was annulled keep their numbers. */
function partsBefore({ sql }: WriteContext, asset: string): number {
  return sql.get<{ n: number }>('SELECT count(*) AS n FROM asset WHERE part_of = ?', [asset])?.n ?? 0;
}

/** What a part says of itself: what its whole says, with its own count. */
function partDetails(whole: AssetDetails, part: PartInput, value: Money): AssetDetails {
  if (whole.kind === 'cash') {
    const counts = part.counts ?? [{ value: decimalOf(value), count: 1 }];
    const cash = { kind: 'cash', currency: value.currency, counts } as const;
    const counted = cashTotal(cash);
    if (counted.minor !== value.minor)
      throw new CustodiaError('seizure.countsDisagree', {
        counted: decimalOf(counted),
        stated: decimalOf(value),
        currency: value.currency,
      });
    const tidy = counts.map(({ value: each, count }) => ({
      value: decimalOf(parseAmount({ currency: value.currency, amount: each })),
      count,
    }));
    return { ...cash, counts: tidy, total: decimalOf(counted) };
  }
  if (whole.kind === 'livestock') {
    if (part.count === undefined) return needs('count');
    return { ...whole, quantity: String(part.count) };
  }
  return whole;
}

function requireSums(parts: readonly Part[], worth: Money, quantity: unknown): void {
  const sum = sumOf(parts.map(({ value }) => value.minor));
  if (sum !== worth.minor)
    throw new CustodiaError('seizure.partsDisagree', {
      sum: decimalOf({ currency: worth.currency, minor: sum }),
      whole: decimalOf(worth),
      currency: worth.currency,
    });
  const counts = parts.map(({ count }) => count);
  if (counts.every((count) => count === null)) return;
  const head = sumOf(counts.map((count) => count ?? 0));
  if (typeof quantity === 'string' && String(head) !== quantity)
    throw new CustodiaError('seizure.partsDisagree', { sum: head, whole: quantity, currency: '' });
}

function shared(
  texts: ReturnType<typeof textsOf>,
): Partial<Record<'place' | 'department' | 'office', string>> {
  const found: Partial<Record<'place' | 'department' | 'office', string>> = {};
  for (const field of ['place', 'department', 'office'] as const) {
    const text = texts[field];
    if (typeof text === 'string' && text !== '') found[field] = text;
  }
  return found;
}
