import type { z } from 'zod';
import type { Sql } from '../vault/database/sql.ts';
import type { Body, SignedEntry } from './entry.ts';

/** A kind of entry: its name, for ever, and the shape of its body. A shape may only ever gain optional fields. */
export interface Kind<B extends object = object> {
  readonly name: string;
  readonly schema: z.ZodType<B>;
}

export function kind<B extends object>(name: string, schema: z.ZodType<B>): Kind<B> {
  return { name, schema };
}

/** A body as it is written: checked against the kind's shape, without the optional fields that were not given. */
export function bodyOf<B extends object>(of: Kind<B>, body: B): Body {
  return JSON.parse(JSON.stringify(of.schema.parse(body))) as Body;
}

type Apply = (sql: Sql, entry: SignedEntry) => void;

/** What a view does with entries of one kind, as a piece of its `apply` table. */
export function on<B extends object>(
  of: Kind<B>,
  apply: (sql: Sql, body: B, entry: SignedEntry) => void,
): Record<string, Apply> {
  // Bodies were parsed with the kind's schema before they were written or received.
  return { [of.name]: (sql, entry) => apply(sql, entry.entry.body as B, entry) };
}

/** The case that an entry belongs to, from its feed; null for the office's own. */
export function caseOf(entry: SignedEntry): string | null {
  return caseOfFeed(entry.entry.feed);
}

export function caseOfFeed(feed: string): string | null {
  const subject = feed.slice(0, feed.lastIndexOf('.'));
  return subject === 'office' ? null : subject;
}

/**
 * Whether a kind of entry belongs to an undercover operation. Its feed is the operation's, not a case's: nothing that
 * gathers a case's entries meets it, and nothing that goes over all of them may tell what it says.
 */
export function ofOperation(kindName: string): boolean {
  return kindName.startsWith('operation.');
}
