/**
 * A page's operators without the properties of marked content: there stands text beside the glyphs, for reading aloud and
 * copying, that no redaction of glyphs reaches. `/Figure << /Alt (…) >> BDC` becomes `/Figure BMC`.
 */
export function withoutProperties(content: Uint8Array): Uint8Array {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  const kept: string[] = [];
  let copied = 0;
  let operand = 0;
  for (let at = 0; at < text.length; ) {
    const from = at;
    at = afterToken(text, from);
    const token = text.slice(from, at);
    if (token === 'BDC' || token === 'DP') {
      kept.push(text.slice(copied, operand), token === 'BDC' ? ' BMC' : ' MP');
      copied = at;
    } else if (token === 'ID') at = afterImage(text, at);
    else if (!/^[\s\0]$/.test(token) && !token.startsWith('%')) operand = from;
  }
  kept.push(text.slice(copied));
  return Buffer.from(kept.join(''), 'latin1');
}

const regular = /[^\s\0()<>[\]{}/%]/;

function afterToken(text: string, from: number): number {
  if (text.startsWith('<<', from)) return afterDictionary(text, from + 2);
  switch (text[from]) {
    case '(':
      return afterString(text, from + 1);
    case '<':
      return behind(text, '>', from);
    case '%':
      return from + (/^[^\r\n]*/.exec(text.slice(from, from + 4_096))?.[0].length ?? 1);
    default: {
      let at = from + 1;
      const named = text[from] === '/';
      if (!named && !regular.test(text[from] ?? '')) return at;
      while (at < text.length && regular.test(text[at] ?? '')) at += 1;
      return at;
    }
  }
}

function afterDictionary(text: string, from: number): number {
  let at = from;
  while (at < text.length && !text.startsWith('>>', at)) at = afterToken(text, at);
  return at + 2;
}

function afterString(text: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; at < text.length && depth > 0; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
  }
  return at;
}

function behind(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found + sign.length;
}

/** The bytes of a picture inside the operators may look like anything. */
function afterImage(text: string, from: number): number {
  const end = /[\s\0]EI(?=[\s\0]|$)/g;
  end.lastIndex = from;
  return end.exec(text) === null ? text.length : end.lastIndex;
}
