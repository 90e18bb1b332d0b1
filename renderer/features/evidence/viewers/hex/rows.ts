export const perRow = 16;

export function offsetOf(offset: number): string {
  return offset.toString(16).padStart(8, '0');
}

/** `4d 5a 90 00 03 00 00 00  04 00 …`: with a gap in the middle. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(
    bytes,
    (byte, index) => `${index === 8 ? ' ' : ''}${byte.toString(16).padStart(2, '0')}`,
  ).join(' ');
}

/** What can be printed of it; a point for the rest. */
export function charsOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join(
    '',
  );
}

/** `0x1f40`, `1f40h` or a decimal number inside the file; null for anything else. */
export function parseOffset(text: string, size: number): number | null {
  const given = text.trim().toLowerCase();
  const hex = /^(?:0x([0-9a-f]+)|([0-9a-f]+)h)$/.exec(given);
  const digits = hex?.[1] ?? hex?.[2];
  const offset =
    digits !== undefined ? Number.parseInt(digits, 16) : /^\d+$/.test(given) ? Number(given) : Number.NaN;
  return Number.isSafeInteger(offset) && offset < size ? offset : null;
}
