import { CustodiaError } from '../../../api/errors.ts';
import type { Composition } from '../model.ts';
import type { Edit } from './model.ts';

/** Refuses what no version may be: a section or an exhibit twice. */
export function requireSound({ sections }: Composition, numberOf: (exhibit: string) => string): void {
  requireOnce(
    sections.map(({ id }) => id),
    () => new CustodiaError('call.invalid', { field: 'sections' }),
  );
  requireOnce(
    sections.flatMap(({ items }) => items.map(({ exhibit }) => exhibit)),
    (exhibit) => new CustodiaError('draft.exhibitTwice', { number: numberOf(exhibit) }),
  );
  requireOnce(
    sections.flatMap(({ items }) => items.map(({ id }) => id)),
    () => new CustodiaError('call.invalid', { field: 'items' }),
  );
}

function requireOnce(ids: readonly string[], refusal: (id: string) => CustodiaError): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw refusal(id);
    seen.add(id);
  }
}

/** Refuses an edit that names an exhibit which the bundle does not have, or adds one that it has. */
export function requireNamed(
  { sections }: Composition,
  edit: Edit,
  numberOf: (exhibit: string) => string,
): void {
  const has = new Set(sections.flatMap(({ items }) => items.map(({ exhibit }) => exhibit)));
  const { wanted, fresh } = namedIn(edit);
  for (const exhibit of wanted)
    if (!has.has(exhibit)) throw new CustodiaError('draft.notIn', { number: numberOf(exhibit) });
  for (const exhibit of fresh)
    if (has.has(exhibit)) throw new CustodiaError('draft.exhibitTwice', { number: numberOf(exhibit) });
}

function namedIn(edit: Edit): { readonly wanted: readonly string[]; readonly fresh: readonly string[] } {
  const before = 'before' in edit && edit.before !== undefined ? [edit.before] : [];
  switch (edit.do) {
    case 'add':
      return { wanted: before, fresh: edit.exhibits };
    case 'move':
      return { wanted: [...edit.exhibits, ...before], fresh: [] };
    case 'remove':
      return { wanted: edit.exhibits, fresh: [] };
    case 'title':
      return { wanted: [edit.exhibit], fresh: [] };
    case 'addSection':
      return { wanted: [], fresh: edit.exhibits };
    default:
      return { wanted: [], fresh: [] };
  }
}
