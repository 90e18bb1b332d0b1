import type { Sql } from '../../vault/database/sql.ts';
import type { OfficeSettings } from './model.ts';

function setting(sql: Sql, name: string): unknown {
  const row = sql.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', [name]);
  return row === undefined ? undefined : JSON.parse(row.value);
}

export function readSettings(sql: Sql): OfficeSettings {
  return {
    name: String(setting(sql, 'name') ?? ''),
    jurisdiction: String(setting(sql, 'jurisdiction') ?? ''),
    language: setting(sql, 'language') === 'en' ? 'en' : 'es',
    caseNumbering: String(setting(sql, 'caseNumbering') ?? ''),
    lockMinutes: Number(setting(sql, 'lockMinutes') ?? 10),
  };
}

export function recoveryIsConfirmed(sql: Sql): boolean {
  return setting(sql, 'recoveryConfirmed') === 1;
}
