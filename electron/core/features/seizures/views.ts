import { applyAmendments, applyFirstValues } from '../../journal/amend.ts';
import { momentOf, type SignedEntry } from '../../journal/entry.ts';
import { on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { detailTexts } from './details.ts';
import {
  annulled,
  assetAdded,
  assetAmended,
  type EventBody,
  eventKinds,
  exhibitLinked,
  personLinked,
  rateStated,
  unlinked,
} from './entries.ts';
import type { EventType } from './model.ts';
import { refreshAsset, touch } from './refresh.ts';

function takeEvent(sql: Sql, type: EventType, body: EventBody, entry: SignedEntry): void {
  sql.run('INSERT INTO asset_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    body.event,
    body.case,
    body.asset,
    entry.id,
    type,
    body.on,
    entry.entry.at,
    entry.entry.author,
    body.document ?? null,
    body.note ?? '',
    JSON.stringify(body.saw ?? []),
    JSON.stringify(body.facts),
  ]);
  touch(sql, body.asset, entry);
  refreshAsset(sql, body.asset);
}

const takesEvents = Object.assign(
  {},
  ...Object.entries(eventKinds).map(([type, kind]) => ({
    [kind.name]: (sql: Sql, entry: SignedEntry) =>
      takeEvent(sql, type as EventType, entry.entry.body as unknown as EventBody, entry),
  })),
) as Views['apply'];

export const seizureViews: Views = {
  tables: {
    asset: `
      CREATE TABLE asset (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        number TEXT NOT NULL,
        kind TEXT NOT NULL,
        part_of TEXT NOT NULL,
        part_event TEXT NOT NULL,
        identified_on TEXT NOT NULL,
        added_at TEXT NOT NULL,
        added_by TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        warnings TEXT NOT NULL,
        void INTEGER NOT NULL DEFAULT 0,
        name TEXT NOT NULL DEFAULT '',
        name_key TEXT NOT NULL DEFAULT '',
        stage TEXT NOT NULL DEFAULT 'identified',
        stage_rank INTEGER NOT NULL DEFAULT 0,
        stage_on TEXT NOT NULL DEFAULT '',
        stage_conflict INTEGER NOT NULL DEFAULT 0,
        open_claims INTEGER NOT NULL DEFAULT 0,
        currency TEXT NOT NULL DEFAULT '',
        value INTEGER,
        valued_on TEXT NOT NULL DEFAULT '',
        custodian TEXT NOT NULL DEFAULT '',
        place TEXT NOT NULL DEFAULT '',
        department TEXT NOT NULL DEFAULT '',
        office TEXT NOT NULL DEFAULT '',
        latitude REAL,
        longitude REAL,
        next_due TEXT NOT NULL DEFAULT '',
        conflicts INTEGER NOT NULL DEFAULT 0,
        search_key TEXT NOT NULL DEFAULT ''
      ) WITHOUT ROWID;
      CREATE INDEX asset_of_case ON asset (case_id, void, number);
      CREATE INDEX asset_by_number ON asset (number);
      CREATE INDEX asset_part ON asset (part_of, number);
      CREATE INDEX asset_whole ON asset (case_id, part_of);
      CREATE INDEX asset_by_stage ON asset (case_id, void, stage, number);
      CREATE INDEX asset_by_custodian ON asset (case_id, void, custodian, number);
      CREATE INDEX asset_by_value ON asset (case_id, void, currency, value);`,
    asset_event: `
      CREATE TABLE asset_event (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        asset TEXT NOT NULL,
        entry TEXT NOT NULL,
        type TEXT NOT NULL,
        on_day TEXT NOT NULL,
        at TEXT NOT NULL,
        author TEXT NOT NULL,
        document TEXT,
        note TEXT NOT NULL,
        saw TEXT NOT NULL,
        facts TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX asset_event_of ON asset_event (asset, on_day);
      CREATE INDEX asset_event_document ON asset_event (document) WHERE document IS NOT NULL;`,
    asset_annulment: `
      CREATE TABLE asset_annulment (
        event TEXT NOT NULL,
        entry TEXT NOT NULL,
        at TEXT NOT NULL,
        author TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (event, entry)
      ) WITHOUT ROWID;`,
    asset_holding: `
      CREATE TABLE asset_holding (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        asset TEXT NOT NULL,
        person TEXT NOT NULL,
        role TEXT NOT NULL,
        share INTEGER,
        from_day TEXT NOT NULL,
        until_day TEXT NOT NULL,
        source TEXT NOT NULL,
        at TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX asset_holding_of ON asset_holding (asset);
      CREATE INDEX asset_holding_by ON asset_holding (person, asset);
      CREATE INDEX asset_holding_case ON asset_holding (case_id);`,
    asset_exhibit: `
      CREATE TABLE asset_exhibit (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        asset TEXT NOT NULL,
        exhibit TEXT NOT NULL,
        role TEXT NOT NULL,
        at TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX asset_exhibit_of ON asset_exhibit (asset, at);
      CREATE INDEX asset_exhibit_by ON asset_exhibit (exhibit);`,
    asset_rate: `
      CREATE TABLE asset_rate (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        from_currency TEXT NOT NULL,
        to_currency TEXT NOT NULL,
        rate TEXT NOT NULL,
        on_day TEXT NOT NULL,
        source TEXT NOT NULL,
        at TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX asset_rate_of ON asset_rate (case_id, to_currency, from_currency, on_day);`,
    asset_identifier: `
      CREATE TABLE asset_identifier (
        asset TEXT NOT NULL,
        case_id TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (asset, field)
      ) WITHOUT ROWID;
      CREATE INDEX asset_identified ON asset_identifier (case_id, field, value);`,
  },
  apply: {
    ...on(assetAdded, (sql, body, entry) => {
      const at = momentOf(entry.entry.at);
      sql.run(
        `INSERT INTO asset (id, case_id, number, kind, part_of, part_event, identified_on, added_at, added_by,
           changed_at, warnings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          body.asset,
          body.case,
          body.number,
          body.details.kind,
          body.partOf?.asset ?? '',
          body.partOf?.event ?? '',
          body.identifiedOn,
          at,
          entry.entry.author,
          at,
          JSON.stringify(body.warnings),
        ],
      );
      const { name, description, place, department, office, notes } = body;
      applyFirstValues(sql, entry, body.case, body.asset, {
        name,
        description,
        place,
        department,
        office,
        notes,
        ...detailTexts(body.details),
      });
      refreshAsset(sql, body.asset);
    }),
    ...on(assetAmended, (sql, body, entry) => {
      applyAmendments(sql, entry, body.case, body.asset, body.amendments);
      sql.run('UPDATE asset SET warnings = ? WHERE id = ?', [JSON.stringify(body.warnings), body.asset]);
      touch(sql, body.asset, entry);
      refreshAsset(sql, body.asset);
    }),
    ...on(personLinked, (sql, body, entry) => {
      sql.run('INSERT INTO asset_holding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
        body.link,
        body.case,
        body.asset,
        body.person,
        body.role,
        body.share,
        body.from,
        body.until,
        body.source,
        momentOf(entry.entry.at),
        entry.entry.author,
      ]);
      touch(sql, body.asset, entry);
    }),
    ...on(exhibitLinked, (sql, body, entry) => {
      sql.run('INSERT INTO asset_exhibit VALUES (?, ?, ?, ?, ?, ?)', [
        body.link,
        body.case,
        body.asset,
        body.exhibit,
        body.role,
        momentOf(entry.entry.at),
      ]);
      touch(sql, body.asset, entry);
    }),
    ...on(unlinked, (sql, body, entry) => {
      sql.run('DELETE FROM asset_holding WHERE id = ?', [body.link]);
      sql.run('DELETE FROM asset_exhibit WHERE id = ?', [body.link]);
      touch(sql, body.asset, entry);
    }),
    ...on(rateStated, (sql, body, entry) =>
      sql.run('INSERT INTO asset_rate VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
        body.rate,
        body.case,
        body.from,
        body.to,
        body.value,
        body.on,
        body.source,
        momentOf(entry.entry.at),
        entry.entry.author,
      ]),
    ),
    ...on(annulled, (sql, body, entry) => {
      sql.run('INSERT INTO asset_annulment VALUES (?, ?, ?, ?, ?)', [
        body.event,
        entry.id,
        momentOf(entry.entry.at),
        entry.entry.author,
        body.reason,
      ]);
      if (body.asset === null) return;
      touch(sql, body.asset, entry);
      refreshAsset(sql, body.asset);
    }),
    ...takesEvents,
  },
};
