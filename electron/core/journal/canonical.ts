import canonicalize from 'canonicalize';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The canonical form of a value (RFC 8785): the same bytes on every machine for the same content. Refuses what JSON
 * cannot carry without loss: `undefined`, numbers that are not finite or are integers beyond 2^53, lone surrogates,
 * anything but plain objects and arrays.
 */
export function canonicalBytes(value: Json): Uint8Array {
  refuseLossy(value);
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('canonical JSON: nothing to write');
  return new TextEncoder().encode(text);
}

function refuseLossy(value: unknown): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') refuseLossyText(value);
  else if (typeof value === 'number') refuseLossyNumber(value);
  else refuseLossyObject(value);
}

function refuseLossyObject(value: unknown): void {
  if (typeof value !== 'object' || value === null) throw new TypeError(`canonical JSON: ${typeof value}`);
  if (Array.isArray(value)) {
    for (const item of value) refuseLossy(item);
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('canonical JSON: not a plain object');
  for (const [key, item] of Object.entries(value)) {
    refuseLossyText(key);
    refuseLossy(item);
  }
}

function refuseLossyText(text: string): void {
  if (!text.isWellFormed()) throw new TypeError('canonical JSON: lone surrogate');
}

function refuseLossyNumber(number: number): void {
  if (!Number.isFinite(number)) throw new TypeError('canonical JSON: not a finite number');
  if (Number.isInteger(number) && !Number.isSafeInteger(number))
    throw new TypeError('canonical JSON: beyond 2^53');
}
