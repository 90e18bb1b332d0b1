import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf, type Link } from '../../../../electron/core/features/custody/chain.ts';
import { holderBetween } from '../../../../electron/core/features/custody/holder.ts';

const start = Date.parse('2026-09-01T12:00:00Z');
const minute = (n: number): string => new Date(start + n * 60_000).toISOString();
const names = ['Ana', 'Beto', 'Carla', 'Dario'] as const;

function link(entry: string, at: number, more: Partial<Link> = {}): Link {
  const when = minute(at);
  return { entry, event: 'transferred', when, recordedAt: when, from: '', to: '', seal: '', ...more };
}

/** A sound chain: hand-overs a while apart, each by who had it, with seals and examinations in between. */
const sound = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 500 }),
      to: fc.constantFrom(...names),
      between: fc.constantFrom('none', 'sealed', 'examined'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((steps) => {
    const links: Link[] = [];
    let at = 0;
    let holder = '';
    for (const [index, step] of steps.entries()) {
      at += step.gap * 2;
      const to = step.to === holder ? `${step.to} ${index}` : step.to;
      links.push(
        link(`h${index}`, at, { event: index === 0 ? 'received' : 'transferred', from: holder, to }),
      );
      holder = to;
      if (step.between === 'examined')
        links.push(link(`x${index}`, at + 1, { event: 'examined', to: 'Perito' }));
    }
    return links;
  });

const kindsOf = (links: readonly Link[]): string[] => chainOf(links, null).anomalies.map(({ kind }) => kind);

describe('a sound chain', () => {
  it('has no anomaly, and its spans follow each other without a hole', () => {
    fc.assert(
      fc.property(sound, (links) => {
        const { holdings, anomalies } = chainOf(links, null);
        expect(anomalies).toEqual([]);
        expect(holdings[0]?.from).toBe(links[0]?.when);
        expect(holdings.at(-1)?.until).toBeNull();
        holdings.forEach((holding, index) => {
          const next = holdings[index + 1];
          if (next !== undefined) expect(holding.until).toBe(next.from);
          expect(holding.certain).toBe(true);
        });
      }),
    );
  });

  it('answers for every minute who held it, as a walk through the events does', () => {
    fc.assert(
      fc.property(sound, fc.nat(12_000), (links, at) => {
        const answer = holderBetween(chainOf(links, null), minute(at), minute(at));
        const last = links.filter(({ event, when }) => event !== 'examined' && when <= minute(at)).at(-1);
        expect(answer.spans.map(({ holder, kind }) => [kind, holder])).toEqual([
          last === undefined ? ['nobody', ''] : ['held', last.to],
        ]);
        expect(answer.certain).toBe(last !== undefined);
      }),
    );
  });

  it('answers a span of time with pieces that tile it', () => {
    fc.assert(
      fc.property(sound, fc.nat(12_000), fc.integer({ min: 1, max: 5_000 }), (links, at, length) => {
        const { spans } = holderBetween(chainOf(links, null), minute(at), minute(at + length));
        expect(spans[0]?.from).toBe(minute(at));
        expect(spans.at(-1)?.until).toBe(minute(at + length));
        spans.forEach((span, index) => {
          const next = spans[index + 1];
          if (next !== undefined) expect(span.until).toBe(next.from);
        });
      }),
    );
  });
});

describe('what is wrong is found where it is, and nowhere else', () => {
  const from = fc.nat(10);

  it('a giver who did not have it', () => {
    fc.assert(
      fc.property(sound, from, (links, pick) => {
        const movements = links.filter(({ event }) => event === 'transferred');
        fc.pre(movements.length > 0);
        const wrong = movements[pick % movements.length];
        const broken = links.map((each) => (each === wrong ? { ...each, from: 'Nadie conocido' } : each));
        const { anomalies, holdings } = chainOf(broken, null);
        expect(anomalies).toEqual([
          expect.objectContaining({ kind: 'giver', entry: wrong?.entry, until: wrong?.when }),
        ]);
        const doubtful = holdings.filter(({ certain }) => !certain);
        expect(doubtful.map(({ until }) => until)).toEqual([wrong?.when]);
      }),
    );
  });

  it('a hand-over written down late that gives another holder for a time that had one', () => {
    fc.assert(
      fc.property(sound, from, (links, pick) => {
        const movements = links.filter(({ event }) => event !== 'examined');
        fc.pre(movements.length > 1);
        const index = pick % (movements.length - 1);
        const before = movements[index];
        const after = movements[index + 1];
        if (before === undefined || after === undefined) throw new Error('two movements');
        const when = minute((Date.parse(before.when) - start) / 60_000 + 1.5);
        fc.pre(when < after.when);
        const late = { ...link('late', 0), when, recordedAt: minute(20_000), from: before.to, to: 'Tercero' };
        const { anomalies } = chainOf([...links, late], null);
        const overlap = { kind: 'overlap', entry: 'late', from: when, until: after.when, said: 'Tercero' };
        expect(anomalies.filter(({ kind }) => kind !== 'late')).toEqual([
          expect.objectContaining({ ...overlap, expected: before.to }),
          expect.objectContaining({
            kind: 'giver',
            entry: after.entry,
            expected: 'Tercero',
            said: before.to,
          }),
        ]);
        const answer = holderBetween(chainOf([...links, late], null), when, when);
        expect(answer.certain).toBe(false);
        expect(answer.anomalies.map(({ kind }) => kind)).toContain('overlap');
      }),
    );
  });

  it('events written down more than a day later', () => {
    fc.assert(
      fc.property(sound, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (links, which) => {
        const some = links.map((each, index) =>
          which[index] === true
            ? { ...each, recordedAt: new Date(Date.parse(each.when) + 24 * 3_600_000 + 1).toISOString() }
            : each,
        );
        const late = chainOf(some, null).anomalies.filter(({ kind }) => kind === 'late');
        expect(late.map(({ entry }) => entry)).toEqual(
          links.filter((_each, index) => which[index] === true).map(({ entry }) => entry),
        );
      }),
    );
  });

  it('nobody on record between its collection and its reception', () => {
    const links = [link('h0', 100, { event: 'received', to: 'Ana' })];
    expect(chainOf(links, minute(10)).anomalies).toEqual([
      { kind: 'unrecorded', entry: 'h0', from: minute(10), until: minute(100) },
    ]);
    expect(chainOf(links, minute(100)).anomalies).toEqual([]);
    const answer = holderBetween(chainOf(links, minute(10)), minute(50), minute(50));
    expect(answer).toMatchObject({ certain: false, spans: [{ kind: 'nobody', entry: null }] });
    expect(answer.anomalies).toHaveLength(1);
  });

  it('another seal than the one that was put on', () => {
    const received = link('a', 1, { event: 'received', to: 'Ana' });
    const sealed = link('b', 2, { event: 'sealed', seal: 'P-1' });
    const opened = (seal: string) => link('c', 3, { event: 'opened', seal });
    expect(kindsOf([received, sealed, opened('P-1')])).toEqual([]);
    expect(kindsOf([received, sealed, opened('')])).toEqual([]);
    expect(kindsOf([received, sealed, opened('P-2')])).toEqual(['seal']);
    const given = link('d', 3, { from: 'Ana', to: 'Beto', seal: 'P-2' });
    expect(chainOf([received, sealed, given], null).anomalies).toEqual([
      { kind: 'seal', entry: 'd', from: minute(3), until: minute(3), expected: 'P-1', said: 'P-2' },
    ]);
    expect(
      kindsOf([
        received,
        { ...sealed, seal: 'P-1' },
        { ...opened('P-1') },
        { ...sealed, when: minute(4), seal: 'P-3' },
      ]),
    ).toEqual([]);
  });

  it('anything after its destruction', () => {
    const links = [
      link('a', 1, { event: 'received', to: 'Ana' }),
      link('b', 2, { event: 'destroyed' }),
      link('c', 3, { from: 'Ana', to: 'Beto' }),
    ];
    expect(kindsOf(links)).toEqual(['afterEnd']);
  });

  it('nothing where it was given back and came in again from whomever', () => {
    const links = [
      link('a', 1, { event: 'received', to: 'Ana' }),
      link('b', 2, { event: 'returned', from: 'Ana', to: 'Dueño' }),
      link('c', 3, { event: 'received', from: 'Hermana del dueño', to: 'Beto' }),
    ];
    const chain = chainOf(links, null);
    expect(chain.anomalies).toEqual([]);
    expect(chain.holdings.map(({ kind, holder }) => [kind, holder])).toEqual([
      ['held', 'Ana'],
      ['released', 'Dueño'],
      ['held', 'Beto'],
    ]);
  });
});

it('does not depend on how a name is spelled: accents, case and blanks are no other person', () => {
  const links = [
    link('a', 1, { event: 'received', to: 'Ing. Ludmila  Ortuño' }),
    link('b', 2, { from: 'ing. ludmila ortuno ', to: 'Beto' }),
  ];
  expect(kindsOf(links)).toEqual([]);
});
