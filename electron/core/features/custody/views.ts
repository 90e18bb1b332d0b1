import { momentOf } from '../../journal/entry.ts';
import { on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { custodyDeclined, custodyOffered, custodyRecorded } from './entries.ts';
import type { CustodyEvent } from './model.ts';
import { type CustodyFact, inTime, stateOf } from './state.ts';

/** What the exhibit's events come to, in the order of their own times: one of last week does not change today. */
function refreshState(sql: Sql, caseId: string, exhibit: string): void {
  const facts = sql.all<CustodyFact & { readonly event: CustodyEvent }>(
    `SELECT event, happened_at AS "when", from_holder AS "from", to_holder AS "to", seal, due_back AS dueBack
     FROM custody_event WHERE exhibit = ? ORDER BY position`,
    [exhibit],
  );
  const state = stateOf(facts);
  sql.run(
    `INSERT OR REPLACE INTO custody_state VALUES (:exhibit, :case, :event, :phase, :holder, :since, :seal, :dueBack,
       :backTo, (SELECT handover FROM custody_offer_exhibit WHERE exhibit = :exhibit))`,
    {
      exhibit,
      case: caseId,
      event: inTime(facts).at(-1)?.event ?? null,
      phase: state.phase,
      holder: state.holder,
      since: state.since,
      seal: state.seal,
      dueBack: state.dueBack,
      backTo: state.backTo,
    },
  );
}

function settle(
  sql: Sql,
  caseId: string,
  handover: string,
  answer: string,
  reason: string,
  at: string,
): void {
  sql.run('UPDATE custody_offer SET answer = ?, answer_reason = ?, answered_at = ? WHERE handover = ?', [
    answer,
    reason,
    at,
    handover,
  ]);
  const held = sql.all<{ exhibit: string }>(
    'SELECT exhibit FROM custody_offer_exhibit WHERE handover = ? ORDER BY exhibit',
    [handover],
  );
  sql.run('DELETE FROM custody_offer_exhibit WHERE handover = ?', [handover]);
  for (const { exhibit } of held) refreshState(sql, caseId, exhibit);
}

export const custodyViews: Views = {
  tables: {
    custody_event: `
      CREATE TABLE custody_event (
        entry TEXT PRIMARY KEY,
        exhibit TEXT NOT NULL,
        position INTEGER NOT NULL,
        event TEXT NOT NULL,
        happened_at TEXT NOT NULL,
        from_holder TEXT NOT NULL,
        to_holder TEXT NOT NULL,
        place TEXT NOT NULL,
        reason TEXT NOT NULL,
        seal TEXT NOT NULL,
        note TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        author TEXT NOT NULL,
        handover TEXT NOT NULL,
        due_back TEXT,
        more TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX custody_of_exhibit ON custody_event (exhibit, position);
      CREATE INDEX custody_of_handover ON custody_event (handover);`,
    custody_state: `
      CREATE TABLE custody_state (
        exhibit TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        event TEXT,
        phase TEXT NOT NULL,
        holder TEXT NOT NULL,
        since TEXT NOT NULL,
        seal TEXT NOT NULL,
        due_back TEXT NOT NULL,
        back_to TEXT NOT NULL,
        offer TEXT
      ) WITHOUT ROWID;
      CREATE INDEX custody_due ON custody_state (phase, due_back);`,
    custody_offer: `
      CREATE TABLE custody_offer (
        handover TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        user TEXT NOT NULL,
        author TEXT NOT NULL,
        offered_at TEXT NOT NULL,
        body TEXT NOT NULL,
        answer TEXT,
        answer_reason TEXT NOT NULL,
        answered_at TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX custody_offer_open ON custody_offer (answer, case_id);`,
    custody_offer_exhibit: `
      CREATE TABLE custody_offer_exhibit (exhibit TEXT PRIMARY KEY, handover TEXT NOT NULL) WITHOUT ROWID;
      CREATE INDEX custody_offered ON custody_offer_exhibit (handover);`,
  },
  apply: {
    ...on(custodyRecorded, (sql, body, entry) => {
      const position = sql.get<{ n: number }>('SELECT count(*) AS n FROM custody_event WHERE exhibit = ?', [
        body.exhibit,
      ])?.n;
      const { why, order, taken, part, receiver, signature, list } = body;
      const at = momentOf(entry.entry.at);
      sql.run('INSERT INTO custody_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
        entry.id,
        body.exhibit,
        position ?? 0,
        body.event,
        body.when,
        body.from,
        body.to,
        body.place,
        body.reason,
        body.seal,
        body.note,
        at,
        entry.entry.author,
        body.handover ?? entry.id,
        body.dueBack ?? null,
        JSON.stringify({ why, order, taken, part, receiver, signature, list }),
      ]);
      refreshState(sql, body.case, body.exhibit);
      if (body.handover !== undefined) settle(sql, body.case, body.handover, 'confirmed', '', at);
    }),
    ...on(custodyOffered, (sql, body, entry) => {
      sql.run(`INSERT INTO custody_offer VALUES (?, ?, ?, ?, ?, ?, NULL, '', '')`, [
        body.handover,
        body.case,
        body.user,
        entry.entry.author,
        momentOf(entry.entry.at),
        JSON.stringify(body),
      ]);
      for (const exhibit of body.exhibits) {
        sql.run('INSERT OR REPLACE INTO custody_offer_exhibit VALUES (?, ?)', [exhibit, body.handover]);
        refreshState(sql, body.case, exhibit);
      }
    }),
    ...on(custodyDeclined, (sql, body, entry) =>
      settle(sql, body.case, body.handover, body.answer, body.reason, momentOf(entry.entry.at)),
    ),
  },
};
