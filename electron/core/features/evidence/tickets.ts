import { randomUUID } from 'node:crypto';
import { CustodiaError } from '../../api/errors.ts';
import type { RandomAccess } from '../../vault/blob-store.ts';

/** At most this much of an exhibit crosses in one answer: the page asks for the next range. */
const answerBytes = 2 * 1024 * 1024;
/** Viewers left open by a page that forgot them are closed, oldest first. */
const openAtMost = 16;

interface Opened {
  readonly content: RandomAccess;
  readonly type: string;
}

export interface Part {
  readonly type: string;
  readonly size: number;
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** Exhibits open for viewing: a ticket stands for the content, decrypted range by range in memory only. */
export interface Tickets {
  issue(content: RandomAccess, type: string): Promise<string>;
  /** Bytes from `start` up to `end` (exclusive), at most 2 MiB of them. */
  read(ticket: string, start: number, end?: number): Promise<Part>;
  clear(): Promise<void>;
}

export function createTickets(): Tickets {
  const open = new Map<string, Opened>();
  return {
    issue: async (content, type) => {
      const oldest = open.keys().next().value;
      if (open.size >= openAtMost && oldest !== undefined) {
        await open.get(oldest)?.content.close();
        open.delete(oldest);
      }
      const ticket = randomUUID();
      open.set(ticket, { content, type });
      return ticket;
    },
    read: async (ticket, start, end) => {
      const opened = open.get(ticket);
      if (opened === undefined) throw new CustodiaError('call.notFound', { what: 'ticket' });
      const { size } = opened.content;
      const from = Math.min(Math.max(0, start), size);
      const to = Math.min(end ?? size, size, from + answerBytes);
      const bytes = await opened.content.read(from, Math.max(from, to));
      return { type: opened.type, size, start: from, end: from + bytes.length, bytes };
    },
    clear: async () => {
      const all = [...open.values()];
      open.clear();
      await Promise.all(all.map((opened) => opened.content.close()));
    },
  };
}
