interface TextBlock {
  /** Offset of the first character. */
  readonly start: number;
  readonly text: string;
}

/**
 * Cuts a long text at line ends into blocks of about `length` characters, so that the page lays out only those in
 * sight. The line break between two blocks belongs to neither. A line is never cut.
 */
export function textBlocks(text: string, length = 20_000): TextBlock[] {
  const blocks: TextBlock[] = [];
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start + length);
    const end = found < 0 ? text.length : found;
    blocks.push({ start, text: text.slice(start, end) });
    start = end + 1;
  }
  return blocks;
}
