import { loadWords } from '../../paper/words.ts';
import type { Term } from '../../redaction/model.ts';
import { redactText } from '../../redaction/text.ts';
import type { Redaction } from '../marking/index.ts';
import type { PrintedExhibit } from './compose/model.ts';

/** The ground of a redaction in the office's words, with the law. */
function groundText({ ground, groundText: said }: Redaction, language: 'es' | 'en'): string {
  const words = loadWords('marking', { language, timeZone: 'UTC' });
  return ground === 'other' ? said : words(`ground.${ground}`);
}

/**
 * An exhibit as it is printed with parts kept back: what is taken out of its content, and its own words without the
 * terms. A term that stands in a file's name would be given away by the index.
 */
export function withReserved(
  redactions: readonly Redaction[],
  language: 'es' | 'en',
  exhibit: PrintedExhibit,
): PrintedExhibit {
  if (redactions.length === 0) return exhibit;
  const terms = redactions.flatMap((each) => (each.term === null ? [] : [each.term]));
  return {
    ...withoutTerms(exhibit, terms),
    reserved: {
      order: { areas: redactions.flatMap((each) => (each.area === null ? [] : [each.area])), terms },
      grounds: [...new Set(redactions.map((each) => groundText(each, language)))],
    },
  };
}

function withoutTerms(exhibit: PrintedExhibit, terms: readonly Term[]): PrintedExhibit {
  const clean = (text: string): string => redactText(text, terms);
  return {
    ...exhibit,
    name: clean(exhibit.name),
    title: clean(exhibit.title),
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
    })),
  };
}
