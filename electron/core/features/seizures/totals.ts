import type { Sql } from '../../vault/database/sql.ts';
import { courseOf, eventsOfAll, ledgerFacts, lineOfCourse, openDues } from './events.ts';
import { convertLines, type LedgerFact, ledgerAt } from './ledger.ts';
import type { AssetDeadline, Conversion, Ledger, LedgerInput, Rate } from './model.ts';
import { deadlinesOf } from './record.ts';

interface DueOfAsset extends AssetDeadline {
  readonly asset: string;
  readonly number: string;
  readonly name: string;
}

interface Row {
  readonly id: string;
  readonly identified_on: string;
  readonly part_of: string;
}

/** The facts of the assets asked for, of all members of each family. */
function factsFor(sql: Sql, user: string, input: LedgerInput): LedgerFact[] {
  const rows = sql.all<Row>(
    `WITH RECURSIVE fitting AS (
       SELECT a.id, a.part_of FROM asset a
       WHERE a.void = 0 AND a.case_id IN (
           SELECT t.case_id FROM team_member t WHERE t.user = :user AND (:case = '' OR t.case_id = :case))
         AND (:kinds = '[]' OR a.kind IN (SELECT value FROM json_each(:kinds)))
         AND (:department = '' OR a.department = :department) AND (:office = '' OR a.office = :office)
         AND (:person = '' OR EXISTS (SELECT 1 FROM asset_holding h WHERE h.person = :person AND h.asset = a.id))),
     up (id, part_of) AS (
       SELECT id, part_of FROM fitting
       UNION SELECT w.id, w.part_of FROM up JOIN asset w ON w.id = up.part_of),
     family (id) AS (
       SELECT id FROM up UNION SELECT p.id FROM family JOIN asset p ON p.part_of = family.id)
     SELECT a.id, a.identified_on, a.part_of FROM family CROSS JOIN asset a ON a.id = family.id WHERE a.void = 0
     ORDER BY a.id`,
    {
      user,
      case: input.case ?? '',
      kinds: JSON.stringify(input.kinds ?? []),
      department: input.department ?? '',
      office: input.office ?? '',
      person: input.person ?? '',
    },
  );
  const events = eventsOfAll(
    sql,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const own = events.get(row.id) ?? [];
    const course = row.part_of === '' ? own : courseOf(sql, row.id);
    const line = lineOfCourse(course, row.identified_on);
    return ledgerFacts({ id: row.id, identifiedOn: row.identified_on, partOf: row.part_of }, own, line);
  });
}

/** What was there, what became of it and what it cost, on a day. */
export function ledgerOf(sql: Sql, user: string, input: LedgerInput, today: string): Ledger {
  const on = input.on ?? today;
  const ledger = ledgerAt(factsFor(sql, user, input), on);
  return { on, ...ledger, converted: conversion(sql, user, input, on, ledger.lines) };
}

function conversion(
  sql: Sql,
  user: string,
  { case: caseId, convertTo: to }: LedgerInput,
  on: string,
  lines: Ledger['lines'],
): Conversion | null {
  if (to === undefined) return null;
  const rates = ratesOn(sql, user, caseId, to, on);
  return { to, rates, ...convertLines(lines, to, rates) };
}

interface RateRow extends Omit<Rate, 'annulled'> {
  readonly annulled_at: string | null;
  readonly annulled_by: string | null;
  readonly reason: string | null;
}

const rateColumns = `r.id, r.from_currency AS "from", r.to_currency AS "to", r.rate, r.on_day AS "on", r.source, r.at,
  coalesce(u.name, r.author) AS author, n.at AS annulled_at, coalesce(w.name, n.author) AS annulled_by, n.reason`;
const rateTables = `asset_rate r LEFT JOIN user u ON u.id = r.author
  LEFT JOIN asset_annulment n ON n.event = r.id AND n.entry = (
    SELECT min(f.entry) FROM asset_annulment f WHERE f.event = r.id)
  LEFT JOIN user w ON w.id = n.author`;

function toRate({ annulled_at: at, annulled_by: author, reason, ...rate }: RateRow): Rate {
  return { ...rate, annulled: at === null ? null : { at, author: author ?? '', reason: reason ?? '' } };
}

/** The rates that were stated in a case, the newest day first. */
export function listRates(sql: Sql, caseId: string): Rate[] {
  return sql
    .all<RateRow>(
      `SELECT ${rateColumns} FROM ${rateTables} WHERE r.case_id = ? ORDER BY r.on_day DESC, r.at DESC, r.id`,
      [caseId],
    )
    .map(toRate);
}

/** For each currency the latest rate of the day or before it, of those stated in the cases that the user may see. */
function ratesOn(sql: Sql, user: string, caseId: string | undefined, to: string, on: string): Rate[] {
  const rows = sql.all<RateRow>(
    `SELECT ${rateColumns} FROM ${rateTables}
     WHERE r.case_id IN (SELECT t.case_id FROM team_member t WHERE t.user = :user AND (:case = '' OR t.case_id = :case))
       AND r.to_currency = :to AND r.on_day <= :on AND n.event IS NULL
     ORDER BY r.from_currency, r.on_day DESC, r.at DESC, r.id`,
    { user, case: caseId ?? '', to, on },
  );
  const latest = new Map<string, RateRow>();
  for (const row of rows) if (!latest.has(row.from)) latest.set(row.from, row);
  return [...latest.values()].map(toRate);
}

/** What is due of the assets of a case, the soonest first. */
export function dueOfCase(sql: Sql, caseId: string): DueOfAsset[] {
  return sql
    .all<{ id: string; number: string; name: string; identified_on: string }>(
      "SELECT id, number, name, identified_on FROM asset WHERE case_id = ? AND void = 0 AND next_due <> ''",
      [caseId],
    )
    .flatMap(({ id, number, name, identified_on }) => {
      const course = courseOf(sql, id);
      return deadlinesOf(openDues(course, lineOfCourse(course, identified_on))).map((due) => ({
        ...due,
        asset: id,
        number,
        name,
      }));
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
