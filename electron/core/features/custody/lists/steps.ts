import { createHash } from 'node:crypto';
import { CustodiaError } from '../../../api/errors.ts';
import { readStep, writeStep } from '../../../api/procedure.ts';
import { plainHeader } from '../../../tables/csv.ts';
import { loadJurisdiction, readSettings } from '../../office/index.ts';
import { custodyListImported, custodyRecorded } from '../entries.ts';
import { type CustodyEvent, custodyEvents, type ListOrigin } from '../model.ts';
import { inTime } from '../state.ts';
import { createFinder, judgeRows } from './find.ts';
import type { Judged } from './judge.ts';
import type { RowCounts } from './model.ts';
import type { ReadRow } from './read.ts';

/** How the office writes, and by which words it knows an event: its id, its names, and what registers say for it. */
export const readWords = readStep('custody.listWords', ({ sql }) => {
  const { jurisdiction, language } = readSettings(sql);
  const pack = loadJurisdiction(jurisdiction);
  const words = custodyEvents.flatMap((event): [string, CustodyEvent][] => {
    const term = pack.custodyEvents.find(({ id }) => id === event);
    const said = [event, term?.name.es ?? '', term?.name.en ?? '', ...(term?.words ?? [])];
    return said.map((word) => [plainHeader(word), event]);
  });
  return { words, language, timeZone: pack.timeZone };
});

/** Which exhibit each of the names means; an empty text where it is none or not one alone. */
export const whichExhibits = readStep(
  'custody.listExhibits',
  ({ sql }, input: { readonly case: string; readonly given: readonly string[] }): string[] => {
    const find = createFinder(sql, input.case);
    return input.given.map((given) => {
      const [found, ...more] = find(given);
      return more.length === 0 ? (found?.id ?? '') : '';
    });
  },
);

export interface RowsToJudge {
  readonly case: string;
  readonly rows: readonly ReadRow[];
  readonly now: number;
}

export const judgeList = readStep('custody.judgeList', ({ sql }, input: RowsToJudge): Judged[] =>
  judgeRows(sql, input.case, input.rows, input.now),
);

/** A fingerprint of what was shown: another outcome has another. */
export function fingerprintOf(rows: readonly Judged[]): string {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

export function countsOf(rows: readonly Judged[]): RowCounts {
  const counts = { write: 0, known: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

interface ListToWrite extends Omit<RowsToJudge, 'now'> {
  readonly list: Omit<ListOrigin, 'row'>;
  /** The fingerprint of the outcome that the person saw. */
  readonly shown: string;
  readonly onlyGood: boolean;
}

/** Judges every row again, on what is so now; what differs from what was shown is not written, and nothing with it. */
export const writeList = writeStep(
  'custody.writeList',
  ({ sql, append, now }, { case: caseId, rows, list, shown, onlyGood }: ListToWrite): null => {
    const judged = judgeRows(sql, caseId, rows, now);
    const { name, sha256 } = list;
    if (fingerprintOf(judged) !== shown) throw new CustodiaError('list.changed', { name });
    const counts = countsOf(judged);
    if (counts.refused > 0 && !onlyGood)
      throw new CustodiaError('list.hasRefused', { name, count: counts.refused });
    const read = new Map(rows.map((row) => [row.row, row]));
    const good = judged.filter(({ outcome }) => outcome === 'write');
    for (const { row, exhibit, giver } of inTime(good)) {
      const said = read.get(row);
      if (said?.event === undefined || exhibit === undefined) continue;
      const { event, when, to, place, reason, seal, note, taken, why, dueBack, order } = said;
      const body = { event, when, from: giver, to, place, reason, seal, note, taken, why, dueBack, order };
      append(custodyRecorded, caseId, { case: caseId, exhibit, ...body, list: { ...list, row } });
    }
    if (counts.write > 0) append(custodyListImported, caseId, { case: caseId, name, sha256, counts });
    return null;
  },
);

export const custodyListSteps = [readWords, whichExhibits, judgeList, writeList];
