import type { AgentRow } from './agents.ts';
import type { Assignment, Authorisation, Gap } from './authority.ts';
import type { Condition } from './irregularities.ts';

export const memberRoles = ['prosecutor', 'handler', 'investigator', 'other'] as const;
export type MemberRole = (typeof memberRoles)[number];

export interface OperationMember {
  readonly user: string;
  readonly name: string;
  readonly as: MemberRole;
  readonly since: string;
}

export type OperationState = 'open' | 'ended';

/** A line of the list: only operations of which the person asking is a member. */
export interface OperationRow {
  readonly id: string;
  /** Drawn at random, so that a number does not tell how many operations there are. */
  readonly number: string;
  readonly name: string;
  readonly case: string;
  readonly caseNumber: string;
  readonly state: OperationState;
  /** What the person asking is in it. */
  readonly as: MemberRole;
  /** How the authorisation stands today. */
  readonly authority: Authority;
  /** Until when what is in force reaches; empty without one. */
  readonly until: string;
  readonly codeNames: readonly string[];
  readonly irregularities: number;
  /** The next check-in that is waited for, the latest first; empty without one. */
  readonly nextCheckIn: string;
  readonly changedAt: string;
}

/** `none`: never authorised; `coming`: begins later; `expired`: the last one is over. */
export type Authority = 'none' | 'coming' | 'inForce' | 'expired';

export interface OperationDetail {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly purpose: string;
  readonly case: string;
  readonly caseNumber: string;
  readonly state: OperationState;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly endedAt: string;
  readonly as: MemberRole;
  readonly members: readonly OperationMember[];
  /** Whether the case's team may know that sealed material exists. */
  readonly caseTold: boolean;
  readonly authority: Authority;
  readonly authorisations: readonly Authorisation[];
  readonly assignments: readonly Assignment[];
  /** Days of the operation's life that no authorisation covers. */
  readonly gaps: readonly Gap[];
  readonly agents: readonly AgentRow[];
  /** What the law asks, and what is there. */
  readonly conditions: readonly Condition[];
  readonly irregularities: number;
}
