import { CustodiaError } from '../../api/errors.ts';
import type { AssetStage, AssetStep, EventType, LineType, StepField, StepOffer } from './model.ts';
import { assetSteps } from './model.ts';

interface Rule {
  /** From which stage to which. */
  readonly leads: Readonly<Partial<Record<AssetStage, AssetStage>>>;
  readonly required: readonly StepField[];
  readonly document: 'required' | 'optional';
  /** Whether it is the prosecutor's to decide. */
  readonly decides: boolean;
}

const inHand = (to: AssetStage): Rule['leads'] => ({ executed: to, registered: to, administered: to });
/** What leaves everything where it is. */
const staying: Rule['leads'] = {
  executed: 'executed',
  registered: 'registered',
  administered: 'administered',
};

/**
 * The course of a measure: which step may follow where, what it must say, and whether its document must be an exhibit of
 * the case. What the law calls each is in the jurisdiction pack.
 */
export const rules: Readonly<Record<AssetStep, Rule>> = {
  // After an urgent execution it asks for its confirmation, and changes nothing else.
  request: {
    leads: { identified: 'requested', ...staying },
    required: ['court'],
    document: 'required',
    decides: false,
  },
  // A further order confirms or renews the measure where it stands.
  order: {
    leads: { requested: 'ordered', ordered: 'ordered', ...staying },
    required: ['order', 'scope'],
    document: 'required',
    decides: true,
  },
  execute: {
    leads: { identified: 'executed', requested: 'executed', ordered: 'executed' },
    required: ['place', 'by', 'witnesses', 'inventory'],
    document: 'required',
    decides: false,
  },
  register: {
    leads: { executed: 'registered', registered: 'registered', administered: 'administered' },
    required: ['registry'],
    document: 'required',
    decides: false,
  },
  administer: {
    leads: inHand('administered'),
    required: ['custodian', 'place'],
    document: 'required',
    decides: false,
  },
  sell: {
    leads: inHand('sold'),
    required: ['order', 'proceeds', 'reason'],
    document: 'required',
    decides: true,
  },
  forfeit: {
    leads: { ...inHand('forfeited'), sold: 'forfeited' },
    required: ['order'],
    document: 'required',
    decides: true,
  },
  return: {
    leads: { ...inHand('returned'), sold: 'returned' },
    required: ['order', 'to'],
    document: 'required',
    decides: true,
  },
  destroy: {
    leads: { ...inHand('destroyed'), forfeited: 'destroyed' },
    required: ['order', 'method', 'witnesses'],
    document: 'required',
    decides: true,
  },
  lift: {
    leads: { requested: 'identified', ordered: 'identified' },
    required: ['reason'],
    document: 'optional',
    decides: true,
  },
  split: {
    leads: {
      identified: 'split',
      requested: 'split',
      ordered: 'split',
      ...inHand('split'),
      sold: 'split',
    },
    required: ['reason', 'parts'],
    document: 'optional',
    decides: false,
  },
};

/** Stages after which the asset is no longer the office's to answer for. */
const gone: readonly AssetStage[] = ['forfeited', 'returned', 'destroyed', 'split'];
export function hasLeft(stage: AssetStage): boolean {
  return gone.includes(stage);
}

/** Stages in which it is in hand: somebody keeps it, it costs, and its condition can be looked at. */
const held: readonly AssetStage[] = ['executed', 'registered', 'administered'];
export function isHeld(stage: AssetStage): boolean {
  return held.includes(stage);
}

export function isStep(type: EventType): type is LineType {
  return type === 'takeOver' || assetSteps.some((step) => step === type);
}

export function decides(type: EventType): boolean {
  return type !== 'takeOver' && isStep(type) && rules[type].decides;
}

/** A step as the rules look at it. */
export interface LineStep {
  readonly id: string;
  readonly type: LineType;
  /** Where a take-over leads: no rule says so, but the former register. */
  readonly to?: AssetStage;
  readonly on: string;
  /** What orders steps of one day: when it was written, then its entry. */
  readonly order: string;
  readonly saw: readonly string[];
  readonly annulled: boolean;
}

/** In the order in which they happened; those of one day as they were written. */
export function inOrder<T extends { readonly on: string; readonly order: string }>(
  events: readonly T[],
): T[] {
  return events.toSorted((a, b) => compare(a.on, b.on) || compare(a.order, b.order));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface Line {
  readonly stage: AssetStage;
  readonly on: string;
  /** The steps that nothing has followed: more than one where two did not see each other. */
  readonly heads: readonly string[];
  /** The first step that could not follow what was before it; null where all could. */
  readonly broken: string | null;
  /** The stage that each step led to. */
  readonly stages: ReadonlyMap<string, AssetStage>;
}

/** How the measure stands after these steps, up to a day. Annulled ones count for nothing but what others saw past them. */
export function lineOf(steps: readonly LineStep[], identifiedOn: string, until = ''): Line {
  let stage: AssetStage = 'identified';
  let on = identifiedOn;
  let broken: string | null = null;
  const stages = new Map<string, AssetStage>();
  const line = inOrder(steps).filter((step) => !step.annulled && (until === '' || step.on <= until));
  for (const step of line) {
    const next = leadOf(step, stage);
    if (next === undefined) broken ??= step.id;
    // What was written stands, even where it can't have followed: then it is shown as the conflict that it is.
    const led: AssetStage = next ?? resultOf(step);
    // A step that changes no stage does not move the day since which it stands.
    if (led !== stage) on = step.on;
    stage = led;
    stages.set(step.id, stage);
  }
  const seen = seenBy(line, steps);
  const heads = line.map(({ id }) => id).filter((id) => !seen.has(id));
  return { stage, on, heads, broken, stages };
}

/** Everything that these steps saw, and what stands behind it, through annulled steps too. */
function seenBy(line: readonly LineStep[], all: readonly LineStep[]): Set<string> {
  const byId = new Map(all.map((step) => [step.id, step]));
  const seen = new Set<string>();
  const open = line.flatMap(({ saw }) => saw);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(byId.get(id)?.saw ?? []));
  }
  return seen;
}

/** Where a step leads from a stage; undefined where it can't follow. Only what nothing has happened to yet is taken over. */
function leadOf({ type, to }: LineStep, stage: AssetStage): AssetStage | undefined {
  if (type === 'takeOver') return stage === 'identified' ? to : undefined;
  return rules[type].leads[stage];
}

/** Where a step leads that comes from where it may. */
function resultOf({ type, to }: LineStep): AssetStage {
  if (type === 'takeOver') return to ?? 'identified';
  const leads = Object.entries(rules[type].leads);
  const moving = leads.find(([from, to]) => from !== to) ?? leads[0];
  return moving?.[1] ?? 'identified';
}

/** Two steps that did not see each other, or one that can't have followed. */
export function isInConflict(line: Line): boolean {
  return line.heads.length > 1 || line.broken !== null;
}

export interface Proposed {
  readonly step: AssetStep;
  readonly on: string;
  readonly saw: readonly string[];
  readonly document?: string | undefined;
  /** What it says, by field: a field that is missing or empty says nothing. */
  readonly said: Readonly<Partial<Record<StepField, unknown>>>;
}

export interface Situation {
  readonly number: string;
  readonly identifiedOn: string;
  readonly steps: readonly LineStep[];
  readonly openClaims: number;
  readonly today: string;
}

/**
 * Refuses a step that can't follow, that did not see what is there, that does not say what it must, or whose day cannot
 * be.
 *
 * @throws `seizure.stepsInConflict`, `call.conflict`, `seizure.stepNotAllowed`, `seizure.needed`,
 *   `seizure.documentNeeded`, `seizure.claimOpen`, `seizure.dayInFuture`, `seizure.dayBefore`
 */
export function requireStep(situation: Situation, proposed: Proposed): void {
  const { number, steps, identifiedOn, today } = situation;
  const { step, on } = proposed;
  const line = lineOf(steps, identifiedOn);
  if (isInConflict(line)) throw new CustodiaError('seizure.stepsInConflict', { number });
  const saw = new Set(proposed.saw);
  if (saw.size !== line.heads.length || line.heads.some((id) => !saw.has(id)))
    throw new CustodiaError('call.conflict', { what: 'asset' });
  if (rules[step].leads[line.stage] === undefined)
    throw new CustodiaError('seizure.stepNotAllowed', { number, step, stage: line.stage });
  for (const field of neededBy(step, line.stage)) if (saysNothing(proposed.said[field])) needs(field);
  if (rules[step].document === 'required' && proposed.document === undefined)
    throw new CustodiaError('seizure.documentNeeded', { step });
  if ((step === 'forfeit' || step === 'destroy') && situation.openClaims > 0)
    throw new CustodiaError('seizure.claimOpen', { number, count: situation.openClaims });
  requirePast('on', on, today);
  const last = lastDay(steps, identifiedOn);
  requireNotBefore('on', on, last);
}

/** The day of the last step: no other comes before it. */
export function lastDay(steps: readonly LineStep[], identifiedOn: string): string {
  return inOrder(steps.filter(({ annulled }) => !annulled)).at(-1)?.on ?? identifiedOn;
}

/** An execution without an order before it must say why it could not wait. */
export function neededBy(step: AssetStep, stage: AssetStage): readonly StepField[] {
  const { required } = rules[step];
  return step === 'execute' && stage !== 'ordered' ? [...required, 'urgency'] : required;
}

function saysNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

export function needs(field: string): never {
  throw new CustodiaError('seizure.needed', { field });
}

/** Refuses a day after today. */
export function requirePast(field: string, day: string, today: string): void {
  if (day > today) throw new CustodiaError('seizure.dayInFuture', { field, day });
}

export function requireNotBefore(field: string, day: string, first: string): void {
  if (day < first) throw new CustodiaError('seizure.dayBefore', { field, day, first });
}

/** The steps that may follow now. */
export function offersAfter(line: Line, last: string): StepOffer[] {
  if (isInConflict(line)) return [];
  return assetSteps.flatMap((step) => {
    const stage = rules[step].leads[line.stage];
    if (stage === undefined) return [];
    const { document, decides } = rules[step];
    return [{ step, stage, required: neededBy(step, line.stage), document, decides, notBefore: last }];
  });
}

/**
 * Refuses to annul a step without which a later one could not have followed. Where the line is in conflict already,
 * anything may go that mends it.
 */
export function requireDispensable(steps: readonly LineStep[], identifiedOn: string, id: string): void {
  if (isInConflict(lineOf(steps, identifiedOn))) return;
  const without = lineOf(
    steps.map((step) => (step.id === id ? { ...step, annulled: true } : step)),
    identifiedOn,
  );
  if (without.broken === null) return;
  const later = steps.find((step) => step.id === without.broken);
  throw new CustodiaError('seizure.stillNeeded', { later: later?.type ?? '', on: later?.on ?? '' });
}
