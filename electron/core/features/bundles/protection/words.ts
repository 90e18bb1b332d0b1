import { loadWords } from '../../../paper/words.ts';
import type { Term } from '../../../redaction/model.ts';
import { redactText } from '../../../redaction/text.ts';
import type { Ground } from '../../marking/model.ts';
import { nativePath } from '../compose/file-names.ts';
import type { BundlePlan, PrintedExhibit, Reserved } from '../compose/model.ts';
import type { Protection, Surveyed } from './model.ts';

/** What the bundle itself prints of an exhibit: a term that stands in a file's name would be given away by the index. */
export function wordsOf(exhibit: PrintedExhibit): string[] {
  const { name, title, description, source, place, collectedBy, custody, object } = exhibit;
  return [
    ...[name, title, description, source, place, collectedBy],
    ...custody.flatMap(({ from, to, place: where, reason, note, seal, author }) => [
      ...[from, to, where, reason, note, seal, author],
    ]),
    ...(object?.facts.map(({ value }) => value) ?? []),
  ];
}

/** An exhibit with its own words changed, its file's name with them. */
function withWords(
  plan: BundlePlan,
  exhibit: PrintedExhibit,
  clean: (text: string) => string,
): PrintedExhibit {
  const name = clean(exhibit.name);
  return {
    ...exhibit,
    name,
    title: clean(exhibit.title),
    native: nativePath(plan.profile.fileName, exhibit.number, name),
    description: clean(exhibit.description),
    source: clean(exhibit.source),
    place: clean(exhibit.place),
    collectedBy: clean(exhibit.collectedBy),
    custody: exhibit.custody.map((record) => ({
      ...record,
      from: clean(record.from),
      to: clean(record.to),
      place: clean(record.place),
      reason: clean(record.reason),
      note: clean(record.note),
      seal: clean(record.seal),
      author: clean(record.author),
    })),
    ...(exhibit.object === undefined
      ? {}
      : { object: { facts: exhibit.object.facts.map((fact) => ({ ...fact, value: clean(fact.value) })) } }),
  };
}

/** The ground of something kept back in the office's words, with the law. */
export function groundText(ground: Ground, said: string, language: 'es' | 'en'): string {
  return ground === 'other' ? said : loadWords('marking', { language, timeZone: 'UTC' })(`ground.${ground}`);
}

/** No more of each than how it is found and what stands in its place: whom it protects, and why, stays here. */
export function bareTerms(terms: Protection['terms']): Term[] {
  return terms.map(({ text, wholeWord, digits, instead }) => ({ text, wholeWord, digits, instead }));
}

/**
 * The plan as it is printed for this recipient: no protected word in a title, an index, a divider, a custody text or a
 * file's name, and what is taken out of each exhibit's content.
 */
export function protectedPlan(
  plan: BundlePlan,
  { terms }: Protection,
  surveyed: readonly Surveyed[],
  markedAreas: (index: number) => Reserved['order']['areas'],
): BundlePlan {
  // One list serves all exhibits.
  const bare = bareTerms(terms);
  const clean = (text: string): string => redactText(text, bare);
  return {
    ...plan,
    title: clean(plan.title),
    caseTitle: clean(plan.caseTitle),
    court: clean(plan.court),
    courtNumber: clean(plan.courtNumber),
    recipient: clean(plan.recipient),
    sections: plan.sections.map(clean),
    exhibits: plan.exhibits.map((exhibit, index) => {
      const worded = withWords(plan, exhibit, clean);
      const found = surveyed[index];
      if (found === undefined || !found.touched) return worded;
      const areas = [...markedAreas(index), ...found.areas];
      return {
        ...worded,
        reserved: {
          order: { areas, terms: bare },
          grounds: groundsOf(found, plan.language),
          blocked: found.blocked,
        },
      };
    }),
  };
}

function groundsOf({ grounds }: Surveyed, language: 'es' | 'en'): string[] {
  return [...new Set(grounds.map((each) => groundText(each.ground, each.groundText, language)))];
}
