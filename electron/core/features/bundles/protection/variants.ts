import type { Term } from '../../../redaction/model.ts';
import { rangesOf } from '../../../redaction/terms.ts';

/** How what identifies a person is written in files: pure, and the same for every register. */

type Written = Pick<Term, 'text' | 'wholeWord' | 'digits'>;

const word = (text: string): Written => ({ text, wholeWord: true });
const inside = (text: string): Written => ({ text, wholeWord: false });
const number = (text: string): Written => ({ text, wholeWord: true, digits: true });

/** A number of fewer digits than this is many things besides a document or a telephone. */
const fewestDigits = 5;
/** A single word of fewer letters than this is many things besides a name. */
const fewestLetters = 4;
/** Words run together, as in file names, are looked for inside others only from this length on. */
const fewestJoined = 8;

const particles = new Set([
  ...[
    'de',
    'del',
    'la',
    'las',
    'los',
    'el',
    'y',
    'e',
    'da',
    'do',
    'dos',
    'das',
    'van',
    'von',
    'vda',
    'viuda',
  ],
]);
/** What stands before another name of the same person, or around it. */
const otherName =
  /\b(?:alias|apodad[oa]|conocid[oa] como|tambi[eé]n llamad[oa]|a\.?k\.?a\.?)(?!\p{L})|\(a\)|[()«»"“”„;/|]|(?<!\p{L})['‘’](?=\p{L})|(?<=\p{L})['‘’](?!\p{L})/giu;

/** Letters without accents or case: by them two words are the same. */
export function plainWord(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('es');
}

/** A name and the aliases that were written beside it: `Rosa Choque (alias «La Flaca»)`. Surnames before a comma go behind. */
export function namesIn(text: string): string[] {
  return text
    .split(otherName)
    .map((part) => part.trim().replace(/^[,:.\s]+|[,:\s]+$/gu, ''))
    .filter((part) => /\p{L}{2}/u.test(part))
    .map((part) => {
      const [before = '', after, ...more] = part.split(',').map((each) => each.trim());
      return after === undefined || after === '' || more.length > 0 ? part : `${after} ${before}`;
    });
}

/** The words of a name that tell whose it is, in their order. */
function tellingWords(name: string): string[] {
  return name
    .split(/[\s,]+/u)
    .map((each) => each.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((each) => [...each].length > 1 && !particles.has(plainWord(each)));
}

/** Surnames stand last: one of two words, two of more. */
function surnamesIn(words: readonly string[]): readonly string[] {
  return words.length < 2 ? [] : words.slice(words.length === 2 ? -1 : -2);
}

/**
 * A name as people write it: whole, any two of its words in either order or run together, the surname behind an initial, and
 * the surname alone. What stands in the name of somebody or something else too is that one's.
 *
 * @param others names in which a part of this one may stand
 */
export function nameTerms(name: string, others: readonly string[]): Written[] {
  const words = tellingWords(name);
  const surnames = surnamesIn(words);
  const pairs = words.flatMap((one, at) => words.slice(at + 1).map((other) => [one, other] as const));
  const initials = words
    .filter((each) => !surnames.includes(each))
    .flatMap((each) => surnames.map((surname) => [[...each][0] ?? '', surname] as const));
  const alone = surnames.filter((each) => [...each].length >= fewestLetters);
  const elsewhere = others.map((other) => [...other]);
  const parts = [
    ...pairs.flatMap(([one, other]) => [word(`${one} ${other}`), word(`${other} ${one}`)]),
    ...pairs
      .filter(([one, other]) => [...one, ...other].length >= fewestJoined)
      .flatMap(([one, other]) => [inside(`${one}${other}`), inside(`${other}${one}`)]),
    ...initials.flatMap(([initial, surname]) => [
      word(`${initial}. ${surname}`),
      word(`${initial} ${surname}`),
    ]),
    ...alone.map(word),
  ];
  return [
    word(name),
    ...parts.filter((part) => elsewhere.every((other) => rangesOf(other, part).length === 0)),
  ];
}

/** Numbers in a text, their digits only. */
function numbersIn(text: string, apart: RegExp): string[] {
  const runs = text.match(new RegExp(`\\d(?:${apart.source}\\d)*`, 'g')) ?? [];
  return runs.map((run) => run.replaceAll(/\D/g, '')).filter((digits) => digits.length >= fewestDigits);
}

/** An identity document: its number however the digits are set apart, and all of it where letters belong to it. */
export function documentTerms(text: string): Written[] {
  const whole = /\d/.test(text) && text.trim().length >= fewestDigits ? [word(text)] : [];
  const bare = text.replaceAll(/[\s.\-/]+/gu, '');
  const joined = /^(?=.*\d)[\p{L}\d]{6,}$/u.test(bare) ? [word(bare)] : [];
  return [...numbersIn(text, /[ .]?/).map(number), ...whole, ...joined];
}

const countryCode = '591';

/** A telephone number with and without what is dialled before it. */
export function phoneTerms(text: string): Written[] {
  return numbersIn(text, /[ .\-()]*/).flatMap((digits) => {
    const own = digits.replace(/^0+/, '').replace(new RegExp(`^${countryCode}(?=\\d{7,8}$)`), '');
    return [digits, own, `0${own}`, `${countryCode}${own}`, `00${countryCode}${own}`].map(number);
  });
}

/** An address whole, and those parts of it that have a number. */
export function addressTerms(text: string): Written[] {
  const parts = text.split(/[,;\n]+/u).map((part) => part.trim());
  const telling = parts.filter((part) => /\d/.test(part) && /\p{L}{3}/u.test(part) && part.length >= 8);
  return [word(text), ...telling.map(word)];
}

const months = {
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** A day as it is written in Spanish and English. */
export function dayTerms(day: string): Written[] {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === '') return [];
  const [m, d] = [Number(month), Number(date)];
  const numeric = ['/', '-', '.'].flatMap((sign) => [
    [date, month, year].join(sign),
    [d, m, year].join(sign),
    [year, month, date].join(sign),
  ]);
  const [es = '', en = ''] = [months.es[m - 1], months.en[m - 1]];
  const spelled = [date, String(d)].flatMap((each) => [
    `${each} de ${es} de ${year}`,
    `${each} de ${es} del ${year}`,
    `${each} ${en} ${year}`,
  ]);
  return [...numeric, ...spelled, `${en} ${d}, ${year}`].map(word);
}

const mailAddress = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;

/** Mail addresses and numbers of telephones or documents in a text about a person: the rest of it is told in words. */
export function contactsIn(text: string): { readonly phones: Written[]; readonly addresses: Written[] } {
  const long = numbersIn(text, /[ .\-()]*/).filter((digits) => digits.length >= 7);
  return { phones: long.flatMap(phoneTerms), addresses: (text.match(mailAddress) ?? []).map(inside) };
}

/** Each once, however it is written. */
export function distinct<T extends Written>(terms: readonly T[]): T[] {
  const found = new Map<string, T>();
  for (const term of terms) {
    const key = `${term.digits === true ? 'd' : term.wholeWord ? 'w' : 'i'} ${plainWord(term.text).replaceAll(/\s+/g, ' ').trim()}`;
    if (!found.has(key)) found.set(key, term);
  }
  return [...found.values()];
}
