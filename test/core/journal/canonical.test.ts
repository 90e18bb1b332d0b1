import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, type Json } from '../../../electron/core/journal/canonical.ts';

const text = (value: Json): string => Buffer.from(canonicalBytes(value)).toString('utf8');

/** RFC 8785 read anew: keys by UTF-16 code units, numbers and texts as ECMAScript writes them. */
function reading(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(reading).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const byUnits = (a: string, b: string): number => {
    for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
      const difference = a.charCodeAt(at) - b.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return a.length - b.length;
  };
  const entries = Object.entries(value).sort(([a], [b]) => byUnits(a, b));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${reading(item)}`).join(',')}}`;
}

const wellFormed = fc.string({ unit: 'grapheme' });
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
    wellFormed,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(wellFormed, tie('value'), { maxKeys: 5 }),
  ) as fc.Arbitrary<Json>,
})).value;

describe('canonicalBytes', () => {
  it('writes what RFC 8785 says, whatever the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(text(value)).toBe(reading(value));
      }),
    );
  });

  it('is read back as the same value, and written again as the same bytes', () => {
    fc.assert(
      fc.property(json, (value) => {
        const again = JSON.parse(text(value)) as Json;
        expect(text(again)).toBe(text(value));
        // Minus zero is written as zero; nothing else changes.
        expect(again).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('writes the numbers and texts of RFC 8785, section 3.2.2, and the edges of the safe integers', () => {
    const value = { numbers: [333333333.3333333, 4.5, 2e-3, 1e-27], string: '\u20ac$\u000f\nA\'B"\\\\"/' };
    expect(text(value)).toBe(
      String.raw`{"numbers":[333333333.3333333,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
    expect(text([-0, 2 ** 53 - 1, 1 - 2 ** 53])).toBe('[0,9007199254740991,-9007199254740991]');
  });

  it('orders keys by code units, not by code points or alphabets', () => {
    // The example of RFC 8785, section 3.2.3.
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.values(JSON.parse(text(value)) as object)).toHaveLength(7);
    expect(text(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}');
  });

  it.each([
    ['undefined', { a: undefined }],
    ['not a number', Number.NaN],
    ['infinity', { a: [Number.POSITIVE_INFINITY] }],
    ['2^53', 2 ** 53],
    ['an integer beyond 2^53', 2 ** 53 + 2],
    ['minus 2^53', { a: -(2 ** 53) }],
    ['bytes', { a: new Uint8Array(2) }],
    ['a gap in an array', new Array(2)],
    ['a bigint', 1n],
    ['undefined itself', undefined],
    ['half of a character', { a: '\ud800' }],
    ['half of a character in a key', { '\udfff': 1 }],
    ['a date', { at: new Date(0) }],
    ['a map', new Map([[1, 2]])],
    ['a function', { a: () => 1 }],
  ])('refuses %s, which JSON cannot carry', (_what, value) => {
    expect(() => canonicalBytes(value as Json)).toThrow(TypeError);
  });
});
