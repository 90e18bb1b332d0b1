import { CustodiaError } from '../../api/errors.ts';
import type { WriteContext } from '../../api/procedure.ts';
import { annulled } from './entries.ts';
import { lineOfCourse, ownEvents, ownFacts, standing, stepsIn } from './events.ts';
import { decides, isStep, requireDispensable } from './rules.ts';
import { knownAsset, requireSpendable } from './write.ts';

interface AnnulInput {
  readonly case: string;
  readonly asset: string;
  readonly event: string;
  readonly reason: string;
}

/**
 * Says that a step or event was written in error. Refused where something later could not be without it: that is
 * annulled first.
 *
 * @throws `call.notFound`, `call.forbidden`, `seizure.isAnnulled`, `seizure.stillNeeded`, `seizure.spentTooMuch`
 */
export function annulEvent(context: WriteContext, input: AnnulInput, deciding: boolean): void {
  const { sql, append } = context;
  const { case: caseId, asset, event, reason } = input;
  const known = knownAsset(sql, caseId, asset);
  const found = known.own.find(({ id }) => id === event);
  if (found === undefined) throw new CustodiaError('call.notFound', { what: 'event' });
  if (found.annulled) throw new CustodiaError('seizure.isAnnulled', { number: known.row.number });
  if (decides(found.type) !== deciding)
    throw new CustodiaError('call.forbidden', { right: 'seizure.decide' });
  const stillNeeded = (later: string, on: string): never => {
    throw new CustodiaError('seizure.stillNeeded', { later, on });
  };
  const live = standing(known.course);
  if (isStep(found.type)) requireDispensable(stepsIn(known.course), known.row.identifiedOn, event);
  if (found.type === 'claim') {
    const settled = live.find((each) => each.type === 'settleClaim' && each.facts.claim === event);
    if (settled !== undefined) stillNeeded('settleClaim', settled.on);
  }
  if (found.type === 'split')
    for (const part of found.facts.parts) {
      const used = standing(ownEvents(sql, part.asset)).find(
        (each) => each.type !== 'value' || each.facts.basis !== 'part',
      );
      if (used !== undefined) stillNeeded(used.type, used.on);
    }
  const own = known.own.map((each) => (each.id === event ? { ...each, annulled: true } : each));
  const course = known.course.map((each) => (each.id === event ? { ...each, annulled: true } : each));
  const { id, identifiedOn, number } = known.row;
  requireSpendable(number, ownFacts({ id, identifiedOn }, own, lineOfCourse(course, identifiedOn)));
  append(annulled, caseId, { case: caseId, asset, event, reason: reason.trim() });
}

/** The same for a stated rate: conversions no longer use it. */
export function annulRate(
  { sql, append }: WriteContext,
  input: { readonly case: string; readonly event: string; readonly reason: string },
): void {
  const { case: caseId, event, reason } = input;
  const rate = sql.get('SELECT 1 FROM asset_rate WHERE id = ? AND case_id = ?', [event, caseId]);
  if (rate === undefined) throw new CustodiaError('call.notFound', { what: 'rate' });
  if (sql.get('SELECT 1 FROM asset_annulment WHERE event = ?', [event]) !== undefined)
    throw new CustodiaError('seizure.isAnnulled', { number: '' });
  append(annulled, caseId, { case: caseId, asset: null, event, reason: reason.trim() });
}
