import { type RefObject, useEffect, useState } from 'react';

/** Letters without accents and capitals, one for one, so that a place in one is a place in the other. */
function plain(text: string): string {
  return Array.from(text, (char) => {
    const base = char.normalize('NFD')[0] ?? char;
    const small = base.toLowerCase();
    return small.length === char.length ? small : char;
  }).join('');
}

const mostMarks = 2_000;

function rangesOf(root: Element, words: string): Range[] {
  const wanted = plain(words.trim());
  if (wanted === '') return [];
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && ranges.length < mostMarks; node = walker.nextNode()) {
    const text = plain(node.textContent ?? '');
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      ranges.push(range);
    }
  }
  return ranges;
}

/**
 * Marks every place where the words stand in what is shown, without touching it (CSS highlights), and brings the
 * current one into sight. `content` changes when what is shown does.
 */
export function useHighlights(root: RefObject<Element | null>, words: string, content: unknown) {
  const [ranges, setRanges] = useState<readonly Range[]>([]);
  const [current, setCurrent] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for anew when the content changed
  useEffect(() => {
    setRanges(root.current === null ? [] : rangesOf(root.current, words));
    setCurrent(0);
  }, [root, words, content]);

  useEffect(() => {
    const now = ranges[current];
    CSS.highlights.set('found', new Highlight(...ranges));
    CSS.highlights.set('found-now', new Highlight(...(now === undefined ? [] : [now])));
    now?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    return () => {
      CSS.highlights.delete('found');
      CSS.highlights.delete('found-now');
    };
  }, [ranges, current]);

  const step = (by: number) => setCurrent((at) => (at + by + ranges.length) % Math.max(1, ranges.length));
  return {
    total: ranges.length,
    current: ranges.length === 0 ? 0 : current + 1,
    next: () => step(1),
    previous: () => step(-1),
  };
}
