import { randomUUID } from 'node:crypto';
import { CustodiaError } from '../../../api/errors.ts';
import type { WriteContext } from '../../../api/procedure.ts';
import type { Sql } from '../../../vault/database/sql.ts';
import { listProfiles } from '../compose/profile.ts';
import type { Composition } from '../model.ts';
import { bundleDrafted } from './entries.ts';
import { withLate } from './late.ts';
import { givenOut, numberIn, requireExhibits, requireFreeName, showDraft } from './list.ts';
import type { Draft, Kept } from './model.ts';
import { requireSound } from './rules.ts';

export interface Saving {
  readonly case: string;
  /** Null for a bundle that is not kept yet. */
  readonly draft: string | null;
  /** The version that was worked on; 0 for a new bundle. */
  readonly saw: number;
  readonly kept: Kept;
}

/**
 * Keeps a version. What is the same as the version it was made from is no version: that one is answered.
 *
 * @throws `draft.changed` where another version came in between, `draft.nameTaken`, `draft.exhibitTwice`,
 * `draft.exhibitUnknown`, `call.notFound` for a court profile that there is none of
 */
export function keepVersion({ sql, append }: WriteContext, saving: Saving): Draft {
  const { case: caseId, kept } = saving;
  const before = saving.draft === null ? null : showDraft(sql, caseId, saving.draft);
  requireUnchanged(before, saving.saw);
  requireFreeName(sql, caseId, kept.name, saving.draft);
  requirePossible(sql, caseId, kept.composition);
  const draft = saving.draft ?? randomUUID();
  const version = (before?.version ?? 0) + 1;
  const given = before === null ? null : givenOut(sql, caseId, draft);
  const sections = withLate(kept.composition.sections, given?.composition ?? null, version);
  const next: Kept = { ...kept, composition: { ...kept.composition, sections } };
  if (before !== null && isSame(before, next)) return before;
  append(bundleDrafted, caseId, { case: caseId, draft, version, saw: saving.saw, ...next });
  return showDraft(sql, caseId, draft);
}

function requireUnchanged(before: Draft | null, saw: number): void {
  const last = before?.version ?? 0;
  if (last === saw) return;
  throw new CustodiaError('draft.changed', {
    name: before?.name ?? '',
    version: last,
    author: before?.author ?? '',
  });
}

/** Refuses a composition that no bundle of the case can have. */
export function requirePossible(sql: Sql, caseId: string, composition: Composition): void {
  if (!listProfiles().some(({ id }) => id === composition.profile))
    throw new CustodiaError('draft.profileUnknown', { profile: composition.profile });
  requireSound(composition, numberIn(sql, caseId));
  requireExhibits(
    sql,
    caseId,
    composition.sections.flatMap(({ items }) => items.map(({ exhibit }) => exhibit)),
  );
}

/** Whether nothing that a person decides is different: the mark of a late addition follows from the rest. */
function isSame(before: Kept, next: Kept): boolean {
  return essence(before) === essence(next);
}

function essence({ name, purpose, composition }: Kept): string {
  const { profile, audience, recipient, sections } = composition;
  return JSON.stringify([
    name,
    purpose,
    profile,
    audience,
    recipient,
    sections.map(({ id, title, items }) => [id, title, items.map((item) => [item.exhibit, item.title])]),
  ]);
}
