import type { ProtectionAudience, ProtectionRule } from '../../../office/jurisdiction.ts';
import type { BundlePlan, Composed } from '../../compose/model.ts';
import type { Protection, Surveyed } from '../model.ts';
import { groundText } from '../words.ts';
import type { Report, ReportedFinding } from './model.ts';

export interface ReportGround {
  readonly plan: BundlePlan;
  readonly protection: Protection;
  readonly surveyed: readonly Surveyed[];
  readonly composed: Pick<Composed, 'volumes' | 'placed' | 'withheld'>;
  readonly rules: readonly ProtectionRule[];
  readonly audiences: readonly ProtectionAudience[];
}

/** The report of a finished bundle. The plan is the one that was printed: no protected word is in it. */
export function buildReport(ground: ReportGround): Report {
  const { plan, protection, surveyed, composed, rules, audiences } = ground;
  const { language } = plan;
  const numbers = plan.exhibits.map(({ number }) => number);
  const numberOf = (index: number): string => numbers[index] ?? '';
  const isFirst = (index: number): boolean => numbers.indexOf(numberOf(index)) === index;
  const kept = surveyed.flatMap((each, index) =>
    each.withheld === null || !isFirst(index) ? [] : [{ exhibit: numberOf(index), why: each.withheld }],
  );
  const unprintable = composed.withheld
    .filter(({ number }) => !kept.some(({ exhibit }) => exhibit === number))
    .map(({ number }) => ({ exhibit: number, why: 'unprintable' as const }));
  const applied = new Set(protection.people.flatMap((person) => person.rules));
  return {
    language,
    timeZone: plan.timeZone,
    office: plan.office,
    caseNumber: plan.caseNumber,
    title: plan.title,
    audience: audiences.find(({ id }) => id === protection.audience)?.name[language] ?? protection.audience,
    exportedAt: plan.exportedAt,
    exportedBy: plan.exportedBy,
    rules: rules
      .filter(({ id }) => applied.has(id))
      .map(({ id, name, keepBack, source, checked, status }) => ({
        ...{ id, name: name[language], keptBack: keepBack[protection.audience], source, checked, status },
      })),
    people: protection.people.map(({ mark, kinds, sealed }) => ({ mark, kinds, sealed })),
    terms: protection.terms.length,
    redactions: surveyed.flatMap((each, index) => (isFirst(index) ? rowsOf(ground, each, index) : [])),
    withheld: [...kept, ...unprintable],
    notChecked: surveyed.flatMap(({ unchecked }, index) =>
      unchecked === null || !isFirst(index)
        ? []
        : [{ exhibit: numberOf(index), why: unchecked.why, pages: unchecked.pages.map((page) => page + 1) }],
    ),
  };
}

function rowsOf({ plan, composed }: ReportGround, { findings }: Surveyed, index: number): ReportedFinding[] {
  return findings.map(({ page, kind, mark, count, ground, groundText: said }) => ({
    exhibit: plan.exhibits[index]?.number ?? '',
    page: page === null ? null : page + 1,
    foja: page === null ? '' : labelOf(composed, index, page),
    ...{ kind, mark, count },
    ground: groundText(ground, said, plan.language),
  }));
}

/** The number that is printed on an exhibit's page. */
function labelOf({ volumes }: Pick<Composed, 'volumes'>, item: number, page: number): string {
  for (const { leaves, labels } of volumes) {
    const at = leaves.findIndex(
      (leaf) => leaf.kind === 'content' && leaf.item === item && leaf.page === page,
    );
    if (at >= 0) return labels[at] ?? '';
  }
  return '';
}
