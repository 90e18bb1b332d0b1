import { expect, test } from 'vitest';
import { allKinds } from '../../../../electron/core/features/index.ts';
import { wordsFor } from '../../../../renderer/features/timeline/words.ts';
import en from '../../../../resources/locales/en/timeline.json' with { type: 'json' };
import es from '../../../../resources/locales/es/timeline.json' with { type: 'json' };

const languages: [string, Readonly<Record<string, unknown>>][] = [
  ['es', es],
  ['en', en],
];

function lookUp(texts: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const [section = '', name = ''] = key.split('.');
  return (texts[section] as Readonly<Record<string, string>> | undefined)?.[name];
}

/** The office's own entries are shown with their content, everything else is withheld from the audit. */
const ofOffice = /^(office|user|role|journal|backup)\./;

for (const [language, texts] of languages) {
  const exists = (key: string) => lookUp(texts, key) !== undefined;

  test(`every kind of entry has a sentence (${language})`, () => {
    for (const kind of allKinds.keys()) {
      const details = { case: 'c', what: 'evidence.viewed' };
      expect(wordsFor(kind, details, exists), kind).not.toBeNull();
    }
  });

  test(`an entry whose content is withheld leaves no gap in its sentence (${language})`, () => {
    for (const kind of [...allKinds.keys()].filter((name) => !ofOffice.test(name))) {
      const words = wordsFor(kind, {}, exists);
      expect(words, kind).not.toBeNull();
      expect(lookUp(texts, words ?? ''), kind).not.toContain('{{');
    }
  });
}

test('a kind that this program does not know has no sentence', () => {
  expect(wordsFor('later.invented', { case: 'c' }, () => false)).toBeNull();
});
