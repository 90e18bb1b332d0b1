import type { InCase, InCaseAsOf, Method, Nothing, Page } from '../../api/method.ts';
import type { Amendment } from '../../journal/model.ts';
import type { CaseDetail, CaseField, CaseListInput, CaseOpenInput, CaseRow } from './model.ts';

/** What may be called of this register. */
export interface CasesMethods {
  'cases.list': Method<CaseListInput, Page<CaseRow>>;
  /** The id of a case by its id or printed number. */
  'cases.find': Method<{ readonly given: string }, { readonly id: string }>;
  'cases.open': Method<CaseOpenInput, { readonly id: string; readonly number: string }>;
  'cases.show': Method<InCaseAsOf, CaseDetail>;
  'cases.amend': Method<InCase & { readonly amendments: readonly Amendment<CaseField>[] }, Nothing>;
  'cases.join': Method<InCase & { readonly user: string }, Nothing>;
  'cases.leave': Method<InCase & { readonly user: string }, Nothing>;
}
