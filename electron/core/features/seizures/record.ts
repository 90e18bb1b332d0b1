import { momentOf } from '../../journal/entry.ts';
import { readFields } from '../../journal/fields.ts';
import type { Money } from '../../money/model.ts';
import type { Sql } from '../../vault/database/sql.ts';
import {
  courseOf,
  type DueWhat,
  type KeptEvent,
  lineOfCourse,
  openDues,
  ownEvents,
  standing,
  stepsIn,
} from './events.ts';
import { assetRow, moneyOf } from './list.ts';
import type {
  AssetDeadline,
  AssetEvent,
  AssetExhibit,
  AssetPart,
  AssetRecord,
  AssetStage,
  Holding,
  Warning,
} from './model.ts';
import { assetFields } from './model.ts';
import { decides, lastDay, offersAfter } from './rules.ts';
import { mostHeld, shareText, whole } from './shares.ts';
import { sumByCurrency } from './sums.ts';

/** Everything about one asset. */
export function showAsset(sql: Sql, caseId: string, asset: string): AssetRecord {
  const { row, addedBy, warnings } = assetRow(sql, caseId, asset);
  const course = courseOf(sql, asset);
  const own = ownEvents(sql, asset);
  const line = lineOfCourse(course, row.identifiedOn);
  const holdings = holdingsOf(sql, asset);
  return {
    ...row,
    addedBy,
    fields: readFields(sql, asset, assetFields),
    warningsFound: [...warnings, ...shareWarnings(holdings)],
    events: eventsShown(sql, own, line.stages),
    saw: line.heads,
    offers: offersAfter(line, lastDay(stepsIn(course), row.identifiedOn)),
    holdings,
    exhibitLinks: exhibitsOf(sql, asset),
    deadlines: deadlinesOf(openDues(course, line)),
    parts: partsOf(sql, asset),
    spent: spentOn(own),
  };
}

/** Two offices may each have entered an owner without seeing the other's. */
function shareWarnings(holdings: readonly Holding[]): Warning[] {
  const most = mostHeld(holdings.filter(({ role }) => role === 'owner'));
  return most > whole ? [{ code: 'sharesOver', field: 'share', value: shareText(most), other: '' }] : [];
}

interface Told {
  readonly id: string;
  readonly at: string;
  readonly author: string;
  readonly note: string;
  readonly document: string | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly annulled_at: string | null;
  readonly annulled_by: string | null;
  readonly reason: string | null;
}

function eventsShown(
  sql: Sql,
  own: readonly KeptEvent[],
  stages: ReadonlyMap<string, AssetStage>,
): AssetEvent[] {
  const told = sql.all<Told>(
    `SELECT e.id, e.at, coalesce(u.name, e.author) AS author, e.note, e.document, x.number, x.name,
       n.at AS annulled_at, coalesce(w.name, n.author) AS annulled_by, n.reason
     FROM json_each(?) own JOIN asset_event e ON e.id = own.value LEFT JOIN user u ON u.id = e.author
     LEFT JOIN exhibit x ON x.id = e.document
     LEFT JOIN asset_annulment n ON n.event = e.id AND n.entry = (
       SELECT min(f.entry) FROM asset_annulment f WHERE f.event = e.id)
     LEFT JOIN user w ON w.id = n.author`,
    [JSON.stringify(own.map(({ id }) => id))],
  );
  const byId = new Map(told.map((row) => [row.id, row]));
  return own.flatMap((event) => {
    const row = byId.get(event.id);
    return row === undefined ? [] : [toShown(event, row, stages)];
  });
}

function toShown(event: KeptEvent, row: Told, stages: ReadonlyMap<string, AssetStage>): AssetEvent {
  const { id, entry, type, on, facts } = event;
  const { annulled_at: at, annulled_by: author, reason } = row;
  const shown = {
    id,
    entry,
    type,
    on,
    facts,
    at: momentOf(row.at),
    author: row.author,
    note: row.note,
    document:
      row.document === null
        ? null
        : { exhibit: row.document, number: row.number ?? '', name: row.name ?? '' },
    annulled: at === null ? null : { at, author: author ?? '', reason: reason ?? '' },
    decides: decides(type),
    stage: stages.get(id) ?? null,
  };
  // Type and facts belong together: they came so from one row.
  return shown as AssetEvent;
}

/** Who holds an asset, or anything in a case. */
export function holdingsOf(sql: Sql, asset: string): Holding[] {
  return sql.all<Holding>(
    `SELECT h.id, h.person, coalesce(p.name, '') AS name, coalesce(p.kind, 'person') AS personKind, h.role, h.share,
       h.from_day AS "from", h.until_day AS until, h.source, h.at, coalesce(u.name, h.author) AS author
     FROM asset_holding h LEFT JOIN person p ON p.id = h.person LEFT JOIN user u ON u.id = h.author
     WHERE h.asset = ? ORDER BY h.role, h.at, h.id`,
    [asset],
  );
}

function exhibitsOf(sql: Sql, asset: string): AssetExhibit[] {
  return sql.all<AssetExhibit>(
    `SELECT l.id, l.exhibit, coalesce(x.number, '') AS number, coalesce(x.name, '') AS name,
       coalesce(x.type, '') AS type, l.role
     FROM asset_exhibit l LEFT JOIN exhibit x ON x.id = l.exhibit WHERE l.asset = ? ORDER BY l.at, l.id`,
    [asset],
  );
}

export function deadlinesOf(dues: ReadonlyMap<DueWhat, Omit<AssetDeadline, 'what'>>): AssetDeadline[] {
  return [...dues]
    .map(([what, due]) => ({ what, ...due }))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function partsOf(sql: Sql, asset: string): AssetPart[] {
  return sql
    .all<{
      id: string;
      number: string;
      name: string;
      stage: AssetStage;
      currency: string;
      value: number | null;
    }>(
      `SELECT id, number, name, stage, currency, value FROM asset WHERE part_of = ? AND void = 0 ORDER BY number`,
      [asset],
    )
    .map(({ currency, value, ...part }) => ({ ...part, value: moneyOf(currency, value) }));
}

function spentOn(own: readonly KeptEvent[]): Money[] {
  return sumByCurrency(standing(own).flatMap((event) => (event.type === 'cost' ? [event.facts.cost] : [])));
}
