import type { Anomaly, Chain, Holding } from './chain-model.ts';
import type { CustodyPhase } from './model.ts';
import { type CustodyFact, inTime, moves, sameHolder, stateOf, statesBefore } from './state.ts';

/** An event as the chain reads it; given in the order in which they were written down. */
export interface Link extends CustodyFact {
  readonly entry: string;
  readonly recordedAt: string;
  readonly place?: string;
  readonly why?: string | undefined;
}

/** Written down so long after it happened, an event is told as late. */
const lateAfterMs = 24 * 3_600_000;
const ms = (iso: string): number => Date.parse(iso);

/**
 * Who had an exhibit from when until when, and every place where the record does not hold together: nobody on
 * record, a giver who did not have it, two accounts of the same time, events written down out of turn or late, a
 * seal that is not the one that was put on. Pure: from the events alone.
 * @param collected the moment from which somebody must have had it; null where not known
 */
export function chainOf(links: readonly Link[], collected: string | null): Chain {
  const ordered = inTime(links);
  const found = anomaliesOf(links, collected);
  const doubtful = found.filter(({ kind }) => kind === 'giver' || kind === 'overlap' || kind === 'afterEnd');
  const holdings = holdingsOf(ordered).map((holding) => ({
    ...holding,
    certain: !doubtful.some((anomaly) => touches(anomaly, holding)),
  }));
  return { holdings, anomalies: found.sort((a, b) => ms(a.from) - ms(b.from)) };
}

/** Where the record does not hold together. */
export function anomaliesOf(links: readonly Link[], collected: string | null): Anomaly[] {
  const ordered = inTime(links);
  return [
    ...unrecorded(ordered, collected),
    ...outOfTurn(links),
    ...wrongGivers(ordered),
    ...wrongSeals(ordered),
    ...late(links),
  ];
}

/** Whether two spans of time share more than an end. */
function touches(a: Span, b: Span): boolean {
  const end = ({ until }: Span): number => (until === null ? Number.POSITIVE_INFINITY : ms(until));
  return ms(a.from) < end(b) && ms(b.from) < end(a);
}

interface Span {
  readonly from: string;
  readonly until: string | null;
}

const kinds: Readonly<Record<CustodyPhase, Holding['kind']>> = {
  none: 'held',
  held: 'held',
  out: 'out',
  returned: 'released',
  destroyed: 'destroyed',
};

function holdingsOf(ordered: readonly Link[]): Omit<Holding, 'certain'>[] {
  const movements = ordered.map((link, index) => ({ link, index })).filter(({ link }) => moves(link));
  return movements.flatMap(({ link, index }, at) => {
    const until = movements[at + 1]?.link.when ?? null;
    // Two at the same moment: nobody had it for no time.
    if (until !== null && ms(until) === ms(link.when)) return [];
    const { phase, holder } = stateOf(ordered.slice(0, index + 1));
    return [
      { kind: kinds[phase], holder, place: link.place ?? '', from: link.when, until, entry: link.entry },
    ];
  });
}

/** Collected at one time, and first received at a later one: in between nobody is on record. */
function unrecorded(ordered: readonly Link[], collected: string | null): Anomaly[] {
  const [first] = ordered;
  if (first === undefined || collected === null || ms(first.when) <= ms(collected)) return [];
  return [{ kind: 'unrecorded', entry: first.entry, from: collected, until: first.when }];
}

/** Who gave it is not who had it: from when the other had it until then nobody can say. */
function wrongGivers(ordered: readonly Link[]): Anomaly[] {
  const before = statesBefore(ordered);
  return ordered.flatMap((link, index): Anomaly[] => {
    const { phase, holder, since } = before[index] ?? { phase: 'none', holder: '', since: '' };
    const span = { entry: link.entry, from: since, until: link.when };
    if (phase === 'destroyed') return [{ kind: 'afterEnd', ...span }];
    const had = phase === 'held' || phase === 'out';
    if (!(had && moves(link)) || link.from === '' || sameHolder(link.from, holder)) return [];
    return [{ kind: 'giver', ...span, expected: holder, said: link.from, why: link.why }];
  });
}

/** Written down after a later event: where it gives another holder for a time that had one, two accounts overlap. */
function outOfTurn(links: readonly Link[]): Anomaly[] {
  /** What was written down so far and moved it, in time: of two at the same moment, as they were written. */
  const movements: Link[] = [];
  let last: Link | undefined;
  return links.flatMap((link): Anomaly[] => {
    const at = placeIn(movements, ms(link.when));
    const [had, next] = [movements[at - 1], movements[at]];
    const latest = last;
    if (moves(link)) movements.splice(at, 0, link);
    if (latest === undefined || ms(link.when) >= ms(latest.when)) {
      last = link;
      return [];
    }
    const common = { entry: link.entry, from: link.when, why: link.why };
    if (moves(link) && next !== undefined && had !== undefined && !sameHolder(had.to, link.to)) {
      return [{ kind: 'overlap', ...common, until: next.when, expected: had.to, said: link.to }];
    }
    return [{ kind: 'order', ...common, until: latest.when }];
  });
}

/** How many of them were not after that moment. */
function placeIn(ordered: readonly Link[], when: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ms(ordered[middle]?.when ?? '') <= when) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A seal that is named and is not the one that is on record. What comes into custody brings its own. */
function wrongSeals(ordered: readonly Link[]): Anomaly[] {
  const before = statesBefore(ordered);
  return ordered.flatMap((link, index): Anomaly[] => {
    const { phase = 'none', seal = '' } = before[index] ?? {};
    const brings = phase === 'none' || phase === 'returned' || (link.event === 'sealed' && seal === '');
    if (link.seal === '' || brings || sameHolder(link.seal, seal)) return [];
    const at = { entry: link.entry, from: link.when, until: link.when };
    return [{ kind: 'seal', ...at, expected: seal, said: link.seal }];
  });
}

function late(links: readonly Link[]): Anomaly[] {
  return links
    .filter((link) => ms(link.recordedAt) - ms(link.when) > lateAfterMs)
    .map((link) => ({ kind: 'late', entry: link.entry, from: link.when, until: link.recordedAt }));
}
