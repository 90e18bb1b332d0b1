/** Every way in which a file may write a text: bytes in, texts out. */

/** Letters that HTML has names for. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const accents: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  cedil: '\u0327',
};

function entity(whole: string, name: string): string {
  if (/^#x[0-9a-f]+$/i.test(name)) return codePoint(Number.parseInt(name.slice(2), 16), whole);
  if (/^#\d+$/.test(name)) return codePoint(Number(name.slice(1)), whole);
  const [, letter = '', accent = ''] = /^([A-Za-z])(grave|acute|circ|tilde|uml|cedil)$/.exec(name) ?? [];
  return named[name] ?? (letter === '' ? whole : `${letter}${accents[accent] ?? ''}`);
}

function codePoint(code: number, otherwise: string): string {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : otherwise;
}

const byte = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));

/** Texts that are written with escapes, as they read; each only where such escapes are there. Bytes stand as Latin-1. */
export function unescaped(latin: string): string[] {
  const views: string[] = [];
  if (/%[0-9a-f]{2}/i.test(latin))
    views.push(latin.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => byte(hex)));
  if (/#[0-9a-f]{2}/i.test(latin))
    views.push(latin.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => byte(hex)));
  if (/=[0-9A-F]{2}|=\r?\n/.test(latin))
    views.push(latin.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => byte(hex)));
  if (/&#?\w+;/.test(latin)) views.push(utf8(latin).replace(/&(#?\w+);/g, entity));
  if (/\\u[0-9a-f]{4}/i.test(latin))
    views.push(
      latin.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => codePoint(Number.parseInt(hex, 16), '')),
    );
  if (/\\(?:[0-7]{1,3}|\r?\n)/.test(latin)) views.push(withoutBackslashes(latin));
  return views;
}

function withoutBackslashes(latin: string): string {
  return latin
    .replace(/\\\r?\n/g, '')
    .replace(/\\([0-7]{1,3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8) & 0xff));
}

function utf8(latin: string): string {
  return Buffer.from(latin, 'latin1').toString('utf8');
}

/** Bytes as text in every character set that files of an office are in. */
export function asTexts(bytes: Buffer): string[] {
  const latin = bytes.toString('latin1');
  const texts = [latin];
  if (/[\x80-\xff]/.test(latin)) texts.push(bytes.toString('utf8'));
  if (/(?:[\x20-\x7e\xa0-\xff]\0){2}|(?:\0[\x20-\x7e\xa0-\xff]){2}/.test(latin)) {
    for (const from of [0, 1]) {
      const even = bytes.subarray(from, bytes.length - ((bytes.length - from) % 2));
      texts.push(even.toString('utf16le'), Buffer.from(even).swap16().toString('utf16le'));
    }
  }
  return texts;
}

/** Bytes that stand in a text as hexadecimal digits or in base64, one run after the other. */
export function hidden(latin: string): Buffer {
  const found: Buffer[] = [];
  const keep = (bytes: Buffer): void => {
    found.push(bytes, lineEnd);
  };
  for (const [run] of latin.matchAll(/(?:[0-9a-f]{2}\s*){5,}/gi)) {
    const digits = run.replace(/\s+/g, '');
    if (!/^\d+$/.test(digits) || digits.length > 24) keep(Buffer.from(digits, 'hex'));
  }
  for (const [run] of latin.matchAll(/[A-Za-z0-9+/_-]{8,}(?:\r?\n[A-Za-z0-9+/_-]{2,})*={0,2}/g)) {
    // A word of a language has no capitals inside, nor digits between its letters.
    if (/[a-z0-9][A-Z]|\d[a-z]|[A-Za-z]\d/.test(run)) keep(Buffer.from(run.replace(/\s+/g, ''), 'base64'));
  }
  return Buffer.concat(found);
}

const lineEnd = Buffer.from('\n');

/** The strings of a page's operators one after the other: a word may be set letter by letter. */
export function joinedStrings(latin: string): string | null {
  if (!/\bTJ\b|\bTj\b/.test(latin)) return null;
  const strings: string[] = [];
  for (const [, literal, hex] of latin.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)|<([0-9A-Fa-f\s]+)>/g))
    strings.push(
      literal === undefined
        ? Buffer.from((hex ?? '').replace(/\s+/g, ''), 'hex').toString('latin1')
        : literal,
    );
  return withoutBackslashes(strings.join(''));
}
