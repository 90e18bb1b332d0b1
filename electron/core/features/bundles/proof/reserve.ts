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
  readonly audience: Audience;
  /** The texts that each exhibit of the bundle has today, by its id. */
  readonly texts: ReadonlyMap<string, ReadonlySet<string>>;
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
    audience,
    texts: new Map(exhibits.map(({ id, fields }) => [id, new Set(Object.values(fields).flatMap(textsOf))])),
  };
}

const textsOf = ({ value }: { readonly value: unknown }): string[] =>
  typeof value === 'string' ? [value] : [];

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
export function tells(value: unknown, reserve: Pick<Reserve, 'terms'>): boolean {
  if (typeof value === 'string') return redactText(value, reserve.terms) !== value;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => tells(each, reserve));
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/**
 * Whether an entry says of an exhibit what the bundle itself tells nobody: a name or description that it no longer has, why it was
 * changed or moved, the folder that a file lay in, other exhibits that were handed over with it. Within the office that is
 * no matter, and a folder's name is none for the court.
 */
export function saysMore(
  kind: string,
  body: Readonly<Record<string, unknown>>,
  { audience, texts }: Reserve,
): boolean {
  if (audience === 'internal') return false;
  const own = texts.get(String(body.exhibit)) ?? new Set<string>();
  const isOld = (value: unknown): boolean =>
    Array.isArray(value) ? value.some(isOld) : typeof value === 'string' && value !== '' && !own.has(value);
  switch (kind) {
    case 'evidence.attached':
    case 'evidence.itemRecorded': {
      const folder = audience !== 'court' && typeof body.path === 'string' && body.path !== '';
      return folder || [body.name, ...Object.values(record(body.provenance))].some(isOld);
    }
    case 'evidence.amended':
      return (Array.isArray(body.amendments) ? body.amendments : []).some((each: unknown) => {
        const { value, reason = '' } = record(each);
        return isOld(value) || reason !== '';
      });
    case 'evidence.placed':
      return true;
    case 'custody.recorded':
      return othersIn(record(body.signature).statement).some((exhibit) => !texts.has(exhibit));
    default:
      return false;
  }
}

/** The exhibits that a receiver's statement names. */
function othersIn(statement: unknown): string[] {
  if (typeof statement !== 'string') return [];
  const { exhibits } = record(JSON.parse(statement));
  return Array.isArray(exhibits) ? exhibits.map((each) => String(record(each).exhibit)) : [];
}
