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
