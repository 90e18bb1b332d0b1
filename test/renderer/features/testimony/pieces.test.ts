import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsShape } from '../../../../electron/core/features/testimony/entries.ts';
import {
  asSegments,
  backwards,
  changed,
  insertedAfter,
  mergedWithNext,
  numbered,
  removed,
  split,
} from '../../../../renderer/features/testimony/edit/pieces.ts';

const two = numbered([
  { start: 1, end: 5, speaker: 'Fiscal', text: '¿Cuándo llegó? En junio' },
  { start: 5, end: 9, speaker: 'Testigo', text: 'Sí, en junio.' },
]);

describe('a piece', () => {
  it('is divided at the cursor, at the moment where the recording is', () => {
    const { all, id } = split(two, 0, 15, 2.5);
    expect(asSegments(all).slice(0, 2)).toEqual([
      { start: 1, end: 2.5, speaker: 'Fiscal', text: '¿Cuándo llegó?' },
      { start: 2.5, end: 5, speaker: 'Fiscal', text: 'En junio' },
    ]);
    expect(all[1]?.id).toBe(id);
  });

  it('is divided in proportion where the recording is elsewhere', () => {
    const { all } = split(numbered([{ start: 0, end: 10, speaker: '', text: '0123456789' }]), 0, 4, 99);
    expect(all.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [4, 10],
    ]);
  });

  it('is joined with the next, whose speaker is not lost', () => {
    expect(asSegments(mergedWithNext(two, 0))).toEqual([
      { start: 1, end: 9, speaker: 'Fiscal', text: '¿Cuándo llegó? En junio Testigo: Sí, en junio.' },
    ]);
    expect(mergedWithNext(two, 1)).toBe(two);
  });

  it('is added behind another, up to where the next begins, and said by the same', () => {
    const { all, id } = insertedAfter(two, 0, 3.3333333);
    expect(all[1]).toEqual({ id, start: 3.333, end: 5, speaker: 'Fiscal', text: '' });
    expect(insertedAfter([], null, 2).all).toEqual([{ id: 0, start: 2, end: 2, speaker: '', text: '' }]);
  });

  it('that ends before it begins is named, and nothing else', () => {
    expect(backwards(changed(two, 1, { end: 4 })).map((piece) => piece.id)).toEqual([1]);
    expect(backwards(two)).toEqual([]);
  });
});

it('keeps every word and what the core takes, whatever is divided, joined, added and removed again', () => {
  const step = fc.record({
    does: fc.constantFrom('split', 'merge', 'insert'),
    at: fc.nat(40),
    cursor: fc.nat(30),
    now: fc.double({ min: 0, max: 20, noNaN: true }),
  });
  const letters = (text: string): string => text.replaceAll(/\s/gu, '');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const same = two.map((piece) => ({ ...piece, speaker: '' }));
      let pieces: typeof two = same;
      for (const { does, at, cursor, now } of steps) {
        const piece = pieces[at % pieces.length];
        if (piece === undefined) continue;
        if (does === 'split') pieces = split(pieces, piece.id, Math.min(cursor, piece.text.length), now).all;
        else if (does === 'merge') pieces = mergedWithNext(pieces, piece.id);
        else {
          const made = insertedAfter(pieces, piece.id, now);
          expect(new Set(made.all.map((each) => each.id)).size).toBe(made.all.length);
          pieces = removed(made.all, made.id);
        }
      }
      const words = (all: typeof two): string => letters(all.map((piece) => piece.text).join(''));
      expect(words(pieces)).toBe(words(same));
      expect(segmentsShape.safeParse(asSegments(pieces)).success).toBe(true);
    }),
  );
});
