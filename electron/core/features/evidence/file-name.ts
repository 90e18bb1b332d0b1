const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name under which an exhibit's content may be written on any system: its own name as far as it is harmless, with
 * the exhibit's number before it.
 */
export function safeFileName(name: string, number: string): string {
  const prefix = number.slice(number.lastIndexOf('/') + 1);
  const cleaned = name
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f<>:"/\\|?*%\u202a-\u202e\u2066-\u2069]/g, '_')
    .replace(/[. ]+$/, '');
  const dot = cleaned.lastIndexOf('.');
  const stem = dot > 0 ? cleaned.slice(0, dot) : cleaned;
  const ending = dot > 0 ? cleaned.slice(dot) : '';
  const kept = [...stem].slice(0, 80).join('');
  return `${prefix} ${reserved.test(kept) ? `_${kept}` : kept}${[...ending].slice(0, 20).join('')}`;
}
