import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalBytes, type Json } from './canonical.ts';

export type Body = Readonly<Record<string, Json>>;

/** One fact. `id` is the SHA-256 of its canonical bytes (RFC 8785); the author's Ed25519 key signs the same bytes. */
export interface Entry {
  readonly v: 1;
  readonly feed: string;
  /** Counts from 0 within the feed. */
  readonly seq: number;
  /** The id of the entry before it in the feed; null for the first. */
  readonly prev: string | null;
  /** Hybrid logical clock: never goes back, sorts as text. */
  readonly at: string;
  /** What the computer's clock said, trusted or not. */
  readonly wall: string;
  /** The user's id. */
  readonly author: string;
  readonly kind: string;
  readonly body: Body;
}

export interface SignedEntry {
  readonly id: string;
  readonly entry: Entry;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sig: Uint8Array<ArrayBuffer>;
}

export function entryId(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function signEntry(entry: Entry, key: KeyObject): SignedEntry {
  const bytes = Uint8Array.from(canonicalBytes({ ...entry, body: entry.body as Record<string, Json> }));
  return { id: entryId(bytes), entry, bytes, sig: Uint8Array.from(sign(null, bytes, key)) };
}

/** Whether `key` signed exactly these bytes. */
export function signatureHolds(bytes: Uint8Array, sig: Uint8Array, key: KeyObject): boolean {
  return sig.length === 64 && verify(null, bytes, key, sig);
}

/** Reads stored bytes back; what is not an entry of this version gives `undefined`. */
export function parseEntry(bytes: Uint8Array): Entry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
  return isEntry(value) ? value : undefined;
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const e = value as Record<string, unknown>;
  return (
    e.v === 1 &&
    typeof e.feed === 'string' &&
    Number.isSafeInteger(e.seq) &&
    (e.prev === null || typeof e.prev === 'string') &&
    typeof e.at === 'string' &&
    typeof e.wall === 'string' &&
    typeof e.author === 'string' &&
    typeof e.kind === 'string' &&
    typeof e.body === 'object' &&
    e.body !== null
  );
}

/** The moment of an entry as ISO text, for showing: the hybrid clock without its counter. */
export function momentOf(at: string): string {
  return at.slice(0, 24);
}
