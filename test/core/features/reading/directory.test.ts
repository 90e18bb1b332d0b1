import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved } from '../../../../electron/core/features/reading/process/directory.ts';
import { box, offsets, track } from '../../../fixtures/film.ts';

const most32 = 0xffff_ffff;
/** Offsets of media: before the new place, in what is passed over, behind the old place; all 64 bits. */
const anywhere = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  fc.bigInt({ min: 0n, max: 2n ** 33n }),
);
const place = fc.record({ to: fc.nat(2 ** 33), media: fc.integer({ min: 8, max: 2 ** 33 }) });

describe('the directory of a film that is put before its media', () => {
  it('has its wide offsets moved by its own length, only those of what it was put before', () => {
    fc.assert(
      fc.property(place, fc.array(anywhere, { maxLength: 20 }), ({ to, media }, values) => {
        const { length } = box('moov', track(offsets('co64', values)));
        const start = BigInt(to + media);
        const kept = values.filter((value) => value <= start || value >= start + BigInt(length));
        const directory = box('moov', track(offsets('co64', kept)));
        const by = BigInt(directory.length);
        const fitting = kept.filter((value) => value <= start || value >= start + by);
        fc.pre(fitting.length === kept.length);
        const move = { to, start: to + media, end: to + media + directory.length };
        const expected = kept.map((value) => (value >= BigInt(to) && value <= start ? value + by : value));
        expect(moved(directory, move).equals(box('moov', track(offsets('co64', expected))))).toBe(true);
      }),
    );
  });

  it('has its narrow offsets moved alike, and is refused where one would not fit', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000),
        fc.array(fc.oneof(fc.nat(5_000), fc.integer({ min: most32 - 600, max: most32 })), { maxLength: 20 }),
        (to, values) => {
          const directory = box('moov', track(offsets('stco', values)));
          const move = { to, start: most32 + 1, end: most32 + 1 + directory.length };
          const expected = values.map((value) => (value >= to ? value + directory.length : value));
          if (expected.some((value) => value > most32))
            expect(() => moved(directory, move)).toThrow('tooLarge');
          else
            expect(moved(directory, move).equals(box('moov', track(offsets('stco', expected))))).toBe(true);
        },
      ),
    );
  });

  it('comes to an end, whatever stands in it, and is as long as before', () => {
    const inside = fc.uint8Array({ maxLength: 200 });
    const type = fc.constantFrom('trak', 'mdia', 'minf', 'stbl', 'stco', 'co64', 'cmov', 'udta');
    const size = fc.oneof(fc.nat(250), fc.constant(most32));
    const piece = fc.tuple(size, type, inside).map(([given, name, bytes]) => {
      const made = box(name, bytes);
      made.writeUInt32BE(given);
      return made;
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const directory = box('moov', ...pieces);
        const before = Buffer.from(directory);
        try {
          const made = moved(directory, { to: 100, start: 5_000, end: 5_000 + directory.length });
          expect(made.length).toBe(directory.length);
        } catch (error) {
          expect(String(error)).toMatch(/damaged|tooLarge/);
        }
        expect(directory.equals(before)).toBe(true);
      }),
    );
  });
});
