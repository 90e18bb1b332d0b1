import type { Json } from '../../journal/canonical.ts';
import type { Body } from '../../journal/entry.ts';

/**
 * Which words of which entries a person may look for in the log. Named one by one: what is not named here is not in
 * the index, and nothing sealed can be in it, because a sealed text stands in an entry as ciphertext only.
 */
const wordsOf: Readonly<Record<string, readonly string[]>> = {
  'case.amended': ['amendments'],
  'person.amended': ['amendments'],
  'person.related': ['note'],
  'person.unrelated': ['reason'],
  'seal.opened': ['reason'],
  'evidence.amended': ['amendments'],
  'custody.recorded': ['from', 'to', 'place', 'reason', 'seal', 'note'],
  'marking.noted': ['text'],
  'marking.noteAmended': ['amendments'],
  'marking.noteRemoved': ['reason'],
  'marking.unlinked': ['reason'],
  'bundle.drafted': ['name'],
  'bundle.exported': ['title'],
  'seizure.amended': ['amendments'],
  'seizure.unlinked': ['reason'],
  'seizure.annulled': ['reason'],
  'seizure.takenOver': ['note', 'facts'],
  'seizure.requested': ['note', 'facts'],
  'seizure.ordered': ['note', 'facts'],
  'seizure.executed': ['note', 'facts'],
  'seizure.registered': ['note', 'facts'],
  'seizure.administered': ['note', 'facts'],
  'seizure.sold': ['note', 'facts'],
  'seizure.forfeited': ['note', 'facts'],
  'seizure.returned': ['note', 'facts'],
  'seizure.destroyed': ['note', 'facts'],
  'seizure.lifted': ['note', 'facts'],
  'seizure.split': ['note', 'facts'],
  'seizure.valued': ['note', 'facts'],
  'seizure.checked': ['note', 'facts'],
  'seizure.spent': ['note', 'facts'],
  'seizure.accounted': ['note', 'facts'],
  'seizure.claimed': ['note', 'facts'],
  'seizure.claimSettled': ['note', 'facts'],
};

/** The words of an entry that may be looked for, or nothing. */
export function logText(kind: string, body: Body): string {
  const fields = wordsOf[kind] ?? [];
  return fields
    .flatMap((field) => stringsIn(body[field], field))
    .filter((text) => text.trim() !== '')
    .join('\n');
}

/** Of amendments the value and the reason; of anything else its text. */
function stringsIn(value: Json | undefined, name: string): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((each) => stringsIn(each, name));
  if (value === null || typeof value !== 'object') return [];
  return ['value', 'reason'].flatMap((key) => stringsIn((value as Readonly<Record<string, Json>>)[key], key));
}
