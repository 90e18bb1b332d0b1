/** What the law asks of an agent and is looked up or signed before the work begins. */
export const agentChecks = [
  'policeMember',
  'specialised',
  'criminalRecord',
  'disciplinaryRecord',
  'consent',
] as const;
export type AgentCheck = (typeof agentChecks)[number];

/** Where the paper lies. In the envelope where it names the agent: an exhibit of the case is read by its whole team. */
export const paperPlaces = ['envelope', 'exhibit', 'paper'] as const;
export type PaperPlace = (typeof paperPlaces)[number];

export interface AgentCheckRow {
  readonly check: AgentCheck;
  /** Whether it speaks for the agent: is a member, has no record, consents. */
  readonly holds: boolean;
  readonly day: string;
  readonly where: PaperPlace;
  readonly exhibit: string;
  readonly note: string;
  readonly writtenAt: string;
  readonly author: string;
}

export interface AgentCheckInput {
  readonly operation: string;
  readonly agent: string;
  readonly check: AgentCheck;
  readonly holds: boolean;
  readonly day: string;
  readonly where: PaperPlace;
  readonly exhibit?: string | undefined;
  readonly note?: string | undefined;
}

/** Somebody who holds an envelope and is no user of the program: the judge. */
export interface OutsideHolder {
  readonly name: string;
  /** `age1…` */
  readonly recipient: string;
}

export interface EnvelopeRow {
  readonly seal: string;
  readonly holders: readonly { readonly user: string; readonly name: string }[];
  readonly outside: readonly OutsideHolder[];
  readonly mine: boolean;
  readonly sealedAt: string;
  readonly sealedBy: string;
  /** Every opening, print, copy and hand-over of it, the latest first. */
  readonly history: readonly EnvelopeEvent[];
}

export type EnvelopeAct = 'sealed' | 'resealed' | 'opened' | 'printed' | 'copied' | 'handed';

export interface EnvelopeEvent {
  readonly act: EnvelopeAct;
  readonly at: string;
  readonly author: string;
  /** The reason; who took the paper envelope, for `handed`. */
  readonly reason: string;
}

export interface AgentRow {
  readonly id: string;
  readonly codeName: string;
  readonly addedAt: string;
  readonly addedBy: string;
  /** Checks as they stand: the last one said of each. */
  readonly checks: readonly AgentCheckRow[];
  readonly envelope: EnvelopeRow | null;
  readonly debriefed: { readonly when: string; readonly by: string; readonly note: string } | null;
}

/** A picture or paper inside the envelope. */
export interface EnvelopePaper {
  readonly what: 'photograph' | 'consent' | 'record' | 'other';
  readonly title: string;
  readonly type: 'image/jpeg' | 'image/png' | 'application/pdf';
  /** base64 */
  readonly content: string;
}

/** What lies in the envelope, apart from the case file: readable by its holders only. */
export interface AgentIdentity {
  readonly trueName: string;
  readonly trueDocument: string;
  readonly rank: string;
  readonly unit: string;
  readonly assumedName: string;
  readonly assumedDocument: string;
  readonly legend: string;
  readonly notes: string;
  readonly papers: readonly EnvelopePaper[];
}

export interface SealInput {
  readonly operation: string;
  readonly agent: string;
  readonly identity: AgentIdentity;
  readonly holders: readonly string[];
  readonly outside?: readonly OutsideHolder[] | undefined;
  /** Why, where an envelope is there already. */
  readonly reason?: string | undefined;
}

export interface OpenEnvelopeInput {
  readonly operation: string;
  readonly agent: string;
  readonly reason: string;
  readonly passphrase: string;
}
