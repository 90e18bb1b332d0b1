import { CustodiaError } from '../../api/errors.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { chainOf } from './chain.ts';
import type { Chain } from './chain-model.ts';
import type {
  CustodyMore,
  CustodyRecord,
  CustodyShown,
  CustodyState,
  DueRow,
  OfferRow,
  ShownRecord,
} from './model.ts';
import { allowedEvents } from './rules.ts';
import { stateOf } from './state.ts';
import { confirmationOf } from './statement.ts';

interface EventRow extends Omit<CustodyRecord, keyof CustodyMore> {
  readonly handover: string;
  readonly dueBack: string | null;
  readonly more: string;
}

/** The custody events of an exhibit in the order in which they were written down. */
export function custodyOf(sql: Sql, exhibit: string): (CustodyRecord & { readonly handover: string })[] {
  return sql
    .all<EventRow>(
      `SELECT c.entry, c.event, c.happened_at AS "when", c.from_holder AS "from", c.to_holder AS "to", c.place,
         c.reason, c.seal, c.note, c.recorded_at AS recordedAt, coalesce(u.name, c.author) AS author, c.handover,
         c.due_back AS dueBack, c.more
       FROM custody_event c LEFT JOIN user u ON u.id = c.author WHERE c.exhibit = ? ORDER BY c.position`,
      [exhibit],
    )
    .map(({ more, dueBack, ...row }) => ({
      ...row,
      ...(JSON.parse(more) as Omit<CustodyMore, 'handover' | 'dueBack'>),
      ...(dueBack === null ? {} : { dueBack }),
    }));
}

/** Where an exhibit is now. */
export function custodyStateOf(sql: Sql, exhibit: string): CustodyState {
  return stateOf(custodyOf(sql, exhibit));
}

export interface ExhibitHead {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly sha256: string;
  readonly collectedOn: string;
  readonly offer: string | null;
}

/** What custody must know of an exhibit; refuses an id that is not one of this case. */
export function exhibitHead(sql: Sql, caseId: string, exhibit: string): ExhibitHead {
  const found = sql.get<ExhibitHead>(
    `SELECT e.id, e.number, e.name, e.sha256, e.collected_on AS collectedOn, s.offer
     FROM exhibit e LEFT JOIN custody_state s ON s.exhibit = e.id WHERE e.id = ? AND e.case_id = ?`,
    [exhibit, caseId],
  );
  if (found === undefined) throw new CustodiaError('call.notFound', { what: 'exhibit' });
  return found;
}

/** Refuses what would change hands while a hand-over waits for its receiver. */
export function requireNoOffer({ offer, number }: ExhibitHead): void {
  if (offer !== null) throw new CustodiaError('custody.offerOpen', { number });
}

export function signKeyOf(sql: Sql, user: string): string | undefined {
  return sql.get<{ key: string }>('SELECT sign_key AS key FROM user WHERE id = ?', [user])?.key;
}

/** Somebody must have had it from the end of the day on which it was collected, by this office's clock. */
export function collectedMoment(day: string): string | null {
  return day === '' ? null : new Date(`${day}T23:59:59`).toISOString();
}

/** The chain of an exhibit: who had it when, and where the record does not hold together. */
export function chainOfExhibit(sql: Sql, caseId: string, exhibit: string): Chain {
  const { collectedOn } = exhibitHead(sql, caseId, exhibit);
  return chainOf(custodyOf(sql, exhibit), collectedMoment(collectedOn));
}

export function showCustody(sql: Sql, caseId: string, exhibit: string): CustodyShown {
  const head = exhibitHead(sql, caseId, exhibit);
  const records = custodyOf(sql, exhibit);
  const state = stateOf(records);
  return {
    exhibit,
    number: head.number,
    state,
    records: records.map((record): ShownRecord => {
      const confirmation = confirmationOf(record, { case: caseId, exhibit }, (user) => signKeyOf(sql, user));
      return { ...record, confirmation };
    }),
    ...chainOf(records, collectedMoment(head.collectedOn)),
    allowed: head.offer === null ? allowedEvents(state) : [],
    offer: listOffers(sql, caseId).find(({ handover }) => handover === head.offer) ?? null,
  };
}

interface StoredOffer {
  readonly handover: string;
  readonly case: string;
  readonly user: string;
  readonly author: string;
  readonly authorName: string;
  readonly offeredAt: string;
  readonly body: string;
}

const offerColumns = `
  o.handover, o.case_id AS "case", o.user, o.author, coalesce(u.name, o.author) AS authorName,
  o.offered_at AS offeredAt, o.body FROM custody_offer o LEFT JOIN user u ON u.id = o.author`;

/** The hand-overs of a case that wait for their receiver. */
export function listOffers(sql: Sql, caseId: string): OfferRow[] {
  return sql
    .all<StoredOffer>(
      `SELECT ${offerColumns} WHERE o.case_id = ? AND o.answer IS NULL ORDER BY o.offered_at`,
      [caseId],
    )
    .map((offer) => toOffer(sql, offer));
}

/** Those that wait for this user, in every case of theirs. */
export function offersFor(sql: Sql, user: string): OfferRow[] {
  return sql
    .all<StoredOffer>(
      `SELECT ${offerColumns} JOIN team_member t ON t.case_id = o.case_id AND t.user = :user
       WHERE o.user = :user AND o.answer IS NULL ORDER BY o.offered_at`,
      { user },
    )
    .map((offer) => toOffer(sql, offer));
}

/** An offer that still waits; refuses one that was answered. */
export function openOffer(sql: Sql, caseId: string, handover: string): OfferRow {
  const found = listOffers(sql, caseId).find((offer) => offer.handover === handover);
  if (found === undefined) throw new CustodiaError('custody.noOffer');
  return found;
}

function toOffer(sql: Sql, stored: StoredOffer): OfferRow {
  const { exhibits, when, from, to, place, reason, note, dueBack, why } = JSON.parse(stored.body) as Omit<
    OfferRow,
    'exhibits'
  > & { readonly exhibits: readonly string[] };
  const { body: _body, ...row } = stored;
  return {
    ...row,
    ...{ when, from, to, place, reason, note, dueBack, why },
    exhibits: exhibits.map((exhibit) => {
      const { number, name } = exhibitHead(sql, stored.case, exhibit);
      return { exhibit, number, name };
    }),
  };
}

/** What is out and to come back, the longest overdue first: of one case, or of every case of a user. */
export function listDue(sql: Sql, user: string, caseId: string | undefined, today: string): DueRow[] {
  return sql
    .all<Omit<DueRow, 'daysLate'>>(
      `SELECT s.exhibit, s.case_id AS "case", e.number, e.name, s.holder, s.since, s.due_back AS dueBack,
         s.back_to AS backTo
       FROM custody_state s JOIN exhibit e ON e.id = s.exhibit
       JOIN team_member t ON t.case_id = s.case_id AND t.user = :user
       WHERE s.phase = 'out' AND (:case IS NULL OR s.case_id = :case) ORDER BY s.due_back, e.number`,
      { user, case: caseId ?? null },
    )
    .map((row) => ({ ...row, daysLate: daysBetween(row.dueBack, today) }));
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
