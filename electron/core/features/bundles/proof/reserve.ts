import type { Term } from '../../../redaction/model.ts';
import { redactText } from '../../../redaction/text.ts';
import type { Material } from '../material.ts';
import type { Audience } from '../model.ts';

/** What the recipient of a bundle may not read in the papers that prove it. */
export interface Reserve {
  /** Words that stand nowhere in what the recipient gets. */
  readonly terms: readonly Term[];
  /** Ids of exhibits with parts kept back: their entries are proved without being shown. */
  readonly exhibits: ReadonlySet<string>;
  /** Whether entries and custody sheets are for this recipient at all: they name officials and their documents. */
  readonly papers: boolean;
}

const readers: ReadonlySet<Audience> = new Set<Audience>(['court', 'defence', 'internal']);

export function reserveOf(
  { exhibits, redactions }: Pick<Material, 'exhibits' | 'redactions'>,
  audience: Audience,
): Reserve {
  const terms = redactions.flat().flatMap(({ term }) => (term === null ? [] : [term]));
  return {
    terms: [...new Map(terms.map((term) => [`${term.wholeWord} ${term.text}`, term])).values()],
    exhibits: new Set(
      exhibits.filter((_, at) => (redactions[at] ?? []).length > 0).map((exhibit) => exhibit.id),
    ),
    papers: readers.has(audience),
  };
}

/** What identifies or dates a thing and is no text: a term that happens to stand in it gives nobody away. */
const technical: ReadonlySet<string> = new Set([
  ...[
    'id',
    'case',
    'entry',
    'exhibit',
    'sha256',
    'blob',
    'type',
    'kind',
    'number',
    'caseNumber',
    'parentNumber',
  ],
  ...['when', 'at', 'attachedAt', 'createdAt', 'modifiedAt', 'collectedOn', 'printedAt', 'saw'],
  ...['form', 'language', 'timeZone', 'code', 'colour', 'decimal', 'label'],
]);

/** The same value without the reserve's terms in any of its texts. */
export function cleaned<T>(value: T, { terms }: Reserve): T {
  if (terms.length === 0) return value;
  const clean = (each: unknown): unknown => {
    if (typeof each === 'string') return redactText(each, terms);
    if (Array.isArray(each)) return each.map(clean);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(
      Object.entries(each).map(([key, own]) => [
        key,
        technical.has(key) && typeof own === 'string' ? own : clean(own),
      ]),
    );
  };
  // What goes in comes out in the same shape: only texts are others.
  return clean(value) as T;
}

/** Whether any text in a value holds a term of the reserve. */
export function tells(value: unknown, { terms }: Reserve): boolean {
  if (typeof value === 'string') return redactText(value, terms) !== value;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => tells(each, { terms } as Reserve));
}
