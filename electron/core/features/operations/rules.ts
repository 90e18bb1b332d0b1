import { CustodiaError } from '../../api/errors.ts';
import type {
  Assignment,
  Authorisation,
  Authority,
  Gap,
  IrregularityKind,
  LogInput,
  MovementKind,
  Proof,
} from './model.ts';

/** Days are compared as text: 'yyyy-MM-dd' sorts. A moment's day is the one that who wrote it down lived in. */
export const dayOf = (moment: string): string => moment.slice(0, 10);

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

type Span = Pick<Authorisation, 'from' | 'until'>;

export function authorityOn(rulings: readonly Span[], today: string): Authority {
  if (rulings.length === 0) return 'none';
  if (rulings.some(({ from, until }) => from <= today && today <= until)) return 'inForce';
  return rulings.some(({ from }) => from > today) ? 'coming' : 'expired';
}

/** The days from the first to the last given that no ruling covers. Rulings never overlap, so their order is enough. */
export function gapsBetween(rulings: readonly Span[], first: string, last: string): Gap[] {
  const gaps: Gap[] = [];
  let open = first;
  for (const { from, until } of [...rulings].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > last) break;
    if (from > open) gaps.push({ from: open, until: addDays(from, -1) });
    const after = addDays(until, 1);
    if (after > open) open = after;
  }
  if (open <= last) gaps.push({ from: open, until: last });
  return gaps;
}

interface Ruled extends Span {
  readonly id: string;
  readonly number: string;
}

/**
 * Two rulings never cover the same day: what adds to one that runs is entered as its extension, so that each day has
 * one scope and nobody has to choose between two.
 */
export function requireNoOverlap(rulings: readonly Ruled[], span: Span, except?: string): void {
  const other = rulings.find(
    ({ id, from, until }) => id !== except && from <= span.until && span.from <= until,
  );
  if (other !== undefined)
    throw new CustodiaError('operation.overlap', {
      number: other.number,
      from: other.from,
      until: other.until,
    });
}

/** A ruling is applied for, then made, then it runs. */
export function requireOrder(days: readonly (readonly [field: string, day: string])[]): void {
  days.forEach(([field, day], index) => {
    const [, before] = days[index - 1] ?? ['', ''];
    if (day < before) throw new CustodiaError('call.invalid', { field });
  });
}

/** An extension comes while the ruling runs, and never shortens it: after its end a new ruling is needed, and the gap shows. */
export function requireExtension(ruling: Span, day: string, until: string, widens: boolean): void {
  if (day > ruling.until) throw new CustodiaError('operation.extensionLate', { until: ruling.until });
  if (until < ruling.until || (until === ruling.until && !widens))
    throw new CustodiaError('operation.extensionShort', { until: ruling.until });
}

export interface Irregularity {
  readonly kind: IrregularityKind;
  readonly what: string;
}

export interface LogGround {
  readonly rulings: readonly Authorisation[];
  readonly assignment: Assignment | null;
  /** The moment at which the operation ended; empty while it runs. */
  readonly endedAt: string;
}

/**
 * What of an act lies outside what the court allowed and the prosecutor assigned. A part of the scope that the ruling
 * left empty (places, persons, techniques) binds nobody; acts always do.
 */
export function irregularitiesOf(
  said: LogInput,
  { rulings, assignment, endedAt }: LogGround,
): Irregularity[] {
  const day = dayOf(said.when);
  const found: Irregularity[] = [];
  if (endedAt !== '' && Date.parse(said.when) > Date.parse(endedAt))
    found.push({ kind: 'afterEnd', what: day });
  const ruling = rulings.find(({ from, until }) => from <= day && day <= until);
  if (ruling === undefined) found.push({ kind: 'outsideTime', what: day });
  if (assignment === null || assignment.agent !== said.agent || isOther(ruling, assignment))
    found.push({ kind: 'notAssigned', what: assignment?.act.text ?? '' });
  else if (day < assignment.from || assignment.until < day)
    found.push({ kind: 'assignmentOver', what: `${assignment.from} – ${assignment.until}` });
  return ruling === undefined ? found : [...found, ...outsideScope(said, ruling)];
}

const isOther = (ruling: Authorisation | undefined, assignment: Assignment): boolean =>
  ruling !== undefined && ruling.id !== assignment.authorisation;

function outsideScope(said: LogInput, { scope }: Authorisation): Irregularity[] {
  const found: Irregularity[] = [];
  const within = (items: readonly { readonly id: string }[], id: string | undefined): boolean =>
    items.some((item) => item.id === id);
  if (scope.places.length > 0 && !within(scope.places, said.scopePlace))
    found.push({ kind: 'placeOutside', what: said.place });
  if (scope.persons.length > 0) {
    for (const { name, scope: item, target } of said.persons ?? [])
      if (target && !within(scope.persons, item)) found.push({ kind: 'personOutside', what: name });
  }
  if (scope.techniques.length > 0) {
    for (const technique of said.techniques ?? [])
      if (!scope.techniques.some(({ kind }) => kind === technique))
        found.push({ kind: 'techniqueOutside', what: technique });
  }
  return found;
}

/** Whole hours between what happened and its being written, where they are more than the term's days. */
export function lateHours(when: string, now: number, termDays: number): number {
  const hours = Math.floor((now - Date.parse(when)) / 3_600_000);
  return hours > termDays * 24 ? hours : 0;
}

/**
 * By when the next report is due, and every day on which one was due and none had come since the one before. A report
 * begins a new period; the one that runs when a ruling ends is reported on like the others.
 */
export function reportsDue(
  spans: readonly (Span & { readonly reportEvery: number })[],
  reports: readonly string[],
  today: string,
): { missing: string[]; next: string } {
  const missing: string[] = [];
  let next = '';
  for (const { from, until, reportEvery } of spans) {
    let begin = from;
    while (begin <= until && begin <= today) {
      const [start, due] = [begin, addDays(begin, reportEvery)];
      const came = reports
        .filter((day) => day > start && day <= due)
        .sort()
        .at(-1);
      if (came === undefined && due >= today) {
        next = due;
        break;
      }
      if (came === undefined) missing.push(due);
      begin = came ?? due;
    }
  }
  return { missing, next };
}

/** Whether a charge stands on nothing but the agent's own word: what the agent wrote in the log, or will say. */
export function standsOnAgentAlone(proofs: readonly Pick<Proof, 'kind'>[]): boolean {
  return !proofs.some(({ kind }) => kind === 'exhibit' || kind === 'other');
}

export interface Movement {
  readonly kind: MovementKind;
  readonly minor: number;
  /** UTC, so that it sorts. */
  readonly at: string;
}

const sign: Readonly<Record<MovementKind, 1 | -1>> = { issued: 1, spent: -1, returned: -1 };

export const signed = ({ kind, minor }: Pick<Movement, 'kind' | 'minor'>): number => sign[kind] * minor;

/** What was issued comes before what went out at the same moment. */
function inOrder(a: Movement, b: Movement): number {
  return a.at === b.at ? sign[b.kind] - sign[a.kind] : a.at < b.at ? -1 : 1;
}

/** What an agent has after each movement, in the order in which they happened. */
export function runningBalance<M extends Movement>(movements: readonly M[]): { of: M; balance: number }[] {
  let balance = 0;
  return [...movements].sort(inOrder).map((of) => {
    balance += signed(of);
    return { of, balance };
  });
}

/** What is there up to and with a moment. */
export function balanceAt(movements: readonly Movement[], at: string): number {
  return movements.filter((each) => each.at <= at).reduce((sum, each) => sum + signed(each), 0);
}

/**
 * By how much a movement would take out more than there was: at its own moment, or at a later one where it is written
 * down after what followed it. 0 where there is enough.
 */
export function shortBy(before: readonly Movement[], next: Movement): number {
  if (sign[next.kind] === 1) return 0;
  const after = runningBalance([...before, next]);
  const from = after.findIndex(({ of }) => of === next);
  const lowest = Math.min(...after.slice(from).map(({ balance }) => balance));
  return Math.max(0, -lowest);
}
