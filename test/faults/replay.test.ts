import { randomBytes } from 'node:crypto';
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
  /** The SHA-256 of each, by its blob. */
  readonly blobs: ReadonlyMap<string, string>;
}

/** Attaches groups of files, one after the other, as the vault does, from the first byte to the markers' removal, and writes down every call. */
async function record(
  groups: readonly (readonly number[])[],
  change: (ops: FileOps) => FileOps = (ops) => ops,
): Promise<Recording> {
  copies += 1;
  const blobs = join(root, `recorded-${copies}`);
  mkdirSync(blobs);
  const { ops, log } = recorder(blobs);
  const ingest = createIngest({
    blobs,
    recipients: () => [identity.recipient],
    ops: change(ops),
    writeback: 128 * 1024,
  });
  const known = new Map<string, string>();
  for (const sizes of groups) {
    const stored: string[] = [];
    for (const outcome of await ingest.storeTogether(sizes.map(makeSource))) {
      if ('refused' in outcome) throw outcome.refused;
      stored.push(outcome.stored.blob);
      known.set(outcome.stored.blob, outcome.stored.sha256);
    }
    log.push({ op: 'append', blobs: stored });
    await ingest.settle(stored);
  }
  await ingest.close();
  return { log, blobs: known };
}

function makeSource(size: number): string {
  copies += 1;
  const path = join(root, `source-${copies}`);
  writeFileSync(path, randomBytes(size));
  return path;
}

/** What is wrong after a power cut behind the first `count` calls and a new start; null when nothing is. */
async function wrongAfter({ log, blobs }: Recording, count: number, fate: Fate): Promise<string | null> {
  copies += 1;
  const folder = join(root, `cut-${copies}`);
  mkdirSync(folder);
  const done = log.slice(0, count);
  leave(done, fate, folder);
  const known = new Set(done.flatMap((each) => (each.op === 'append' ? each.blobs : [])));
  const ingest = createIngest({ blobs: folder, recipients: () => [identity.recipient] });
  try {
    await ingest.leftovers((id) => known.has(id));
    for (const blob of known) {
      const keys = { blobs: folder, identities: [identity.identity] };
      const problem = await problemWithBlob(keys, blob, blobs.get(blob) ?? '');
      if (problem !== null) return `acknowledged and ${problem}`;
    }
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);
    return files.length === known.size ? null : `left over: ${files.join()}`;
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
    const recording = await record([[size]]);
    expect(recording.log.map(({ op }) => op)).toEqual(
      expect.arrayContaining(['create', 'write', 'sync', 'rename', 'syncFolder', 'append', 'remove']),
    );
    expect(await allCuts(recording)).toEqual([]);
  });

  it('would be noticed, were the content not synced', async () => {
    const recording = await record([[300_000]], (ops) => ({
      ...ops,
      create: async (path) => ({ ...(await ops.create(path)), sync: async () => undefined }),
    }));
    // The content was never recorded as written, because nobody asked for it to last.
    expect((await allCuts(recording)).some((wrong) => wrong.includes('acknowledged'))).toBe(true);
  });

  it('would be noticed, were the new name not synced before the journal takes it', async () => {
    const recording = await record([[300_000]], (ops) => ({ ...ops, syncFolder: async () => undefined }));
    expect((await allCuts(recording)).some((wrong) => wrong.includes('acknowledged and missing'))).toBe(true);
  });

  it('would be noticed, were there no marker before the rename', async () => {
    const recording = await record([[300_000]]);
    const log = recording.log.filter((each) => !('path' in each) || !each.path.endsWith('.pending'));
    expect((await allCuts({ ...recording, log })).some((wrong) => wrong.includes('left over'))).toBe(true);
  });

  it('leaves each of a group whole or not at all, and what came before it whole', async () => {
    const recording = await record([
      [0, 700, 70_000],
      [3_000, 65_536],
    ]);
    expect(await allCuts(recording)).toEqual([]);
  });

  it('would be noticed, were one of a group not synced', async () => {
    let made = 0;
    const recording = await record([[500, 600, 700]], (ops) => ({
      ...ops,
      create: async (path) => {
        const file = await ops.create(path);
        made += 1;
        return made === 2 ? { ...file, sync: async () => undefined } : file;
      },
    }));
    expect((await allCuts(recording)).some((wrong) => wrong.includes('acknowledged'))).toBe(true);
  });

  // Alone it would be mended at the next start, from `incoming/`: the group that follows makes the loss last.
  it('would be noticed, were one shelf of a group not synced', async () => {
    let shelves = 0;
    const recording = await record([[500, 600, 700], [800]], (ops) => ({
      ...ops,
      syncFolder: async (path) => {
        if (/[/\\][0-9a-f]{2}$/.test(path)) shelves += 1;
        if (!/[/\\][0-9a-f]{2}$/.test(path) || shelves !== 1) await ops.syncFolder(path);
      },
    }));
    expect((await allCuts(recording)).some((wrong) => wrong.includes('acknowledged and missing'))).toBe(true);
  });

  it('would be noticed, were the journal told before the contents last', async () => {
    const { log, blobs } = await record([[500, 600, 700]]);
    const told = log.find(({ op }) => op === 'append') ?? { op: 'append' as const, blobs: [] };
    const others = log.filter((each) => each !== told);
    const wrong = {
      blobs,
      log: others.toSpliced(
        others.findIndex(({ op }) => op === 'sync'),
        0,
        told,
      ),
    };
    expect((await allCuts(wrong)).some((found) => found.includes('acknowledged and'))).toBe(true);
  });

  it('would be noticed, were the group renamed before its markers last', async () => {
    const { log, blobs } = await record([[500, 600, 700]]);
    const markers = log.findIndex((each) => each.op === 'syncFolder' && each.path === 'incoming');
    const wrong = { blobs, log: log.toSpliced(markers, 1) };
    expect((await allCuts(wrong)).some((found) => found.includes('left over'))).toBe(true);
  });
});
