import { loadWords } from '../../paper/words.ts';
import type { ExhibitDetail } from '../evidence/index.ts';
import type { PrintedObject } from './compose/model.ts';

/** What a thing in the store is told by in print, in the office's words; nothing for what is no such thing. */
export function printedObject(
  { item, fields, category, parentNumber }: ExhibitDetail,
  language: 'es' | 'en',
  shortNumber: (number: string) => string,
): PrintedObject | undefined {
  if (item === null) return undefined;
  const words = loadWords('items', { language, timeZone: 'UTC' });
  const { serials, coordinates, present } = item;
  const texts: readonly (readonly [string, string])[] = [
    [words('field.category'), category === null ? '' : words(`category.${category}`)],
    [words('field.quantity'), said(fields.quantity.value)],
    [
      words('field.serials'),
      serials
        .map(
          ({ label, value, sic }) =>
            `${words(`serial.${label}`)} ${value}${sic === true ? ` ${words('sic')}` : ''}`,
        )
        .join('; '),
    ],
    [words('field.packaging'), said(fields.packaging.value)],
    [words('field.seal'), said(fields.seal.value)],
    [words('field.coordinates'), coordinates === null ? '' : `${coordinates.decimal} (${coordinates.dms})`],
    [words('field.collectedAt'), said(fields.collectedAt.value)],
    [
      words('field.present'),
      present.map(({ name, capacity }) => (capacity === '' ? name : `${name} (${capacity})`)).join('; '),
    ],
    [words('field.parent'), parentNumber === null ? '' : shortNumber(parentNumber)],
  ];
  return { facts: texts.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }])) };
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
