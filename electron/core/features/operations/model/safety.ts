import type { RiskLevel } from './log.ts';

export interface CheckInPlanInput {
  readonly operation: string;
  readonly agent: string;
  /** The first check-in that is waited for. */
  readonly next: string;
  /** Hours from one to the next; none where each one names the next. */
  readonly everyHours?: number | undefined;
  /** Minutes of waiting before the alarm. */
  readonly grace: number;
  readonly note?: string | undefined;
}

export interface CheckInInput {
  readonly operation: string;
  readonly agent: string;
  readonly when: string;
  readonly how: string;
  readonly well: boolean;
  readonly note?: string | undefined;
  /** When the next is waited for, where it is not the schedule's; null ends the waiting. */
  readonly next?: string | null | undefined;
}

export interface CheckInState {
  readonly agent: string;
  readonly codeName: string;
  /** The next that is waited for; empty where none is. */
  readonly next: string;
  readonly everyHours: number;
  readonly grace: number;
  readonly late: boolean;
}

export interface CheckInRow {
  readonly id: string;
  readonly codeName: string;
  readonly when: string;
  readonly how: string;
  readonly well: boolean;
  readonly note: string;
  /** Which one was waited for; empty where none was. */
  readonly due: string;
  readonly lateMinutes: number;
  readonly writtenAt: string;
  readonly author: string;
}

/** A check-in that did not come, of an operation of the person asking. */
export interface CheckInAlarm {
  readonly operation: string;
  readonly number: string;
  readonly agent: string;
  readonly codeName: string;
  readonly due: string;
  readonly plan: string;
}

export interface PlanRow {
  readonly version: number;
  readonly text: string;
  readonly contacts: string;
  readonly wayOut: string;
  readonly writtenAt: string;
  readonly author: string;
}

export interface RiskRow {
  readonly level: RiskLevel;
  readonly codeName: string;
  readonly factors: string;
  readonly measures: string;
  readonly when: string;
  readonly writtenAt: string;
  readonly author: string;
}

export interface SafetyShown {
  readonly states: readonly CheckInState[];
  readonly checkIns: readonly CheckInRow[];
  /** The latest first. */
  readonly plans: readonly PlanRow[];
  readonly risks: readonly RiskRow[];
}

export const endingSteps = [
  'equipmentReturned',
  'moneySettled',
  'lastReport',
  'envelopeInCustody',
  'agentDebriefed',
  'checkInsEnded',
] as const;
export type EndingStep = (typeof endingSteps)[number];

export interface EndingItem {
  readonly step: EndingStep;
  readonly done: boolean;
  /** What is open: things, balances, code names. */
  readonly open: readonly string[];
  /** Why it ended with this open. */
  readonly reason: string;
}
