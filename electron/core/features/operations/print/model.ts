import type { AgentIdentity } from '../model.ts';

interface Paper {
  readonly language: 'es' | 'en';
  readonly timeZone: string;
  readonly office: string;
  readonly number: string;
  readonly printedAt: string;
}

/** The sheet that folds into the paper envelope. */
export interface EnvelopePaperPlan extends Paper {
  readonly form: 'envelope';
  readonly codeName: string;
  readonly caseNumber: string;
  readonly rulings: readonly { readonly court: string; readonly number: string; readonly judge: string }[];
  readonly identity: AgentIdentity;
}

export interface DisclosedEntry {
  readonly position: number;
  readonly how: 'whole' | 'redacted' | 'withheld';
  readonly codeName: string;
  readonly when: string;
  readonly writtenAt: string;
  readonly lateHours: number;
  readonly place: string;
  readonly contact: string;
  readonly text: string;
  readonly persons: readonly string[];
  readonly riskNote: string;
  readonly act: string;
  readonly techniques: readonly string[];
  readonly exhibits: readonly string[];
  /** The position of the entry that it puts right; 0 where it corrects none. */
  readonly corrects: number;
  readonly irregularities: readonly string[];
  readonly why: string;
}

export interface DisclosedIrregularity {
  readonly kind: string;
  readonly codeName: string;
  readonly when: string;
  readonly what: string;
  readonly why: string;
  /** The log entry that it came with; 0 for others. */
  readonly position: number;
}

export interface KeptBack {
  readonly position: number;
  readonly how: 'redacted' | 'withheld';
  readonly what: string;
  readonly reason: string;
  readonly order: string;
}

export interface DisclosedRuling {
  readonly court: string;
  readonly number: string;
  readonly judge: string;
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly grounds: string;
  readonly insufficiency: string;
  readonly acts: readonly string[];
  readonly places: readonly string[];
  readonly persons: readonly string[];
  readonly techniques: readonly string[];
  readonly extensions: readonly string[];
}

/** What is disclosed: the same in the PDF and in the JSON beside it. */
export interface DisclosurePlan extends Paper {
  readonly form: 'disclosure';
  readonly caseNumber: string;
  readonly recipient: string;
  readonly order: string;
  readonly codeNames: readonly string[];
  readonly rulings: readonly DisclosedRuling[];
  readonly gaps: readonly { readonly from: string; readonly until: string }[];
  readonly irregularities: readonly DisclosedIrregularity[];
  readonly entries: readonly DisclosedEntry[];
  readonly keptBack: readonly KeptBack[];
  readonly reports: readonly { readonly when: string; readonly from: string; readonly until: string }[];
  readonly missingReports: readonly string[];
}

export type PrintPlan = EnvelopePaperPlan | DisclosurePlan;
