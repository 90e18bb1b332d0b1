import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textBlocks } from '../../../../../renderer/features/evidence/viewers/text-blocks.ts';

test('blocks end where lines end', () => {
  expect(textBlocks('uno\ndos\ntres\ncuatro', 4)).toEqual([
    { start: 0, text: 'uno\ndos' },
    { start: 8, text: 'tres' },
    { start: 13, text: 'cuatro' },
  ]);
});

test('a line longer than a block is not cut', () => {
  expect(textBlocks(`${'x'.repeat(50)}\ny`, 10)).toEqual([
    { start: 0, text: 'x'.repeat(50) },
    { start: 51, text: 'y' },
  ]);
});

test('nothing has no blocks', () => {
  expect(textBlocks('')).toEqual([]);
});

test('joined by line breaks the blocks are the text, and each says where it begins', () => {
  const line = fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\n', ''));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.integer({ min: 1, max: 30 }), (lines, length) => {
      const text = `${lines.join('\n')}.`;
      const blocks = textBlocks(text, length);
      expect(blocks.map((block) => block.text).join('\n')).toBe(text);
      for (const block of blocks) {
        expect(text.slice(block.start, block.start + block.text.length)).toBe(block.text);
        expect(block.text.lastIndexOf('\n')).toBeLessThan(length);
      }
    }),
  );
});
