import { momentOf } from '../../journal/entry.ts';
import { on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import { custodyRecorded } from './entries.ts';

/** Who has it after this event: whoever it went to. */
const movesTo = new Set(['received', 'transferred', 'returned']);

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
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX custody_of_exhibit ON custody_event (exhibit, position);`,
    custody_state: `
      CREATE TABLE custody_state (
        exhibit TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        event TEXT NOT NULL,
        holder TEXT NOT NULL
      ) WITHOUT ROWID;`,
  },
  apply: {
    ...on(custodyRecorded, (sql, body, entry) => {
      const position = sql.get<{ n: number }>('SELECT count(*) AS n FROM custody_event WHERE exhibit = ?', [
        body.exhibit,
      ])?.n;
      sql.run('INSERT INTO custody_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
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
        momentOf(entry.entry.at),
        entry.entry.author,
      ]);
      sql.run(
        `INSERT INTO custody_state VALUES (:exhibit, :case, :event, :to)
         ON CONFLICT (exhibit) DO UPDATE SET event = :event, holder = CASE WHEN :moves THEN :to ELSE holder END`,
        {
          exhibit: body.exhibit,
          case: body.case,
          event: body.event,
          to: body.to,
          moves: movesTo.has(body.event) ? 1 : 0,
        },
      );
    }),
  },
};
