import { plainHeader } from '../../../tables/csv.ts';
import type { Sql } from '../../../vault/database/sql.ts';
import { collectedMoment, custodyOf } from '../list.ts';
import { isReadable, type Judged, judgeExhibit, refusedRow } from './judge.ts';
import type { ReadRow } from './read.ts';

interface Found {
  readonly id: string;
  readonly number: string;
  readonly collectedOn: string;
  readonly offer: string | null;
}

/** `imei: 356938035643809 (sic)`, as an item's field keeps it. */
const serial = /^[a-z]+:\s*(.*?)\s*(?:\(sic\))?$/s;

/**
 * The exhibits of a case by what a register may call them: id, printed number with or without the case's, and where
 * it is none of these, a serial number or a seal.
 */
export function createFinder(sql: Sql, caseId: string): (given: string) => readonly Found[] {
  const all = sql.all<Found>(
    `SELECT e.id, e.number, e.collected_on AS collectedOn, s.offer
     FROM exhibit e LEFT JOIN custody_state s ON s.exhibit = e.id WHERE e.case_id = ?`,
    [caseId],
  );
  const byId = new Map(all.map((found) => [found.id, found]));
  const byNumber = new Map<string, Set<string>>();
  const byLabel = new Map<string, Set<string>>();
  const put = (into: Map<string, Set<string>>, text: string, id: string): void => {
    const key = plainHeader(text);
    if (key === '') return;
    const ids = into.get(key);
    if (ids === undefined) into.set(key, new Set([id]));
    else ids.add(id);
  };
  for (const { id, number } of all) {
    const short = number.slice(number.lastIndexOf('/') + 1);
    for (const text of [number, short, short.replace(/^([A-Z]+-)0+(?=\d)/, '$1')]) put(byNumber, text, id);
  }
  for (const { exhibit, value } of labelsOf(sql, caseId))
    put(byLabel, serial.exec(value)?.[1] ?? value, exhibit);
  return (given) => {
    const exact = byId.get(given);
    if (exact !== undefined) return [exact];
    const ids = byNumber.get(plainHeader(given)) ?? byLabel.get(plainHeader(given)) ?? new Set<string>();
    return [...ids].flatMap((id) => byId.get(id) ?? []);
  };
}

/** Serial numbers and seals of a case's exhibits: as they were collected, and as custody put them on. */
function labelsOf(sql: Sql, caseId: string): { exhibit: string; value: string }[] {
  return sql.all(
    `SELECT e.id AS exhibit, j.value FROM exhibit e
     JOIN field_version f ON f.subject = e.id AND f.field = 'serials' AND f.current = 1, json_each(f.value) j
     WHERE e.case_id = :case AND j.type = 'text'
     UNION SELECT e.id, f.value ->> '$' FROM exhibit e
     JOIN field_version f ON f.subject = e.id AND f.field = 'seal' AND f.current = 1
     WHERE e.case_id = :case AND json_type(f.value) = 'text'
     UNION SELECT c.exhibit, c.seal FROM custody_event c JOIN exhibit e ON e.id = c.exhibit
     WHERE e.case_id = :case AND c.seal <> ''`,
    { case: caseId },
  );
}

/** What comes of every row, in the order of the list. */
export function judgeRows(sql: Sql, caseId: string, rows: readonly ReadRow[], now: number): Judged[] {
  const find = createFinder(sql, caseId);
  const judged: Judged[] = [];
  const groups = new Map<Found, ReadRow[]>();
  for (const row of rows) {
    if (!isReadable(row)) {
      judged.push(refusedRow(row, row.problem ?? 'unknownEvent'));
      continue;
    }
    const [found, ...more] = find(row.given);
    if (found === undefined) judged.push(refusedRow(row, 'unknownExhibit'));
    else if (more.length > 0) {
      const numbers = [found, ...more].map(({ number: each }) => each).sort();
      judged.push(refusedRow(row, 'severalExhibits', { numbers: numbers.slice(0, 5).join(', ') }));
    } else {
      const group = groups.get(found);
      if (group === undefined) groups.set(found, [row]);
      else group.push(row);
    }
  }
  for (const [{ id, number, collectedOn, offer }, group] of groups) {
    const links = custodyOf(sql, id);
    const record = {
      exhibit: id,
      number,
      links,
      collected: collectedMoment(collectedOn),
      waits: offer !== null,
    };
    for (const each of judgeExhibit(record, group, now)) judged.push(each);
  }
  return judged.sort((a, b) => a.row - b.row);
}
