import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Link } from '../../../../../electron/core/features/custody/chain.ts';
import { type Judged, judgeExhibit } from '../../../../../electron/core/features/custody/lists/judge.ts';
import type { ReadRow } from '../../../../../electron/core/features/custody/lists/read.ts';
import { custodyEvents } from '../../../../../electron/core/features/custody/model.ts';
import { requireCustody } from '../../../../../electron/core/features/custody/rules.ts';

const start = Date.parse('2026-01-01T12:00:00Z');
const now = Date.parse('2026-06-01T12:00:00Z');
const minute = (n: number): string => new Date(start + n * 60_000).toISOString();
const people = ['Ana', 'Beto', 'Carla'] as const;

const empty = {
  exhibit: 'x',
  number: 'C-1/E-001',
  links: [] as readonly Link[],
  collected: null,
  waits: false,
};
const order = { authority: 'Juzgado', number: '1', date: '2026-01-01' };

function row(at: number, more: Partial<ReadRow> & Pick<ReadRow, 'row' | 'event'>): ReadRow {
  const nothing = { from: '', to: '', place: '', reason: '', seal: '', note: '' };
  return { given: 'E-001', word: more.event ?? '', when: minute(at), ...nothing, ...more };
}

/** Rows that say all they must, of any event at any time: most histories of them are impossible. */
const anyRows = fc
  .array(
    fc.record({
      event: fc.constantFrom(...custodyEvents),
      at: fc.integer({ min: 0, max: 40 }),
      from: fc.constantFrom('', ...people),
      to: fc.constantFrom(...people),
      seal: fc.constantFrom('', 'P-1', 'P-2'),
    }),
    { maxLength: 25 },
  )
  .map((all) =>
    all.map(({ at, event, ...more }, index) =>
      row(at, { ...more, event, row: index + 2, reason: 'x', taken: 'x', order }),
    ),
  );

const linksOf = (rows: readonly ReadRow[], judged: readonly Judged[]): Link[] =>
  judged
    .filter(({ outcome }) => outcome === 'write')
    .flatMap(({ row: number, giver }) => {
      const said = rows.find((each) => each.row === number);
      if (said?.event === undefined) return [];
      const { event, when, to, seal } = said;
      return [{ entry: `row ${number}`, event, when, recordedAt: when, from: giver, to, seal }];
    });

const plain = (judged: readonly Judged[]) =>
  judged.map(({ row: number, outcome, why }) => ({ row: number, outcome, why }));

describe('judging', () => {
  it('lets no row pass that the rules would refuse at its moment, and refuses none that they would let pass', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const judged = judgeExhibit(empty, rows, now);
        const past: Link[] = [];
        for (const each of judged) {
          const said = rows.find((other) => other.row === each.row);
          if (said?.event === undefined) throw new Error('a row of its own');
          const { event, when, from, to, seal, reason, taken } = said;
          if (each.outcome === 'known') continue;
          const input = {
            case: '',
            exhibit: '',
            event,
            when,
            from: each.giver,
            to,
            seal,
            reason,
            taken,
            order,
          };
          const allowed = (() => {
            try {
              requireCustody(
                past,
                { ...input, from: each.outcome === 'write' ? each.giver : from, why: 'x' },
                now,
              );
              return true;
            } catch {
              return false;
            }
          })();
          if (each.outcome === 'write') {
            expect(allowed).toBe(true);
            past.push({ entry: '', recordedAt: when, event, when, from: each.giver, to, seal });
          } else if (from !== '') expect(allowed).toBe(false);
        }
      }),
    );
  });

  it('knows every row again once it is written', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const first = judgeExhibit(empty, rows, now);
        const again = judgeExhibit({ ...empty, links: linksOf(rows, first) }, rows, now);
        for (const { row: number } of first.filter(({ outcome }) => outcome !== 'refused'))
          expect(again.find((each) => each.row === number)?.outcome).toBe('known');
      }),
    );
  });

  it('comes to the same in whatever order the rows stand in the file', () => {
    const apart = anyRows.map((rows) => rows.map((each, index) => ({ ...each, when: minute(index * 7) })));
    const shuffled = apart.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, mixed]) => {
        expect(plain(judgeExhibit(empty, mixed, now))).toEqual(plain(judgeExhibit(empty, rows, now)));
      }),
    );
  });

  it('refuses a row for each thing that it lacks', () => {
    const received = row(0, { row: 2, event: 'received', to: 'Ana' });
    const whyOf = (...rows: ReadRow[]) => judgeExhibit(empty, rows, now).at(-1)?.why;
    const sealed = row(1, { row: 3, event: 'sealed', seal: 'P-1' });
    expect(whyOf(row(0, { row: 2, event: 'received' }))).toBe('noReceiver');
    expect(whyOf(row(0, { row: 2, event: 'sealed', seal: 'x' }))).toBe('notReceived');
    expect(whyOf(received, row(1, { row: 3, event: 'received', to: 'Beto' }))).toBe('alreadyHeld');
    expect(whyOf(received, row(1, { row: 3, event: 'transferred', from: 'Ana', to: 'ana' }))).toBe(
      'sameHolder',
    );
    expect(whyOf(received, row(1, { row: 3, event: 'sealed' }))).toBe('noSeal');
    expect(whyOf(received, row(1, { row: 3, event: 'opened', reason: 'x' }))).toBe('notSealed');
    expect(whyOf(received, sealed, row(2, { row: 4, event: 'opened' }))).toBe('noReason');
    expect(whyOf(received, sealed, row(2, { row: 4, event: 'examined', reason: 'x' }))).toBe('isSealed');
    expect(whyOf(received, row(2, { row: 4, event: 'copied', reason: 'x' }))).toBe('noTaken');
    expect(whyOf(received, row(2, { row: 4, event: 'destroyed' }))).toBe('noOrder');
    expect(whyOf(received, row(2, { row: 4, event: 'sealed', seal: 'x', dueBack: '2026-09-01' }))).toBe(
      'dueBack',
    );
    const destroyed = row(2, { row: 4, event: 'destroyed', order });
    expect(whyOf(received, destroyed, row(3, { row: 5, event: 'received', to: 'x' }))).toBe('isDestroyed');
    expect(whyOf({ ...received, when: new Date(now + 3_600_000).toISOString() })).toBe('future');
    const [waiting] = judgeExhibit({ ...empty, waits: true }, [received], now);
    expect(waiting).toMatchObject({ why: 'offerOpen', params: { number: 'C-1/E-001' } });
  });

  it('warns where the chain does not hold together, of what is on record too', () => {
    const link = (entry: string, at: number, more: Partial<Link>): Link => {
      const when = minute(at);
      return { entry, event: 'transferred', when, recordedAt: when, from: '', to: '', seal: '', ...more };
    };
    const links = [
      link('a', 10, { event: 'received', to: 'Ana', seal: 'P-1' }),
      link('b', 50, { from: 'Ana', to: 'Beto' }),
    ];
    const kinds = (rows: readonly ReadRow[]) =>
      judgeExhibit({ ...empty, links, collected: minute(0) }, rows, now).map(({ outcome, warnings }) => [
        outcome,
        ...warnings.map(({ kind }) => kind),
      ]);
    const give = (at: number, more: Partial<ReadRow>) => row(at, { row: 2, event: 'transferred', ...more });
    expect(kinds([give(60, { from: 'Beto', to: 'Carla' })])).toEqual([['write']]);
    expect(kinds([give(60, { to: 'Carla' })])).toEqual([['write', 'giverTaken']]);
    expect(kinds([give(60, { from: 'Carla', to: 'Ana' })])).toEqual([['write', 'giver']]);
    expect(kinds([give(60, { from: 'Beto', to: 'Carla', seal: 'P-9' })])).toEqual([['write', 'seal']]);
    // Between two that are on record: another holder for that time, and the one who gave it next had it no longer.
    expect(kinds([give(20, { from: 'Ana', to: 'Carla' })])).toEqual([['write', 'overlap', 'breaksLater']]);
    // The seal of the reception on record was not on what Dora had.
    expect(kinds([row(5, { row: 2, event: 'received', to: 'Dora' })])).toEqual([
      ['write', 'unrecorded', 'order', 'breaksLater'],
    ]);
    expect(kinds([give(50, { from: 'Ana', to: 'BETO ' })])).toEqual([['known']]);
  });

  it('tells a row that repeats another of the list', () => {
    const rows = [2, 3].map((number) => row(0, { row: number, event: 'received', to: 'Ana' }));
    expect(judgeExhibit(empty, rows, now)).toMatchObject([
      { row: 2, outcome: 'write' },
      { row: 3, outcome: 'known', repeats: 2 },
    ]);
  });
});
