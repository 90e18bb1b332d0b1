import type { Money } from '../../money/model.ts';

/** Days are 'yyyy-MM-dd', moments ISO with offset. Names are in entries for ever. */

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

// ---- authorisations ------------------------------------------------------------------------------------------------

/** One thing that a ruling allows or names. `kind` is an id of the pack for acts and techniques, empty otherwise. */
export interface ScopeItem {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
}

/** What a ruling covers. A part that is empty was left open by the court, acts excepted: what is not named is not allowed. */
export interface Scope {
  readonly acts: readonly ScopeItem[];
  readonly places: readonly ScopeItem[];
  readonly persons: readonly ScopeItem[];
  readonly techniques: readonly ScopeItem[];
}

export interface ScopeInput {
  readonly acts: readonly { readonly kind: string; readonly text: string }[];
  readonly places?: readonly string[] | undefined;
  readonly persons?: readonly string[] | undefined;
  readonly techniques?: readonly { readonly kind: string; readonly text: string }[] | undefined;
}

/** What the prosecutor asked the judge for, on the prosecutor's own responsibility. */
export interface Application {
  readonly by: string;
  readonly day: string;
  readonly ownResponsibility: boolean;
}

export interface AuthorisationInput {
  readonly operation: string;
  readonly court: string;
  readonly number: string;
  readonly judge: string;
  /** The day of the ruling. */
  readonly day: string;
  readonly from: string;
  /** The last day that is covered. */
  readonly until: string;
  readonly grounds: string;
  /** Why other evidence is missing or insufficient. */
  readonly insufficiency: string;
  readonly application: Application;
  readonly scope: ScopeInput;
  /** The exhibit that is the ruling. */
  readonly document?: string | undefined;
  /** Days from one report to the next, where the ruling says so; else the pack's. */
  readonly reportEvery?: number | undefined;
}

export interface Extension {
  readonly id: string;
  readonly number: string;
  readonly judge: string;
  readonly day: string;
  readonly until: string;
  readonly grounds: string;
  readonly document: string;
  readonly writtenAt: string;
  readonly author: string;
}

export interface ExtensionInput {
  readonly operation: string;
  readonly authorisation: string;
  readonly number: string;
  readonly judge: string;
  readonly day: string;
  /** Not before the present end; the same day where only the scope is widened. */
  readonly until: string;
  readonly grounds: string;
  /** What the ruling adds to the scope. */
  readonly adds?: ScopeInput | undefined;
  readonly document?: string | undefined;
}

export interface Authorisation {
  readonly id: string;
  readonly court: string;
  readonly number: string;
  readonly judge: string;
  readonly day: string;
  readonly from: string;
  /** With its extensions. */
  readonly until: string;
  readonly grounds: string;
  readonly insufficiency: string;
  readonly application: Application;
  readonly scope: Scope;
  readonly document: string;
  readonly reportEvery: number;
  readonly extensions: readonly Extension[];
  readonly writtenAt: string;
  readonly author: string;
}

export interface Gap {
  readonly from: string;
  /** The last day; empty where it goes on. */
  readonly until: string;
}

/** An act that the court allows, given to one agent. */
export interface Assignment {
  readonly id: string;
  readonly agent: string;
  readonly codeName: string;
  readonly authorisation: string;
  readonly authorisationNumber: string;
  /** The item of the ruling's scope. */
  readonly act: ScopeItem;
  readonly instruction: string;
  readonly from: string;
  readonly until: string;
  readonly writtenAt: string;
  readonly author: string;
}

export interface AssignmentInput {
  readonly operation: string;
  readonly agent: string;
  readonly authorisation: string;
  readonly act: string;
  readonly instruction: string;
  readonly from: string;
  readonly until: string;
}

// ---- the agent -----------------------------------------------------------------------------------------------------

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

/** A condition of the law as it stands: met, not met, or not yet to be told. */
export interface Condition {
  /** Id in the pack's `operation-conditions.json`. */
  readonly id: string;
  readonly met: boolean;
  /** What it is about where it is one of several: a code name, a ruling's number. */
  readonly label: string;
  /** Whose warning it is: `missing` nothing is there; `against` what is there speaks against it. */
  readonly how: 'there' | 'missing' | 'against';
}

// ---- irregularities ------------------------------------------------------------------------------------------------

export const irregularityKinds = [
  'outsideTime',
  'notAssigned',
  'assignmentOver',
  'placeOutside',
  'personOutside',
  'techniqueOutside',
  'overspent',
  'countDiffers',
  'afterEnd',
  'excess',
  'declared',
] as const;
export type IrregularityKind = (typeof irregularityKinds)[number];

/** What was outside scope, time or account and happened anyway. It can be explained beside, never taken away. */
export interface IrregularityRow {
  readonly id: string;
  readonly kind: IrregularityKind;
  /** What it came with. */
  readonly of: 'log' | 'money' | 'count' | 'declared';
  /** The log entry, movement or count. */
  readonly subject: string;
  readonly codeName: string;
  readonly when: string;
  /** What exactly: a place, a technique, an amount. */
  readonly what: string;
  /** Why it was written down anyway, in the words of who did. */
  readonly why: string;
  readonly writtenAt: string;
  readonly author: string;
}

export interface IrregularityInput {
  readonly operation: string;
  readonly kind: 'excess' | 'declared';
  readonly agent?: string | undefined;
  readonly when: string;
  readonly what: string;
  readonly why: string;
}

// ---- the log -------------------------------------------------------------------------------------------------------

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

// ---- money and things ----------------------------------------------------------------------------------------------

export const movementKinds = ['issued', 'spent', 'returned'] as const;
export type MovementKind = (typeof movementKinds)[number];

export interface MovementInput {
  readonly operation: string;
  readonly agent: string;
  readonly kind: MovementKind;
  readonly amount: Money;
  readonly when: string;
  readonly what: string;
  /** The exhibit that is the receipt. */
  readonly receipt?: string | undefined;
  /** Why there is none, for what was spent. */
  readonly noReceipt?: string | undefined;
  /** What a controlled purchase brought. */
  readonly purchased?: readonly string[] | undefined;
  /** More was spent or returned than the agent had: why it is written down anyway. Without it such a movement is refused. */
  readonly irregular?: string | undefined;
}

export interface MovementRow {
  readonly id: string;
  readonly agent: string;
  readonly codeName: string;
  readonly kind: MovementKind;
  readonly amount: Money;
  readonly when: string;
  readonly what: string;
  readonly receipt: string;
  readonly receiptNumber: string;
  readonly noReceipt: string;
  readonly purchased: readonly string[];
  readonly purchasedNumbers: readonly string[];
  /** What the agent has after it, in the order in which things happened. */
  readonly balance: Money;
  readonly irregularities: readonly IrregularityKind[];
  readonly writtenAt: string;
  readonly author: string;
}

export interface Balance {
  readonly agent: string;
  readonly codeName: string;
  readonly currency: string;
  readonly issued: number;
  readonly spent: number;
  readonly returned: number;
  /** Issued less spent and returned, in minor units. */
  readonly balance: number;
  /** What the last count found more (or less) than the books said. */
  readonly difference: number;
}

export interface CountInput {
  readonly operation: string;
  readonly agent: string;
  readonly when: string;
  readonly counted: Money;
  readonly present: string;
  /** Asked for where the count differs. */
  readonly note?: string | undefined;
}

export interface CountRow {
  readonly id: string;
  readonly agent: string;
  readonly codeName: string;
  readonly when: string;
  readonly counted: Money;
  readonly expected: number;
  /** Counted less expected: shown for ever. */
  readonly difference: number;
  readonly present: string;
  readonly note: string;
  readonly writtenAt: string;
  readonly author: string;
}

export interface MoneyShown {
  readonly balances: readonly Balance[];
  readonly movements: readonly MovementRow[];
  readonly counts: readonly CountRow[];
}

export interface EquipmentInput {
  readonly operation: string;
  readonly agent: string;
  readonly kind: 'coverDocument' | 'equipment';
  /** In words that do not tell a name. */
  readonly what: string;
  readonly serial?: string | undefined;
  readonly issuedOn: string;
  readonly dueBack: string;
}

export interface EquipmentRow {
  readonly id: string;
  readonly agent: string;
  readonly codeName: string;
  readonly kind: 'coverDocument' | 'equipment';
  readonly what: string;
  readonly serial: string;
  readonly issuedOn: string;
  readonly dueBack: string;
  readonly returnedOn: string;
  readonly condition: string;
  readonly overdue: boolean;
  readonly author: string;
}

// ---- safety --------------------------------------------------------------------------------------------------------

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

// ---- the end -------------------------------------------------------------------------------------------------------

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

// ---- disclosure ----------------------------------------------------------------------------------------------------

export interface DisclosureOrder {
  readonly authority: string;
  readonly number: string;
  readonly day: string;
}

/** What is done with one entry of the log. */
export interface Disclosed {
  readonly log: string;
  readonly how: 'whole' | 'redacted' | 'withheld';
  /** Words blacked out, here and wherever else they stand: a name that is black on one page and plain on the next is not hidden. */
  readonly words?: readonly string[] | undefined;
  /** Fields blacked out whole. */
  readonly fields?: readonly ('place' | 'contact' | 'text' | 'persons' | 'riskNote')[] | undefined;
  readonly reason?: string | undefined;
  /** By whose order it is kept back. */
  readonly order?: DisclosureOrder | undefined;
}

export interface DisclosureInput {
  readonly operation: string;
  /** For whom: the court, the defence. */
  readonly recipient: string;
  readonly order: DisclosureOrder;
  /** Every entry of the log, decided one by one; one that is not named is refused. */
  readonly entries: readonly Disclosed[];
  readonly language?: 'es' | 'en' | undefined;
  readonly folder?: string | undefined;
}

export interface DisclosureRow {
  readonly id: string;
  readonly recipient: string;
  readonly order: DisclosureOrder;
  readonly shown: number;
  readonly redacted: number;
  readonly withheld: number;
  readonly sha256: string;
  readonly at: string;
  readonly author: string;
}

export interface WrittenFile {
  readonly path: string;
  readonly name: string;
  readonly pages: number;
}
