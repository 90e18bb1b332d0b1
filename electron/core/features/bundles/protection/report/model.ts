import type { Finding, KeptKind, Unchecked, WithheldWhy } from '../model.ts';

/** A line of the report: what was taken out of which exhibit, never the words themselves. */
export interface ReportedFinding {
  readonly exhibit: string;
  /** Page of the exhibit, from 1 on; null where it is on no page. */
  readonly page: number | null;
  /** The number printed on that page of the bundle; empty where there is none. */
  readonly foja: string;
  readonly kind: Finding['kind'];
  /** `Víctima 1`; empty where it was marked by hand. */
  readonly mark: string;
  readonly count: number;
  /** With its law, in the office's words. */
  readonly ground: string;
}

/** All that the report says, as it stands in `data/reservas.json`. */
export interface Report {
  readonly language: 'es' | 'en';
  readonly timeZone: string;
  readonly office: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly audience: string;
  readonly exportedAt: string;
  readonly exportedBy: string;
  readonly rules: readonly {
    readonly id: string;
    readonly name: string;
    readonly keptBack: readonly string[];
    readonly source: string;
    readonly checked: string;
    readonly status: 'read' | 'toConfirm';
  }[];
  readonly people: readonly {
    readonly mark: string;
    readonly kinds: readonly (KeptKind | 'face' | 'voice')[];
    readonly sealed: 'none' | 'opened' | 'mine' | 'others';
  }[];
  /** How many ways of writing were looked for, and looked for again in the finished files. */
  readonly terms: number;
  readonly redactions: readonly ReportedFinding[];
  readonly withheld: readonly { readonly exhibit: string; readonly why: WithheldWhy | 'unprintable' }[];
  readonly notChecked: readonly {
    readonly exhibit: string;
    readonly why: Unchecked['why'];
    /** From 1 on; none where it is the whole file. */
    readonly pages: readonly number[];
  }[];
}
