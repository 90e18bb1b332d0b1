import type { ScopeInput } from '../../../../electron/core/features/operations/model.ts';

/** A scope while it is typed. */
export interface ScopeDraft {
  readonly acts: readonly Kinded[];
  readonly places: readonly Worded[];
  readonly persons: readonly Worded[];
  readonly techniques: readonly Kinded[];
}
export interface Kinded {
  readonly kind: string;
  readonly text: string;
}
export interface Worded {
  readonly text: string;
}

export const noAct: Kinded = { kind: '', text: '' };
export const noWord: Worded = { text: '' };
export const emptyScope: ScopeDraft = { acts: [], places: [], persons: [], techniques: [] };

/** The scope as the core takes it: lines that nobody filled are left out. */
export function scopeOf({ acts, places, persons, techniques }: ScopeDraft): ScopeInput {
  const kinded = (rows: readonly Kinded[]) =>
    rows.filter(({ kind }) => kind !== '').map(({ kind, text }) => ({ kind, text: text.trim() }));
  const worded = (rows: readonly Worded[]) =>
    rows.map(({ text }) => text.trim()).filter((text) => text !== '');
  return {
    acts: kinded(acts),
    places: worded(places),
    persons: worded(persons),
    techniques: kinded(techniques),
  };
}
