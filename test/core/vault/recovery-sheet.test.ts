import { expect, test } from 'vitest';
import { newIdentity } from '../../../electron/core/vault/age/seal.ts';
import { recoveryPieces } from '../../../electron/core/vault/recovery-sheet.ts';

test('the blocks of the sheet are the whole key, and the last one is what is typed back', async () => {
  const { identity } = await newIdentity();
  const { blocks, qr } = await recoveryPieces(identity);
  expect(blocks.join('')).toBe(identity);
  expect(blocks[0]).toBe('AGE-SECRET-KEY-1');
  expect(blocks.at(-1)).toBe(identity.slice(-6));
  expect(blocks.slice(2).every((block) => block.length === 6)).toBe(true);
  expect(qr).toMatch(/^<svg [^>]*viewBox=/);
});
