import { momentOf, type SignedEntry } from '../../journal/entry.ts';
import { conflictCount } from '../../journal/fields.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { folded } from '../cases/index.ts';
import { clearDeadline, setDeadline } from '../deadlines/index.ts';
import { parseCoordinates } from '../evidence/index.ts';
import { identifiersOf } from './duplicates.ts';
import {
  courseOf,
  type DueWhat,
  dueWhats,
  type KeptEvent,
  keptBy,
  lineOfCourse,
  openClaims,
  openDues,
  ownEvents,
  ownFacts,
  standing,
} from './events.ts';
import { valueOn } from './ledger.ts';
import type { AssetField, AssetKind, Coordinates, Due } from './model.ts';
import { assetStages } from './model.ts';
import { isInConflict } from './rules.ts';

interface Row {
  readonly case_id: string;
  readonly number: string;
  readonly kind: AssetKind;
  readonly part_of: string;
  readonly part_event: string;
  readonly identified_on: string;
}

/** After every day that can be written. */
const everAfter = '9999-12-31';

/** The fields of an asset as they stand. */
export function textsOf(sql: Sql, asset: string): Partial<Record<AssetField, string | string[]>> {
  const rows = sql.all<{ field: AssetField; value: string }>(
    `SELECT field, value FROM field_version WHERE subject = ? AND current = 1 ORDER BY at DESC, entry DESC`,
    [asset],
  );
  const texts: Partial<Record<AssetField, string | string[]>> = {};
  for (const { field, value } of rows) {
    const parsed = JSON.parse(value) as string | string[] | null;
    if (texts[field] === undefined && parsed !== null) texts[field] = parsed;
  }
  return texts;
}

/** When an asset was last written about. */
export function touch(sql: Sql, asset: string, entry: SignedEntry): void {
  const at = momentOf(entry.entry.at);
  sql.run('UPDATE asset SET changed_at = ? WHERE id = ? AND changed_at < ?', [at, asset, at]);
}

/** Brings the row that lists are made from, the deadlines and the parts in line with what is known of an asset. */
export function refreshAsset(sql: Sql, asset: string): void {
  const row = sql.get<Row>(
    'SELECT case_id, number, kind, part_of, part_event, identified_on FROM asset WHERE id = ?',
    [asset],
  );
  if (row === undefined) return;
  const texts = textsOf(sql, asset);
  const course = courseOf(sql, asset);
  const own = ownEvents(sql, asset);
  const line = lineOfCourse(course, row.identified_on);
  const isVoid = row.part_of !== '' && isUndone(sql, row);
  const facts = ownFacts({ id: asset, identifiedOn: row.identified_on }, own, line);
  const value = valueOn(facts, asset, everAfter);
  const dues = isVoid ? new Map<DueWhat, Due>() : openDues(course, line);
  const { custodian, place } = keptBy(course);
  const at = placeOf(texts.coordinates, course);
  const text = (field: AssetField): string => {
    const found = texts[field];
    return typeof found === 'string' ? found : '';
  };
  sql.run(
    `UPDATE asset SET void = :void, name = :name, name_key = :nameKey, stage = :stage, stage_rank = :rank,
       stage_on = :stageOn, stage_conflict = :conflict, open_claims = :claims, currency = :currency, value = :value,
       valued_on = :valuedOn, custodian = :custodian, place = :place, department = :department, office = :office,
       latitude = :latitude, longitude = :longitude, next_due = :nextDue, conflicts = :conflicts,
       search_key = :searchKey WHERE id = :id`,
    {
      id: asset,
      void: isVoid ? 1 : 0,
      name: text('name'),
      nameKey: folded(text('name')),
      stage: line.stage,
      rank: assetStages.indexOf(line.stage),
      stageOn: line.on,
      conflict: isInConflict(line) ? 1 : 0,
      claims: openClaims(course).length,
      currency: value?.currency ?? '',
      value: value?.minor ?? null,
      valuedOn: value === null ? '' : valuedOn(own),
      custodian,
      place: place || text('place') || text('address'),
      department: text('department'),
      office: text('office'),
      latitude: at?.latitude ?? null,
      longitude: at?.longitude ?? null,
      nextDue: [...dues.values()].map(({ due }) => due).toSorted()[0] ?? '',
      conflicts: conflictCount(sql, asset),
      searchKey: folded([row.number, custodian, ...Object.values(texts).flat()].join(' ')),
    },
  );
  keepIdentifiers(sql, asset, row, texts);
  keepDeadlines(sql, asset, row, text('name'), dues);
  for (const part of sql.all<{ id: string }>('SELECT id FROM asset WHERE part_of = ? ORDER BY number', [
    asset,
  ]))
    refreshAsset(sql, part.id);
}

/** A part is gone with the split that made it, and with its whole. */
function isUndone(sql: Sql, { part_of, part_event }: Row): boolean {
  return (
    sql.get('SELECT 1 FROM asset_annulment WHERE event = ?', [part_event]) !== undefined ||
    sql.get('SELECT 1 FROM asset WHERE id = ? AND void = 1', [part_of]) !== undefined
  );
}

function valuedOn(own: readonly KeptEvent[]): string {
  return standing(own).findLast(({ type }) => type === 'value' || type === 'sell')?.on ?? '';
}

/** Where it is on the map: its own place, else the last that a step told. */
function placeOf(coordinates: unknown, course: readonly KeptEvent[]): Coordinates | null {
  const own = typeof coordinates === 'string' ? parseCoordinates(coordinates) : null;
  if (own !== null) return own;
  for (const event of standing(course).toReversed()) {
    if (event.type !== 'execute' && event.type !== 'administer') continue;
    if (event.facts.coordinates !== null) return event.facts.coordinates;
  }
  return null;
}

function keepIdentifiers(
  sql: Sql,
  asset: string,
  row: Row,
  texts: Partial<Record<AssetField, string | string[]>>,
): void {
  sql.run('DELETE FROM asset_identifier WHERE asset = ?', [asset]);
  for (const { field, value } of identifiersOf(row.kind, texts))
    sql.run('INSERT INTO asset_identifier VALUES (?, ?, ?, ?)', [asset, row.case_id, field, value]);
}

function keepDeadlines(
  sql: Sql,
  asset: string,
  row: Row,
  name: string,
  dues: ReadonlyMap<DueWhat, Due>,
): void {
  for (const what of dueWhats) {
    const id = deadlineId(asset, what);
    const due = dues.get(what);
    if (due === undefined) clearDeadline(sql, id);
    else {
      const label = `${row.number} · ${name}`;
      const key = `seizure.${what}`;
      setDeadline(sql, { id, subject: row.case_id, operation: null, what: key, label, ...due });
    }
  }
}

export function deadlineId(asset: string, what: DueWhat): string {
  return `seizure ${asset} ${what}`;
}
