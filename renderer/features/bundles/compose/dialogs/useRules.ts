import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import type { ExhibitRow } from '../../../../../electron/core/features/evidence/model.ts';
import { useCore } from '../../../../app/core.ts';

interface RuleKind {
  readonly by: Rule['by'];
  /** What may be chosen, of what the case really has. */
  readonly values: { value: string; label: string }[];
  /** The rule for a chosen value; null while none is chosen. */
  ruleOf(value: string): Rule | null;
}

/** The rules by which exhibits can be taken, each with the values that occur in the case. */
export function useRules(caseId: string, exhibits: readonly ExhibitRow[]): readonly RuleKind[] {
  const { t } = useTranslation('bundles');
  const { data: marks } = useCore('marking.inCase', { case: caseId });
  const occurring = <T extends string>(of: (row: ExhibitRow) => T | null): T[] =>
    [...new Set(exhibits.map(of))].filter((each) => each !== null).sort();
  const kinds = occurring(({ kind }) => kind);
  const types = occurring(({ viewer }) => (viewer === 'none' ? null : viewer));
  const categories = occurring(({ category }) => category);
  const one = <T extends string>(known: readonly T[], given: string): T | undefined =>
    known.find((each) => each === given);
  return [
    { by: 'all', values: [], ruleOf: () => ({ by: 'all' }) },
    {
      by: 'kind',
      values: kinds.map((value) => ({ value, label: t(`rule.kind.${value}`) })),
      ruleOf: (given) => {
        const kind = one(kinds, given);
        return kind === undefined ? null : { by: 'kind', kind };
      },
    },
    {
      by: 'type',
      values: types.map((value) => ({ value, label: t(`evidence:type.${value}`) })),
      ruleOf: (given) => {
        const type = one(types, given);
        return type === undefined ? null : { by: 'type', type };
      },
    },
    {
      by: 'category',
      values: categories.map((value) => ({ value, label: t(`items:category.${value}`) })),
      ruleOf: (given) => {
        const category = one(categories, given);
        return category === undefined ? null : { by: 'category', category };
      },
    },
    {
      by: 'person',
      values: (marks?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ruleOf: (person) => (person === '' ? null : { by: 'person', person }),
    },
    {
      by: 'tag',
      values: (marks?.tags ?? []).map(({ word }) => ({ value: word, label: word })),
      ruleOf: (tag) => (tag === '' ? null : { by: 'tag', tag }),
    },
    {
      by: 'collection',
      values: (marks?.collections ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ruleOf: (collection) => (collection === '' ? null : { by: 'collection', collection }),
    },
  ];
}
