import type { Fields } from '../../journal/model.ts';

export const caseFields = [
  'title',
  'summary',
  'offences',
  'stage',
  'status',
  'openedOn',
  'court',
  'courtNumber',
  'notes',
] as const;
export type CaseField = (typeof caseFields)[number];

export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly stage: string;
  readonly status: string;
  readonly offences: readonly string[];
  readonly openedOn: string;
  readonly exhibits: number;
  readonly people: number;
  readonly team: readonly string[];
  readonly changedAt: string;
  readonly conflicts: number;
}

export type CaseSort = 'number' | 'title' | 'stage' | 'status' | 'openedOn' | 'changedAt';

export interface CaseListInput {
  readonly text?: string | undefined;
  readonly stage?: string | undefined;
  readonly status?: string | undefined;
  readonly offence?: string | undefined;
  readonly sort: CaseSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface TeamMember {
  readonly user: string;
  readonly name: string;
  readonly since: string;
}

export interface CaseDetail {
  readonly id: string;
  readonly number: string;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly fields: Fields<CaseField>;
  readonly team: readonly TeamMember[];
  readonly exhibits: number;
  readonly people: number;
  readonly assets: number;
}

export interface CaseOpenInput {
  readonly title: string;
  readonly summary?: string | undefined;
  readonly offences?: readonly string[] | undefined;
  readonly stage?: string | undefined;
  readonly status?: string | undefined;
  /** yyyy-MM-dd */
  readonly openedOn?: string | undefined;
  readonly court?: string | undefined;
  readonly courtNumber?: string | undefined;
  readonly notes?: string | undefined;
}
