import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { directoryFirst } from '../../../../../electron/core/features/bundles/kinds/directory.ts';
import { createReaderProcess } from '../../../../../electron/core/features/reading/index.ts';
import { bytesInMemory, type RandomAccess } from '../../../../../electron/core/vault/blob-store.ts';
import {
  asTheyAre,
  box,
  ftyp,
  longBox,
  lyingBox,
  mdat,
  offsets,
  refused,
  sparse,
  topOf,
  track,
} from '../../../../fixtures/film.ts';

const { signal } = new AbortController();
const reader = createReaderProcess({ background: false });
afterAll(() => reader.close());

/** The bytes in the order in which they are given, or null. */
async function given(content: RandomAccess): Promise<Buffer | null> {
  const parts = await directoryFirst(content, reader, signal);
  if (parts === null) return null;
  return Buffer.concat(
    await Promise.all(parts.map(({ content: from, start, end }) => from.read(start, end))),
  );
}
const givenOf = (file: Uint8Array): Promise<Buffer | null> => given(bytesInMemory(file));

/** What a chunk begins with: found once in any file. */
const mark = (chunk: number): Buffer =>
  createHash('sha256').update(`chunk ${chunk}`).digest().subarray(0, 12);

const filling = fc.record({ chunks: fc.integer({ min: 0, max: 4 }), long: fc.boolean() });
const layout = fc.record({
  before: fc.array(fc.tuple(fc.constantFrom('free', 'wide', 'uuid'), filling), { maxLength: 2 }),
  media: fc.array(fc.tuple(fc.constantFrom('mdat', 'free', 'uuid'), filling), { maxLength: 3 }),
  behind: fc.array(fc.tuple(fc.constantFrom('mdat', 'free', 'udta'), filling), { maxLength: 2 }),
  tracks: fc.array(fc.constantFrom('stco' as const, 'co64' as const), { minLength: 1, maxLength: 3 }),
  long: fc.boolean(),
  tail: fc.integer({ min: 0, max: 7 }),
});

describe('a film whose directory stands behind its media', () => {
  it('is given with the directory first, and each offset leads to the chunk that it led to', async () => {
    await fc.assert(
      fc.asyncProperty(layout, async ({ before, media, behind, tracks, long, tail }) => {
        let chunks = 0;
        const boxOf = ([type, filled]: readonly [string, { chunks: number; long: boolean }]): Buffer => {
          const marks = Array.from({ length: filled.chunks }, () => {
            chunks += 1;
            return Buffer.concat([Buffer.alloc(chunks), mark(chunks - 1)]);
          });
          return filled.long ? longBox(type, ...marks) : box(type, ...marks);
        };
        const front = Buffer.concat([ftyp, ...before.map(boxOf)]);
        const middle = Buffer.concat([...[['mdat', { chunks: 1, long }] as const, ...media].map(boxOf)]);
        const end = Buffer.concat([...behind.map(boxOf), Buffer.alloc(tail)]);
        const directory = (positions: readonly number[]): Buffer => {
          const own = tracks.map((type, at) =>
            track(
              offsets(
                type,
                positions.filter((_, chunk) => chunk % tracks.length === at),
              ),
            ),
          );
          return long ? longBox('moov', ...own) : box('moov', ...own);
        };
        const places = (file: Buffer): number[] =>
          Array.from({ length: chunks }, (_, chunk) => file.indexOf(mark(chunk)));
        const room = directory(places(Buffer.alloc(0)).map(() => 0));
        const old = directory(places(Buffer.concat([front, middle, room, end])));

        const made = await givenOf(Buffer.concat([front, middle, old, end]));
        const moved = directory(places(Buffer.concat([front, room, middle, end])));
        expect(made?.equals(Buffer.concat([front, moved, middle, end]))).toBe(true);
      }),
    );
  });

  it('may begin as QuickTime did', async () => {
    for (const first of [box('wide'), box('free'), box('skip', Buffer.alloc(3)), box('pnot')]) {
      const made = await givenOf(Buffer.concat([first, mdat, box('moov', track(offsets('stco', [20])))]));
      expect(topOf(made ?? Buffer.alloc(0)).map(({ type }) => type)[1]).toBe('moov');
    }
  });

  it('may have one that reaches to the end: where it is put it ends', async () => {
    const inside = track(offsets('stco', [40]));
    const made = await givenOf(Buffer.concat([ftyp, mdat, lyingBox(0, 'moov', inside)]));
    expect(topOf(made ?? Buffer.alloc(0)).map(({ type }) => type)).toEqual(['ftyp', 'moov', 'mdat']);
  });

  it('may have a thousand boxes', async () => {
    const more = Array.from({ length: 997 }, () => box('free'));
    const made = await givenOf(Buffer.concat([ftyp, mdat, box('moov'), ...more]));
    expect(topOf(made ?? Buffer.alloc(0))[1]?.type).toBe('moov');
  });

  it('may be larger than 32 bits tell, but then its offsets must have 64', async () => {
    const size = 2 ** 32 - 100;
    const media = lyingBox(size, 'mdat').subarray(0, 8);
    const start = ftyp.length + size;
    const film = (table: Buffer): RandomAccess => {
      const directory = box('moov', track(table));
      return sparse(start + directory.length, [
        [0, ftyp],
        [ftyp.length, media],
        [start, directory],
      ]);
    };
    const last = start - 10;
    expect(await directoryFirst(film(offsets('stco', [last])), reader, signal)).toBeNull();
    const parts = await directoryFirst(film(offsets('co64', [last])), reader, signal);
    const part = parts?.[1];
    const directory = Buffer.from((await part?.content.read(part.start, part.end)) ?? []);
    const moved = box('moov', track(offsets('co64', [last + directory.length])));
    expect(directory.equals(moved)).toBe(true);
  });
});

describe('a hostile film', () => {
  it.each(refused)('with %s is refused', async (_, file) => {
    expect(await givenOf(file)).toBeNull();
  });

  it.each(asTheyAre)('with %s is given as it is', async (_, file) => {
    expect((await givenOf(file))?.equals(file)).toBe(true);
  });

  it('takes nothing with it: the next one is read', async () => {
    for (const [, file] of refused) await givenOf(file);
    expect(await givenOf(Buffer.concat([ftyp, mdat, box('moov')]))).not.toBeNull();
  });
});
