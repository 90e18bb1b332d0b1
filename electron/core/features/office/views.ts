import type { Role } from '../../api/roles.ts';
import { momentOf } from '../../journal/entry.ts';
import { on } from '../../journal/kind.ts';
import type { Views } from '../../journal/views.ts';
import type { Sql } from '../../vault/database/sql.ts';
import {
  officeAmended,
  officeFounded,
  recoveryConfirmed,
  recoveryRenewed,
  roleGranted,
  roleRevoked,
  userAdded,
  userRemoved,
} from './entries.ts';

interface PublicUser {
  readonly id: string;
  readonly name: string;
  readonly signKey: string;
  readonly recipient: string;
  readonly roles: readonly Role[];
}

function addUser(sql: Sql, user: PublicUser, since: string): void {
  sql.run('INSERT INTO user VALUES (?, ?, ?, ?, 1, ?)', [
    user.id,
    user.name,
    user.signKey,
    user.recipient,
    since,
  ]);
  for (const role of user.roles) grant(sql, user.id, role);
}

function grant(sql: Sql, user: string, role: Role): void {
  sql.run('INSERT OR IGNORE INTO user_role VALUES (?, ?)', [user, role]);
}

function setSetting(sql: Sql, name: string, value: string | number): void {
  sql.run('INSERT OR REPLACE INTO setting VALUES (?, ?)', [name, JSON.stringify(value)]);
}

export const officeViews: Views = {
  tables: {
    user: `
      CREATE TABLE user (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        sign_key TEXT NOT NULL,
        recipient TEXT NOT NULL,
        active INTEGER NOT NULL,
        since TEXT NOT NULL
      ) WITHOUT ROWID;`,
    user_role: `CREATE TABLE user_role (user TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (user, role)) WITHOUT ROWID;`,
    setting: `CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;`,
  },
  apply: {
    ...on(officeFounded, (sql, body, entry) => {
      for (const [name, value] of Object.entries(body.office)) setSetting(sql, name, value);
      setSetting(sql, 'workstation', body.workstation);
      setSetting(sql, 'logKey', body.logKey);
      setSetting(sql, 'recovery', body.recovery);
      setSetting(sql, 'recoveryConfirmed', 0);
      addUser(sql, body.user, momentOf(entry.entry.at));
    }),
    ...on(officeAmended, (sql, body) => {
      for (const [name, value] of Object.entries(body.settings)) {
        if (value !== undefined) setSetting(sql, name, value);
      }
    }),
    ...on(recoveryConfirmed, (sql) => setSetting(sql, 'recoveryConfirmed', 1)),
    ...on(recoveryRenewed, (sql, body) => {
      setSetting(sql, 'recovery', body.recovery);
      setSetting(sql, 'recoveryConfirmed', 0);
    }),
    ...on(userAdded, (sql, body, entry) => addUser(sql, body.user, momentOf(entry.entry.at))),
    ...on(userRemoved, (sql, body) => sql.run('UPDATE user SET active = 0 WHERE id = ?', [body.user])),
    ...on(roleGranted, (sql, body) => grant(sql, body.user, body.role)),
    ...on(roleRevoked, (sql, body) =>
      sql.run('DELETE FROM user_role WHERE user = ? AND role = ?', [body.user, body.role]),
    ),
  },
};
