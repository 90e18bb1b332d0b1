import type { IrregularityKind } from './irregularities.ts';

export const riskLevels = ['none', 'low', 'medium', 'high', 'critical'] as const;
export type RiskLevel = (typeof riskLevels)[number];

export interface LogPerson {
  readonly name: string;
  /** The item of the ruling's scope that the person is. */
  readonly scope?: string | undefined;
  /** Whether the act was aimed at this person. */
  readonly target: boolean;
}

interface LogSaid {
  readonly agent: string;
  readonly when: string;
  readonly place: string;
  /** How the agent was in contact: in person, by telephone… */
  readonly contact: string;
  readonly text: string;
  readonly persons: readonly LogPerson[];
  readonly exhibits: readonly string[];
  readonly risk: RiskLevel;
  readonly riskNote: string;
}

export interface LogInput {
  readonly operation: string;
  readonly agent: string;
  readonly when: string;
  readonly place: string;
  /** The item of the ruling's scope that the place is. */
  readonly scopePlace?: string | undefined;
  readonly contact?: string | undefined;
  readonly text: string;
  readonly persons?: readonly LogPerson[] | undefined;
  readonly exhibits?: readonly string[] | undefined;
  readonly techniques?: readonly string[] | undefined;
  readonly risk?: RiskLevel | undefined;
  readonly riskNote?: string | undefined;
  /** The assigned act; without one nothing is done but what is irregular. */
  readonly assignment?: string | undefined;
  /** The entry that this one puts right; the old one stays. */
  readonly corrects?: string | undefined;
  /** It happened outside scope or time: why. Without it such an entry is refused. */
  readonly irregular?: string | undefined;
}

export interface LogRow extends LogSaid {
  readonly id: string;
  readonly position: number;
  readonly codeName: string;
  readonly scopePlace: string;
  readonly techniques: readonly string[];
  readonly assignment: string;
  readonly act: string;
  readonly writtenAt: string;
  readonly author: string;
  /** Hours between the two moments where they are more than the pack's term; else 0. */
  readonly lateHours: number;
  readonly corrects: string;
  readonly correctedBy: readonly string[];
  readonly exhibitNumbers: readonly string[];
  readonly irregularities: readonly IrregularityKind[];
  readonly irregular: string;
}

export interface ReportInput {
  readonly operation: string;
  readonly when: string;
  readonly from: string;
  readonly until: string;
  readonly done: string;
  readonly planned: string;
  readonly learned: string;
  readonly document?: string | undefined;
}

export interface ReportRow {
  readonly id: string;
  readonly when: string;
  readonly from: string;
  readonly until: string;
  readonly done: string;
  readonly planned: string;
  readonly learned: string;
  readonly document: string;
  readonly writtenAt: string;
  readonly author: string;
}

export interface ReportsShown {
  readonly reports: readonly ReportRow[];
  /** By when the next one is due; empty where none is. */
  readonly next: string;
  /** Days on which one was due and none had come. */
  readonly missing: readonly string[];
}

/** A fact or charge and what it stands on. */
export interface ChargeInput {
  readonly operation: string;
  /** To say anew what one stands on. */
  readonly charge?: string | undefined;
  readonly text: string;
  readonly offence?: string | undefined;
  readonly proofs: readonly Proof[];
}

/** `log`: an entry of the log; `agent`: the agent's testimony; `exhibit`: an exhibit of the case; `other`: told in words. */
export interface Proof {
  readonly kind: 'log' | 'agent' | 'exhibit' | 'other';
  /** The entry, the agent, the exhibit; empty for `other`. */
  readonly id: string;
  readonly text: string;
}

export interface ChargeRow {
  readonly id: string;
  readonly text: string;
  readonly offence: string;
  readonly proofs: readonly (Proof & { readonly label: string })[];
  /** Nothing but the agent's word: no conviction can be founded on it. */
  readonly agentAlone: boolean;
  readonly writtenAt: string;
  readonly author: string;
  readonly versions: number;
}
