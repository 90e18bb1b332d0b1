import type { TimelineEntry } from '../../../electron/core/features/timeline/model.ts';
import type { Json } from '../../../electron/core/journal/canonical.ts';

/** What a body holds, as text; nothing for what is no text. */
export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/**
 * The text for an entry, or null where there is none. The office's audit withholds what a case says: an entry that came
 * without its content is told without naming anything.
 */
export function wordsFor(
  kind: string,
  details: TimelineEntry['details'],
  exists: (key: string) => boolean,
): string | null {
  const withheld = `withoutContent.${kind.replaceAll('.', '_')}`;
  if (Object.keys(details).length === 0 && exists(withheld)) return withheld;
  const key = kind === 'access.recorded' ? text(details.what) : kind;
  const words = `kind.${key.replaceAll('.', '_')}`;
  return exists(words) ? words : null;
}
