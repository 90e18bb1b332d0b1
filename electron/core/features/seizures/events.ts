import type { Sql } from '../../vault/database/sql.ts';
import type { LedgerFact } from './ledger.ts';
import type { Due, EventFacts, EventType } from './model.ts';
import { inOrder, isHeld, isStep, type Line, type LineStep, lineOf } from './rules.ts';

interface KeptOf<T extends EventType> {
  readonly id: string;
  readonly asset: string;
  readonly entry: string;
  readonly type: T;
  readonly on: string;
  readonly order: string;
  readonly saw: readonly string[];
  readonly facts: EventFacts[T];
  readonly annulled: boolean;
}
/** A step or event as the views keep it. */
export type KeptEvent = { readonly [T in EventType]: KeptOf<T> }[EventType];

interface Row {
  readonly id: string;
  readonly asset: string;
  readonly entry: string;
  readonly type: EventType;
  readonly on_day: string;
  readonly at: string;
  readonly saw: string;
  readonly facts: string;
  readonly annulled: number;
}

const columns = `e.id, e.asset, e.entry, e.type, e.on_day, e.at, e.saw, e.facts,
  EXISTS (SELECT 1 FROM asset_annulment n WHERE n.event = e.id) AS annulled`;

function toKept(row: Row): KeptEvent {
  return {
    id: row.id,
    asset: row.asset,
    entry: row.entry,
    type: row.type,
    on: row.on_day,
    order: `${row.at} ${row.entry}`,
    saw: JSON.parse(row.saw) as string[],
    facts: JSON.parse(row.facts) as never,
    annulled: row.annulled === 1,
  };
}

/** What happened to an asset itself, in order. */
export function ownEvents(sql: Sql, asset: string): KeptEvent[] {
  const rows = sql.all<Row>(`SELECT ${columns} FROM asset_event e WHERE e.asset = ?`, [asset]);
  return inOrder(rows.map(toKept));
}

/** What happened to any of these assets, each in order. */
export function eventsOfAll(sql: Sql, assets: readonly string[]): Map<string, KeptEvent[]> {
  const rows = sql.all<Row>(
    `SELECT ${columns} FROM json_each(?) a CROSS JOIN asset_event e ON e.asset = a.value`,
    [JSON.stringify(assets)],
  );
  const found = new Map<string, KeptEvent[]>(assets.map((asset) => [asset, []]));
  for (const row of rows) found.get(row.asset)?.push(toKept(row));
  for (const [asset, events] of found) found.set(asset, inOrder(events));
  return found;
}

interface Whole {
  readonly part_of: string;
  readonly part_event: string;
}

/** What a part takes over from its whole: the measure's course, not what it was worth or cost. */
function inherited(sql: Sql, asset: string, seen: readonly string[]): KeptEvent[] {
  const row = sql.get<Whole>("SELECT part_of, part_event FROM asset WHERE id = ? AND part_of <> ''", [asset]);
  if (row === undefined || seen.includes(row.part_of)) return [];
  return [...inherited(sql, row.part_of, [...seen, asset]), ...ownEvents(sql, row.part_of)].filter(
    ({ id, type }) => id !== row.part_event && type !== 'value' && type !== 'cost',
  );
}

/** Everything that bears on where an asset stands: of a part, what happened to the whole before. */
export function courseOf(sql: Sql, asset: string): KeptEvent[] {
  return inOrder([...inherited(sql, asset, []), ...ownEvents(sql, asset)]);
}

export function stepsIn(events: readonly KeptEvent[]): LineStep[] {
  return events.flatMap((event) => {
    const { id, type, on, order, saw, annulled } = event;
    const to = event.type === 'takeOver' ? { to: event.facts.stage } : {};
    return isStep(type) ? [{ id, type, ...to, on, order, saw, annulled }] : [];
  });
}

export function standing(events: readonly KeptEvent[]): KeptEvent[] {
  return events.filter(({ annulled }) => !annulled);
}

function only<T extends EventType>(events: readonly KeptEvent[], type: T): KeptOf<T>[] {
  return standing(events).filter((event): event is KeptEvent & KeptOf<T> => event.type === type);
}

/** Claims of third parties that nobody has settled. */
export function openClaims(events: readonly KeptEvent[]): KeptOf<'claim'>[] {
  const settled = new Set(only(events, 'settleClaim').map(({ facts }) => facts.claim));
  return only(events, 'claim').filter(({ id }) => !settled.has(id));
}

export type DueWhat = 'confirm' | 'expiry' | 'account' | 'check';
export const dueWhats: readonly DueWhat[] = ['confirm', 'expiry', 'account', 'check'];

/** What is due of an asset after all that happened, each thing once. */
export function openDues(events: readonly KeptEvent[], line: Line): ReadonlyMap<DueWhat, Due> {
  const dues = new Map<DueWhat, Due>();
  const { stage } = line;
  const set = (what: DueWhat, due: Due | null | undefined): void => {
    if (due !== null && due !== undefined) dues.set(what, due);
  };
  const live = standing(events);
  const urgent = live.findLastIndex(({ type }) => type === 'execute');
  const execution = live[urgent];
  const asked = live.slice(urgent + 1).some(({ type }) => type === 'request' || type === 'order');
  if (isHeld(stage) && execution?.type === 'execute' && !asked) set('confirm', execution.facts.confirm);
  if (stage === 'ordered' || isHeld(stage)) set('expiry', only(events, 'order').at(-1)?.facts.expiry);
  if (stage === 'administered') {
    for (const what of ['account', 'check'] as const) {
      const latest = live.findLast(({ type }) => handsOver(type) || type === what);
      if (latest?.type === 'administer' || latest?.type === 'takeOver') set(what, latest.facts[what]);
      else if (latest?.type === 'account') set(what, latest.facts.account);
      else if (latest?.type === 'check') set(what, latest.facts.check);
    }
  }
  return dues;
}

function handsOver(type: EventType): boolean {
  return type === 'administer' || type === 'takeOver';
}

/** Who keeps an asset, and where, by its last hand-over or the register that it was taken over from. */
export function keptBy(course: readonly KeptEvent[]): { readonly custodian: string; readonly place: string } {
  const last = standing(course).findLast(({ type }) => handsOver(type));
  if (last?.type === 'administer') return { custodian: last.facts.custodian, place: last.facts.place };
  return { custodian: last?.type === 'takeOver' ? last.facts.custodian : '', place: '' };
}

/** What the ledger takes from an asset's own events. `line`: of its whole course. */
export function ledgerFacts(
  asset: { readonly id: string; readonly identifiedOn: string; readonly partOf: string },
  own: readonly KeptEvent[],
  line: Line,
): LedgerFact[] {
  const first = { asset: asset.id, on: asset.identifiedOn, order: '' };
  const facts: LedgerFact[] = asset.partOf === '' ? [{ ...first, type: 'identified' }] : [];
  for (const event of standing(own)) {
    const at = { asset: asset.id, on: event.on, order: event.order };
    if (event.type === 'value') facts.push({ ...at, type: 'valued', value: event.facts.value });
    else if (event.type === 'cost') {
      const { cost, paidFrom } = event.facts;
      facts.push({ ...at, type: 'cost', cost, fromAsset: paidFrom === 'asset' });
    } else if (event.type === 'sell') facts.push({ ...at, type: 'sold', proceeds: event.facts.proceeds });
    else if (event.type === 'split') facts.push({ ...at, type: 'split', parts: event.facts.parts });
    else {
      const stage = line.stages.get(event.id);
      if (stage !== undefined) facts.push({ ...at, type: 'stage', stage });
    }
  }
  return facts;
}

/** A part stands in the ledger alone: what it took with it counts as its first value. */
export function ownFacts(
  asset: { readonly id: string; readonly identifiedOn: string },
  own: readonly KeptEvent[],
  line: Line,
): LedgerFact[] {
  return ledgerFacts({ ...asset, partOf: '' }, own, line);
}

/** The line of an asset's whole course. */
export function lineOfCourse(course: readonly KeptEvent[], identifiedOn: string, until = ''): Line {
  return lineOf(stepsIn(course), identifiedOn, until);
}
