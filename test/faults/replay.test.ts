import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newIdentity } from '../../electron/core/vault/age/seal.ts';
import { problemWithBlob } from '../../electron/core/vault/blobs.ts';
import type { FileOps } from '../../electron/core/vault/files.ts';
import { createIngest } from '../../electron/core/vault/ingest/ingest.ts';
import { type Fate, fates, leave, type Op, recorder } from './disk-model.ts';

let root: string;
let identity: { identity: string; recipient: string };
let copies = 0;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'custodia-replay-'));
  identity = await newIdentity();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Recording {
  readonly log: readonly Op[];
  readonly blob: string;
  readonly sha256: string;
}

/** Attaches one file as the vault does, from the first byte to the marker's removal, and writes down every call. */
async function record(size: number, change: (ops: FileOps) => FileOps = (ops) => ops): Promise<Recording> {
  copies += 1;
  const blobs = join(root, `recorded-${copies}`);
  mkdirSync(blobs);
  const content = randomBytes(size);
  const source = join(root, `source-${copies}`);
  writeFileSync(source, content);
  const { ops, log } = recorder(blobs);
  const ingest = createIngest({
    blobs,
    recipients: () => [identity.recipient],
    ops: change(ops),
    writeback: 128 * 1024,
  });
  const stored = await ingest.store({ path: source });
  log.push({ op: 'append' });
  await ingest.settle(stored.blob);
  await ingest.close();
  return { log, blob: stored.blob, sha256: createHash('sha256').update(content).digest('hex') };
}

/** What is wrong after a power cut behind the first `count` calls and a new start; null when nothing is. */
async function wrongAfter(
  { log, blob, sha256 }: Recording,
  count: number,
  fate: Fate,
): Promise<string | null> {
  copies += 1;
  const folder = join(root, `cut-${copies}`);
  mkdirSync(folder);
  const done = log.slice(0, count);
  leave(done, fate, folder);
  const known = done.some(({ op }) => op === 'append');
  const ingest = createIngest({ blobs: folder, recipients: () => [identity.recipient] });
  try {
    await ingest.leftovers((id) => known && id === blob);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);
    if (known) {
      const problem = await problemWithBlob({ blobs: folder, identities: [identity.identity] }, blob, sha256);
      if (problem !== null) return `acknowledged and ${problem}`;
      return files.length === 1 ? null : `left over: ${files.join()}`;
    }
    return files.length === 0 ? null : `left over: ${files.join()}`;
  } finally {
    await ingest.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function allCuts(recording: Recording): Promise<string[]> {
  const wrong: string[] = [];
  for (let count = 0; count <= recording.log.length; count += 1) {
    for (const fate of fates) {
      const found = await wrongAfter(recording, count, fate);
      const last = recording.log[count - 1]?.op ?? 'start';
      if (found !== null) wrong.push(`after ${count} calls (${last}), ${fate}: ${found}`);
    }
  }
  return wrong;
}

describe('a power cut at any call of an attachment', () => {
  it.each([0, 1, 65_536, 1_500_000])('leaves %i bytes whole or not at all', async (size) => {
    const recording = await record(size);
    expect(recording.log.map(({ op }) => op)).toEqual(
      expect.arrayContaining(['create', 'write', 'sync', 'rename', 'syncFolder', 'append', 'remove']),
    );
    expect(await allCuts(recording)).toEqual([]);
  });

  it('would be noticed, were the content not synced', async () => {
    const recording = await record(300_000, (ops) => ({
      ...ops,
      create: async (path) => ({ ...(await ops.create(path)), sync: async () => undefined }),
    }));
    // The content was never recorded as written, because nobody asked for it to last.
    expect((await allCuts(recording)).some((wrong) => wrong.includes('acknowledged'))).toBe(true);
  });

  it('would be noticed, were the new name not synced before the journal takes it', async () => {
    const recording = await record(300_000, (ops) => ({ ...ops, syncFolder: async () => undefined }));
    expect((await allCuts(recording)).some((wrong) => wrong.includes('acknowledged and missing'))).toBe(true);
  });

  it('would be noticed, were there no marker before the rename', async () => {
    const recording = await record(300_000);
    const log = recording.log.filter((each) => !('path' in each) || !each.path.endsWith('.pending'));
    expect((await allCuts({ ...recording, log })).some((wrong) => wrong.includes('left over'))).toBe(true);
  });
});
