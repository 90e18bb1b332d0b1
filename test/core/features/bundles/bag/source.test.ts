import { describe, expect, it } from 'vitest';
import { exactly } from '../../../../../electron/core/features/bundles/bag/source.ts';

async function* endless() {
  for (;;) yield Buffer.alloc(10);
}

async function* short() {
  yield Buffer.alloc(10);
}

async function lengthOf(content: AsyncIterable<Uint8Array>): Promise<number> {
  let length = 0;
  for await (const chunk of content) length += chunk.length;
  return length;
}

describe('a file that is read', () => {
  it('gives its bytes where they are as many as it says', async () => {
    expect(await lengthOf(exactly(short(), 10))).toBe(10);
  });

  it('fails where it grows meanwhile, and is not read without end', async () => {
    await expect(lengthOf(exactly(endless(), 25))).rejects.toThrow('not as many bytes');
  });

  it('fails where it became shorter', async () => {
    await expect(lengthOf(exactly(short(), 11))).rejects.toThrow('not as many bytes');
  });
});
