import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareHlc, formatHlc, parseHlc, tick } from '../../../electron/core/journal/clock.ts';

const wall = fc.integer({ min: 0, max: Date.UTC(2100, 0) });

describe('the hybrid clock', () => {
  it('only goes forward, however the wall clock moves, and sorts as text', () => {
    fc.assert(
      fc.property(fc.array(wall, { minLength: 2, maxLength: 50 }), (moments) => {
        let last: string | null = null;
        for (const moment of moments) {
          const next: { hlc: string; setBackMs: number } = tick(last, moment);
          if (last !== null) {
            expect(next.hlc > last).toBe(true);
            expect(compareHlc(next.hlc, last)).toBe(1);
            expect(next.setBackMs).toBe(Math.max(0, parseHlc(last).ms - moment));
          }
          last = next.hlc;
        }
      }),
    );
  });

  it('goes on when the counter is used up', () => {
    const full = formatHlc({ ms: 1_000, counter: 0xffff });
    expect(parseHlc(tick(full, 500).hlc)).toEqual({ ms: 1_001, counter: 0 });
  });

  it('reads back what it writes and nothing else', () => {
    fc.assert(
      fc.property(wall, fc.integer({ min: 0, max: 0xffff }), (ms, counter) => {
        expect(parseHlc(formatHlc({ ms, counter }))).toEqual({ ms, counter });
      }),
    );
    for (const bad of [
      '',
      '2026-11-23T21:05:00.123Z',
      '2026-11-23T21:05:00.123Z/3',
      'x/0000',
      '2026-13-40T21:05:00.123Z/0000',
    ])
      expect(() => parseHlc(bad)).toThrow(TypeError);
  });
});
