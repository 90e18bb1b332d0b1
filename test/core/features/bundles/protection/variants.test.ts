import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soughtOf } from '../../../../../electron/core/features/bundles/protection/readback/sought.ts';
import { isMinor, keptOf } from '../../../../../electron/core/features/bundles/protection/rules.ts';
import {
  addressTerms,
  contactsIn,
  dayTerms,
  documentTerms,
  namesIn,
  nameTerms,
  phoneTerms,
} from '../../../../../electron/core/features/bundles/protection/variants.ts';
import { loadJurisdiction } from '../../../../../electron/core/features/office/jurisdiction-file.ts';
import type { Term } from '../../../../../electron/core/redaction/model.ts';
import { placesOf } from '../../../../../electron/core/redaction/terms.ts';
import { redactText } from '../../../../../electron/core/redaction/text.ts';

/** Both must find it: what takes words out, and what looks whether it did. */
function expectFound(text: string, terms: readonly Term[]): void {
  expect(placesOf([...text], terms).length, `taken out of “${text}”`).toBeGreaterThan(0);
  expect(soughtOf(terms).in(text, true).length, `looked for in “${text}”`).toBeGreaterThan(0);
}

function expectNone(text: string, terms: readonly Term[]): void {
  expect(placesOf([...text], terms), text).toEqual([]);
  expect(soughtOf(terms).in(text, true), text).toEqual([]);
}

const letters = 'abcdefghijlmnopqrstuvzáéíóúñü';
const namePart = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 9 })
  .map((word) => word.charAt(0).toLocaleUpperCase('es') + word.slice(1));
const spelled = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toLocaleUpperCase('es'),
  (text) => text.toLocaleLowerCase('es'),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  (text) => text.replaceAll(' ', '  \n'),
  (text) => text.replaceAll(' ', '_'),
  (text) => text.replaceAll(' ', ', '),
  (text) => text.replace(/(\p{L}{2})(\p{L}{2})/u, '$1-\n$2'),
  (text) => text.replace(/(\p{L}{2})/u, '$1\u00ad'),
);

describe('a name', () => {
  it('is found however it is spelled, whole, by two of its words in any order, or by a surname', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(namePart, { minLength: 4, maxLength: 4, selector: (word) => word.slice(0, 3) }),
        spelled,
        fc.constantFrom([0, 1, 2, 3], [2, 3, 0, 1], [0, 2], [2, 0], [1, 3], [2], [3]),
        (words, spell, which) => {
          const terms = nameTerms(words.join(' '), []);
          expectFound(`Declara: ${spell(which.map((at) => words[at] ?? '').join(' '))}.`, terms);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is found behind an initial and run together, as in names of files', () => {
    const terms = nameTerms('Rosenda Huallpa Condori', []);
    for (const text of ['R. Huallpa', 'r huallpa', 'audio-RosendaHuallpa2.mp4', 'huallpa.condori@x.example'])
      expectFound(text, terms);
    for (const text of ['Rosenda', 'Huallparimachi', 'una rosa', 'con dorisa']) expectNone(text, terms);
  });

  it('leaves to others what is theirs too', () => {
    const terms = nameTerms('Juana Mamani Cruz', ['Pedro Mamani', 'Santa Cruz']);
    expectNone('Pedro Mamani viajó a Santa Cruz', terms);
    expectFound('Juana Mamani', terms);
    expectFound('Mamani Cruz', terms);
    expect(
      redactText(
        'La vio Mamani Cruz, Juana',
        terms.map((term) => ({ ...term, instead: '[V]' })),
      ),
    ).toBe('La vio [V]');
  });

  it('has its aliases beside it, and surnames before a comma go behind', () => {
    expect(namesIn('Rosa Choque (alias «La Flaca»)')).toEqual(['Rosa Choque', 'La Flaca']);
    expect(namesIn('Quispe Mamani, María')).toEqual(['María Quispe Mamani']);
    expect(namesIn("Ana O'Connor a.k.a. Nany")).toEqual(["Ana O'Connor", 'Nany']);
  });
});

describe('numbers, days and addresses', () => {
  it('are found however their digits are set apart, and not inside other numbers', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 8 });
    const sign = fc.constantFrom('', ' ', '.', '-', '/', '\n');
    fc.assert(
      fc.property(digits, fc.array(sign, { minLength: 8, maxLength: 8 }), (number, signs) => {
        const bare = number.join('');
        fc.pre(!/^0/.test(bare));
        const written = number
          .map((each, at) => `${each}${at < number.length - 1 ? signs[at] : ''}`)
          .join('');
        for (const terms of [documentTerms(`${bare} LP`), phoneTerms(`+591 ${bare}`)])
          expectFound(`N.º ${written}, dice`, terms);
        expectNone(`cuenta 9${bare}9`, [...documentTerms(bare)]);
      }),
      { numRuns: 40 },
    );
  });

  it('are found as people write them', () => {
    for (const text of ['+591 71234567', '(591) 712-34567', '00591 71234567', '712 34 567'])
      expectFound(text, phoneTerms('71234567'));
    for (const text of ['04/05/2009', '4 de mayo de 2009', '4 May 2009', '2009-05-04'])
      expectFound(text, dayTerms('2009-05-04'));
    expectFound('vive en la calle junin 455, 2º piso', addressTerms('Calle Junín 455, Sucre'));
    expectFound('pasaporte ab-123456', documentTerms('AB123456'));
    const { phones, addresses } = contactsIn('Su madre: 72345678, ana.r@correo.example');
    expectFound('72-345-678', phones);
    expectFound('ANA.R@correo.example', addresses);
  });
});

describe('the rules of the jurisdiction', () => {
  const { protectionRules } = loadJurisdiction('bolivia');
  const somebody = { kind: 'person', birthDate: '', role: 'witness' } as const;
  const day = '2026-05-03';

  it('count age on the day on which the case was opened', () => {
    expect(isMinor('2008-05-04', day)).toBe(true);
    expect(isMinor('2008-05-03', day)).toBe(false);
    expect(isMinor('', day)).toBe(false);
  });

  it('keep from the defence and the public at least what they keep from the court', () => {
    for (const rule of protectionRules)
      for (const audience of ['defence', 'public'] as const)
        expect(rule.keepBack[audience], rule.id).toEqual(expect.arrayContaining([...rule.keepBack.court]));
    for (const rule of protectionRules) expect(rule.keepBack.internal).toEqual([]);
  });

  it('add up where several fit', () => {
    const minor = { ...somebody, role: 'protectedVictim', birthDate: '2012-01-01' };
    const kept = keptOf(minor, protectionRules, 'defence', day);
    expect(kept?.rules).toEqual(['protectedVictim', 'minor']);
    expect(kept?.kinds).toEqual(expect.arrayContaining(['name', 'face', 'voice']));
    expect(keptOf({ ...somebody, role: 'suspect' }, protectionRules, 'public', day)).toBeNull();
    expect(keptOf(somebody, protectionRules, 'court', day)).toBeNull();
  });
});
