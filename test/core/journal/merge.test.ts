import { createHash, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyAmendments } from '../../../electron/core/journal/amend.ts';
import { formatHlc } from '../../../electron/core/journal/clock.ts';
import { type SignedEntry, signEntry } from '../../../electron/core/journal/entry.ts';
import { conflictCount, fieldViews, readFields } from '../../../electron/core/journal/fields.ts';
import { openMemory } from '../../../electron/core/vault/database/sql.ts';

const { privateKey } = generateKeyPairSync('ed25519');

interface Amendment {
  readonly value: string;
  /** Which of the amendments before it the person had seen. */
  readonly saw: readonly number[];
}

/** Amendments of one field as entries; each says which earlier ones it saw. */
function entriesOf(amendments: readonly Amendment[]): SignedEntry[] {
  const made: SignedEntry[] = [];
  for (const [index, { value, saw }] of amendments.entries()) {
    const ids = saw.map((each) => made[each]?.id ?? '').filter((id) => id !== '');
    made.push(
      signEntry(
        {
          v: 1,
          feed: `c.${index % 3}`,
          seq: index,
          prev: null,
          at: formatHlc({ ms: 1_000 * index, counter: 0 }),
          wall: new Date(1_000 * index).toISOString(),
          author: 'u',
          kind: 'case.amended',
          body: { value, saw: ids },
        },
        privateKey,
      ),
    );
  }
  return made;
}

/** The field after the entries came in this order, as anybody would read it. */
function outcome(entries: readonly SignedEntry[]) {
  const sql = openMemory();
  sql.exec('CREATE TABLE user (id, name)');
  for (const ddl of Object.values(fieldViews.tables)) sql.exec(ddl);
  for (const entry of entries) {
    const { value, saw } = entry.entry.body as { value: string; saw: string[] };
    applyAmendments(sql, entry, 'c', 's', [{ field: 'title', value, saw }]);
  }
  const { title } = readFields(sql, 's', ['title']);
  const found = { ...title, saw: [...title.saw].sort(), conflicts: conflictCount(sql, 's') };
  sql.close();
  return found;
}

const amendments = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.array(fc.nat(5), { maxLength: 4 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) =>
    all.map(
      ([value, seen], index): Amendment => ({
        value: `${value}${index}`,
        saw: [...new Set(seen)].filter((each) => each < index),
      }),
    ),
  );

/** A shuffle that its seed alone decides. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const rank = (index: number) => createHash('sha256').update(`${seed} ${index}`).digest('hex');
  return items
    .map((item, index) => ({ item, rank: rank(index) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item);
}

it('comes to the same, in whatever order the amendments arrive', () => {
  fc.assert(
    fc.property(amendments, fc.nat(), (all, seed) => {
      const entries = entriesOf(all);
      expect(outcome(shuffled(entries, seed))).toEqual(outcome(entries));
    }),
    { numRuns: 60 },
  );
});

it('keeps every version that nobody saw past, and calls more than one a conflict', () => {
  fc.assert(
    fc.property(amendments, (all) => {
      const entries = entriesOf(all);
      const seen = new Set(all.flatMap(({ saw }) => saw));
      const standing = entries.filter((_, index) => !seen.has(index)).map((entry) => entry.id);
      const found = outcome(entries);
      expect(found.saw).toEqual(standing.sort());
      expect(found.conflicts).toBe(standing.length > 1 ? 1 : 0);
      expect(found.conflicting).toHaveLength(standing.length - 1);
      expect(found.versions).toBe(all.length);
    }),
    { numRuns: 60 },
  );
});
