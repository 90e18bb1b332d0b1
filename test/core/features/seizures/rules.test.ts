import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AssetStage,
  type AssetStep,
  assetStages,
  assetSteps,
  takenStages,
} from '../../../../electron/core/features/seizures/model.ts';
import {
  hasLeft,
  isInConflict,
  type LineStep,
  lineOf,
  offersAfter,
  type Proposed,
  requireDispensable,
  requireStep,
  type Situation,
} from '../../../../electron/core/features/seizures/rules.ts';

/** The course of a measure as the office reads it: whoever changes the rules must change it here too. */
const course: Readonly<Record<AssetStage, Readonly<Partial<Record<AssetStep, AssetStage>>>>> = {
  identified: { request: 'requested', execute: 'executed', split: 'split' },
  requested: { order: 'ordered', execute: 'executed', lift: 'identified', split: 'split' },
  ordered: { order: 'ordered', execute: 'executed', lift: 'identified', split: 'split' },
  executed: {
    request: 'executed',
    order: 'executed',
    register: 'registered',
    administer: 'administered',
    sell: 'sold',
    forfeit: 'forfeited',
    return: 'returned',
    destroy: 'destroyed',
    split: 'split',
  },
  registered: {
    request: 'registered',
    order: 'registered',
    register: 'registered',
    administer: 'administered',
    sell: 'sold',
    forfeit: 'forfeited',
    return: 'returned',
    destroy: 'destroyed',
    split: 'split',
  },
  administered: {
    request: 'administered',
    order: 'administered',
    register: 'administered',
    administer: 'administered',
    sell: 'sold',
    forfeit: 'forfeited',
    return: 'returned',
    destroy: 'destroyed',
    split: 'split',
  },
  sold: { forfeit: 'forfeited', return: 'returned', split: 'split' },
  forfeited: { destroy: 'destroyed' },
  returned: {},
  destroyed: {},
  split: {},
};

/** The shortest way to each stage. */
const ways: Readonly<Record<AssetStage, readonly AssetStep[]>> = {
  identified: [],
  requested: ['request'],
  ordered: ['request', 'order'],
  executed: ['request', 'order', 'execute'],
  registered: ['request', 'order', 'execute', 'register'],
  administered: ['request', 'order', 'execute', 'administer'],
  sold: ['request', 'order', 'execute', 'sell'],
  forfeited: ['execute', 'forfeit'],
  returned: ['execute', 'return'],
  destroyed: ['execute', 'destroy'],
  split: ['split'],
};

const first = '2026-01-01';
const dayAfter = (n: number): string =>
  new Date(Date.parse(`${first}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

/** Steps one a day, each of which saw the one before. */
function chain(steps: readonly AssetStep[]): LineStep[] {
  return steps.map((type, at) => ({
    id: `s${at}`,
    type,
    on: dayAfter(at + 1),
    order: String(at).padStart(4, '0'),
    saw: at === 0 ? [] : [`s${at - 1}`],
    annulled: false,
  }));
}

const everything = {
  court: 'J',
  grounds: 'f',
  order: { court: 'J', number: '1', date: first },
  scope: 's',
  place: 'p',
  by: 'x',
  witnesses: [{ name: 't' }],
  inventory: [{ description: 'd' }],
  urgency: 'u',
  registry: 'r',
  custodian: 'c',
  proceeds: { currency: 'BOB', minor: 1 },
  reason: 'm',
  to: 'q',
  method: 'h',
  parts: [1, 2],
};
const situation = (steps: readonly LineStep[], more: Partial<Situation> = {}): Situation => ({
  number: 'N',
  identifiedOn: first,
  steps,
  openClaims: 0,
  today: '2027-01-01',
  ...more,
});
const proposed = (steps: readonly LineStep[], step: AssetStep, more: Partial<Proposed> = {}): Proposed => ({
  step,
  on: '2026-12-31',
  saw: lineOf(steps, first).heads,
  document: 'd',
  said: everything,
  ...more,
});

describe('the course of a measure', () => {
  it.each(assetStages.flatMap((stage) => assetSteps.map((step) => [stage, step] as const)))(
    'from %s: %s',
    (stage, step) => {
      const before = chain(ways[stage]);
      expect(lineOf(before, first).stage).toBe(stage);
      const to = course[stage][step];
      const offered = offersAfter(lineOf(before, first), first).find((offer) => offer.step === step);
      expect(offered?.stage).toBe(to);
      const act = () => requireStep(situation(before), proposed(before, step));
      if (to === undefined)
        return expect(act).toThrow(
          expect.objectContaining({ code: 'seizure.stepNotAllowed', params: { number: 'N', step, stage } }),
        );
      act();
      expect(lineOf(chain([...ways[stage], step]), first).stage).toBe(to);
    },
  );

  it('ends: what left never comes back, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...assetSteps), { maxLength: 30 }), (tried) => {
        let steps: readonly AssetStep[] = [];
        let left: AssetStage | null = null;
        for (const step of tried) {
          const before = chain(steps);
          try {
            requireStep(situation(before), proposed(before, step));
            steps = [...steps, step];
          } catch {
            continue;
          }
          const { stage, broken } = lineOf(chain(steps), first);
          expect(broken).toBeNull();
          // Only what was forfeited may still be destroyed.
          if (left !== null) expect([left, stage]).toEqual(['forfeited', 'destroyed']);
          left = hasLeft(stage) ? stage : null;
        }
      }),
    );
  });
});

describe('an asset from a former register', () => {
  const taken = (to: AssetStage): LineStep => ({
    id: 't',
    type: 'takeOver',
    to,
    on: dayAfter(1),
    order: '0000',
    saw: [],
    annulled: false,
  });

  it.each(takenStages)('stands at %s from the day that is said, and goes on as any other does', (stage) => {
    const line = lineOf([taken(stage)], first);
    expect(line).toMatchObject({ stage, on: dayAfter(1), heads: ['t'], broken: null });
    const way = lineOf(chain(ways[stage]), first);
    expect(offersAfter(line, first).map(({ step }) => step)).toEqual(
      offersAfter(way, first).map(({ step }) => step),
    );
  });

  it('is taken over before anything else, or is in conflict', () => {
    const late = { ...taken('forfeited'), on: dayAfter(9), saw: ['s0'] };
    expect(lineOf([...chain(['request']), late], first)).toMatchObject({ broken: 't' });
  });

  it('is at its beginning again when that is annulled', () => {
    expect(lineOf([{ ...taken('administered'), annulled: true }], first).stage).toBe('identified');
  });
});

describe('a step', () => {
  const ordered = chain(['request', 'order']);

  it.each([
    ['request', 'court'],
    ['order', 'order'],
    ['order', 'scope'],
    ['execute', 'place'],
    ['execute', 'by'],
    ['execute', 'witnesses'],
    ['execute', 'inventory'],
    ['register', 'registry'],
    ['administer', 'custodian'],
    ['administer', 'place'],
    ['sell', 'order'],
    ['sell', 'proceeds'],
    ['sell', 'reason'],
    ['forfeit', 'order'],
    ['return', 'order'],
    ['return', 'to'],
    ['destroy', 'order'],
    ['destroy', 'method'],
    ['destroy', 'witnesses'],
    ['lift', 'reason'],
    ['split', 'parts'],
  ] as const)('%s must say its %s', (step, field) => {
    const before = chain(ways[assetStages.find((stage) => course[stage][step] !== undefined) ?? 'split']);
    for (const nothing of [undefined, null, '', '   ', []]) {
      const said = { ...everything, [field]: nothing };
      expect(() => requireStep(situation(before), proposed(before, step, { said }))).toThrow(
        expect.objectContaining({ code: 'seizure.needed', params: { field } }),
      );
    }
  });

  it('without an order must say why it could not wait', () => {
    const said = { ...everything, urgency: '' };
    for (const before of [[], chain(['request'])])
      expect(() => requireStep(situation(before), proposed(before, 'execute', { said }))).toThrow(
        expect.objectContaining({ code: 'seizure.needed', params: { field: 'urgency' } }),
      );
    requireStep(situation(ordered), proposed(ordered, 'execute', { said }));
  });

  it.each(assetSteps)('%s asks for its document, or does not', (step) => {
    const before = chain(ways[assetStages.find((stage) => course[stage][step] !== undefined) ?? 'split']);
    const act = () => requireStep(situation(before), proposed(before, step, { document: undefined }));
    if (step === 'lift' || step === 'split') act();
    else expect(act).toThrow(expect.objectContaining({ code: 'seizure.documentNeeded' }));
  });

  it('comes neither before the last one nor after today', () => {
    const act = (on: string) => () => requireStep(situation(ordered), proposed(ordered, 'execute', { on }));
    expect(act('2026-01-02')).toThrow(
      expect.objectContaining({
        code: 'seizure.dayBefore',
        params: { field: 'on', day: '2026-01-02', first: '2026-01-03' },
      }),
    );
    expect(act('2027-01-02')).toThrow(expect.objectContaining({ code: 'seizure.dayInFuture' }));
    act('2026-01-03')();
    act('2027-01-01')();
    expect(() => requireStep(situation([]), proposed([], 'request', { on: '2025-12-31' }))).toThrow(
      expect.objectContaining({ code: 'seizure.dayBefore' }),
    );
  });

  it('waits for claims that are not settled, where it would end them', () => {
    const held = chain(ways.administered);
    for (const step of ['forfeit', 'destroy'] as const)
      expect(() => requireStep(situation(held, { openClaims: 2 }), proposed(held, step))).toThrow(
        expect.objectContaining({ code: 'seizure.claimOpen', params: { number: 'N', count: 2 } }),
      );
    requireStep(situation(held, { openClaims: 2 }), proposed(held, 'return'));
  });

  it('must have seen the last one', () => {
    for (const saw of [[], ['s0'], ['s0', 's1'], ['other']])
      expect(() => requireStep(situation(ordered), proposed(ordered, 'execute', { saw }))).toThrow(
        expect.objectContaining({ code: 'call.conflict' }),
      );
  });
});

describe('two steps that did not see each other', () => {
  const held = chain(ways.administered);
  const apart = (id: string, type: AssetStep, on: string): LineStep => ({
    id,
    type,
    on,
    order: id,
    saw: ['s3'],
    annulled: false,
  });
  const both = [...held, apart('x', 'forfeit', '2026-03-01'), apart('y', 'return', '2026-03-02')];

  it('are a conflict, in whatever order they come, until one is annulled', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(both, { minLength: both.length }), (steps) => {
        const line = lineOf(steps, first);
        expect(isInConflict(line)).toBe(true);
        expect(offersAfter(line, first)).toEqual([]);
        expect(() => requireStep(situation(steps), proposed(steps, 'destroy'))).toThrow(
          expect.objectContaining({ code: 'seizure.stepsInConflict' }),
        );
        for (const [id, stage] of [
          ['x', 'returned'],
          ['y', 'forfeited'],
        ] as const) {
          requireDispensable(steps, first, id);
          const settled = lineOf(
            steps.map((step) => (step.id === id ? { ...step, annulled: true } : step)),
            first,
          );
          expect([isInConflict(settled), settled.stage]).toEqual([false, stage]);
        }
      }),
    );
  });
});

describe('a step that is annulled', () => {
  it('leaves the one before it as the last', () => {
    const steps = chain(ways.administered).map((step) => ({ ...step, annulled: step.id === 's3' }));
    expect(lineOf(steps, first)).toMatchObject({ stage: 'executed', heads: ['s2'], broken: null });
  });

  it('in the middle leaves no gap between what saw it and what it saw', () => {
    const steps = chain(['request', 'order', 'execute', 'register', 'administer']);
    requireDispensable(steps, first, 's3');
    const without = steps.map((step) => ({ ...step, annulled: step.id === 's3' }));
    expect(lineOf(without, first)).toMatchObject({ stage: 'administered', heads: ['s4'], broken: null });
  });

  it('stays where a later one could not be without it', () => {
    const steps = chain(['execute', 'administer', 'sell', 'forfeit']);
    for (const id of ['s0'])
      expect(() => requireDispensable(steps, first, id)).toThrow(
        expect.objectContaining({
          code: 'seizure.stillNeeded',
          params: { later: 'administer', on: '2026-01-03' },
        }),
      );
    requireDispensable(steps, first, 's3');
  });

  it('never leaves a measure that could not have gone so', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }), fc.nat(20), (choices, which) => {
        let types: AssetStep[] = [];
        for (const choice of choices) {
          const offers = offersAfter(lineOf(chain(types), first), first);
          const offer = offers[choice % Math.max(1, offers.length)];
          if (offer !== undefined) types = [...types, offer.step];
        }
        const steps = chain(types);
        const id = `s${which % steps.length}`;
        try {
          requireDispensable(steps, first, id);
        } catch {
          return;
        }
        const without = steps.map((step) => ({ ...step, annulled: step.id === id }));
        expect(isInConflict(lineOf(without, first))).toBe(false);
      }),
    );
  });
});

it('stands where it stood on a day', () => {
  const steps = chain(ways.administered);
  const on = (day: string): AssetStage => lineOf(steps, first, day).stage;
  expect(['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05'].map(on)).toEqual([
    'identified',
    'requested',
    'ordered',
    'executed',
    'administered',
  ]);
});
