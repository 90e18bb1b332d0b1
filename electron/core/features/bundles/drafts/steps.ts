import { readStep } from '../../../api/procedure.ts';
import type { Composition } from '../model.ts';
import { requirePossible } from './keep.ts';
import { withLate } from './late.ts';
import { givenOut, renumbersOf, showDraft } from './list.ts';
import type { Draft, Renumbering } from './model.ts';

/** A version of a kept bundle, for its export. */
export const keptVersion = readStep(
  'bundles.keptVersion',
  (
    { sql },
    { case: caseId, draft, version }: { case: string; draft: string; version?: number | undefined },
  ): Draft => showDraft(sql, caseId, draft, version),
);

/** A composition as it would be saved: refused where it could not be, what is new since the last giving out marked as late. */
export const asVersion = readStep(
  'bundles.asVersion',
  (
    { sql },
    input: { case: string; draft?: string | undefined; composition: Composition },
  ): { composition: Composition; renumbers: Renumbering | null } => {
    const { case: caseId, draft, composition } = input;
    requirePossible(sql, caseId, composition);
    if (draft === undefined) return { composition, renumbers: null };
    const { last } = showDraft(sql, caseId, draft);
    const given = givenOut(sql, caseId, draft);
    if (given === null) return { composition, renumbers: null };
    const sections = withLate(composition.sections, given.composition, last + 1);
    const next = { ...composition, sections };
    return { composition: next, renumbers: renumbersOf(next, given) };
  },
);

export const draftSteps = [keptVersion, asVersion];
