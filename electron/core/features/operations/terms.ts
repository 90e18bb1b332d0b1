import { randomUUID } from 'node:crypto';
import { CustodiaError } from '../../api/errors.ts';
import { loadWords, type Words } from '../../paper/words.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { dueFrom, warnDay } from '../deadlines/index.ts';
import { loadJurisdiction, readSettings } from '../office/index.ts';
import type { Scope, ScopeInput } from './model.ts';
import { addDays } from './rules.ts';

/** What the jurisdiction pack says, as commands need it: views never read it. */

export const packOf = (sql: Sql) => loadJurisdiction(readSettings(sql).jurisdiction);

/** The office's words for what is refused or printed. */
export function wordsOf(sql: Sql): Words {
  return loadWords('operation-paper', {
    language: readSettings(sql).language,
    timeZone: packOf(sql).timeZone,
  });
}

export function termOf(sql: Sql, id: string): { readonly amount: number; readonly warnDays: number } {
  const term = packOf(sql).terms.find((each) => each.id === id);
  if (term === undefined) throw new CustodiaError('call.invalid', { field: 'term' });
  return term;
}

export interface DueDay {
  readonly due: string;
  readonly warnFrom: string;
  readonly term: string | null;
}

/** Warning before the last day of a ruling: the day is the ruling's, the warning the pack's. */
export function expiryOf(sql: Sql, from: string, until: string): DueDay {
  return { due: until, warnFrom: warnDay(until, termOf(sql, 'operationExpiry').warnDays, from), term: null };
}

/** When a report is due that many days after `from`; by the pack's term where the ruling sets no number of its own. */
export function reportDue(sql: Sql, from: string, every: number | undefined): DueDay {
  if (every === undefined) return dueFrom(sql, 'operationReport', from);
  return reportBy(sql, addDays(from, every), from);
}

export function reportBy(sql: Sql, due: string, from: string): DueDay {
  return {
    due,
    warnFrom: warnDay(due, termOf(sql, 'operationReport').warnDays, from),
    term: 'operationReport',
  };
}

/** Gives every item of a scope an id that assignments and log entries name. Refuses acts and techniques that the pack does not know. */
export function scopeOf(sql: Sql, { acts, places = [], persons = [], techniques = [] }: ScopeInput): Scope {
  const pack = packOf(sql);
  const known = (list: readonly { readonly id: string }[], kind: string, field: string): string => {
    if (!list.some(({ id }) => id === kind)) throw new CustodiaError('call.invalid', { field });
    return kind;
  };
  const worded = (text: string) => ({ id: randomUUID(), kind: '', text });
  return {
    acts: acts.map(({ kind, text }) => ({
      id: randomUUID(),
      kind: known(pack.operationActs, kind, 'acts'),
      text,
    })),
    places: places.map(worded),
    persons: persons.map(worded),
    techniques: techniques.map(({ kind, text }) => ({
      id: randomUUID(),
      kind: known(pack.operationTechniques, kind, 'techniques'),
      text,
    })),
  };
}
