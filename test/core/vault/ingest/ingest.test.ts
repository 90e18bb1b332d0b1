import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CustodiaError } from '../../../../electron/core/api/errors.ts';
import { newIdentity } from '../../../../electron/core/vault/age/seal.ts';
import { problemWithBlob } from '../../../../electron/core/vault/blobs.ts';
import { type FileOps, nodeFileOps } from '../../../../electron/core/vault/files.ts';
import {
  createIngest,
  type Ingest,
  type StoredOrNot,
} from '../../../../electron/core/vault/ingest/ingest.ts';

let root: string;
let identity: { identity: string; recipient: string };
let count = 0;
const open: Ingest[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'custodia-ingest-'));
  identity = await newIdentity();
});
afterAll(async () => {
  await Promise.all(open.map((each) => each.close()));
  rmSync(root, { recursive: true, force: true });
});

function start(ops: FileOps = nodeFileOps): { ingest: Ingest; blobs: string } {
  count += 1;
  const blobs = join(root, `blobs-${count}`);
  mkdirSync(blobs);
  const ingest = createIngest({ blobs, recipients: () => [identity.recipient], ops });
  open.push(ingest);
  return { ingest, blobs };
}

function makeFile(content: Uint8Array): string {
  count += 1;
  const path = join(root, `file-${count}`);
  writeFileSync(path, content);
  return path;
}

function codeOf(outcome: StoredOrNot | undefined): string {
  return outcome !== undefined && 'refused' in outcome ? outcome.refused.code : 'stored';
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

describe('files stored together', () => {
  it('each open again with the hash told, whatever their sizes', async () => {
    const { ingest, blobs } = start();
    const contents = [0, 1, 4_100, 65_536, 65_537, 1_500_000, 10].map((size) => randomBytes(size));
    const outcomes = await ingest.storeTogether(contents.map(makeFile));
    const keys = { blobs, identities: [identity.identity] };
    for (const [index, content] of contents.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined || 'refused' in outcome) throw new Error(`file ${index} was refused`);
      const { blob, sha256, size, head } = outcome.stored;
      expect(size).toBe(content.length);
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
      expect(Buffer.from(head)).toEqual(content.subarray(0, 4_100));
      expect(await problemWithBlob(keys, blob, sha256)).toBeNull();
    }
  });

  it('do without those that are refused, each for its own reason, and nothing of these is left', async () => {
    const { ingest, blobs } = start();
    const folder = join(root, 'carpeta');
    mkdirSync(folder);
    const good = makeFile(randomBytes(100));
    const outcomes = await ingest.storeTogether([join(root, 'ya no.txt'), good, folder]);
    expect(outcomes.map(codeOf)).toEqual(['file.vanished', 'stored', 'file.notAFile']);
    const [gone] = outcomes;
    expect(gone !== undefined && 'refused' in gone ? gone.refused.params : {}).toEqual({ name: 'ya no.txt' });
    expect(filesIn(blobs)).toHaveLength(2); // the blob and its marker
  });

  it('leave nothing where the disk fails in the middle of the group', async () => {
    let syncs = 0;
    const { ingest, blobs } = start({
      ...nodeFileOps,
      create: async (path) => {
        const file = await nodeFileOps.create(path);
        return {
          ...file,
          sync: async () => {
            syncs += 1;
            if (syncs === 3) throw new CustodiaError('disk.failed');
            await file.sync();
          },
        };
      },
    });
    const paths = Array.from({ length: 6 }, () => makeFile(randomBytes(50)));
    await expect(ingest.storeTogether(paths)).rejects.toMatchObject({ code: 'disk.failed' });
    expect(filesIn(blobs)).toEqual([]);
  });

  it('are refused before anything is written where they do not fit together', async () => {
    const room = 16 * 1024 * 1024 + 5_000;
    const { ingest, blobs } = start({ ...nodeFileOps, freeSpace: async () => room });
    const one = makeFile(randomBytes(3_000));
    const other = makeFile(randomBytes(3_000));
    await expect(ingest.storeTogether([one, other])).rejects.toMatchObject({ code: 'disk.full' });
    expect(filesIn(blobs)).toEqual([]);
    await expect(ingest.store({ path: one })).resolves.toMatchObject({ size: 3_000 });
  });

  it('leave nothing where they are called off', async () => {
    const { ingest, blobs } = start();
    const abort = new AbortController();
    const paths = Array.from({ length: 40 }, () => makeFile(randomBytes(500)));
    const stored = ingest.storeTogether(paths, {
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    await expect(stored).rejects.toMatchObject({ code: 'call.cancelled' });
    expect(filesIn(blobs)).toEqual([]);
  });

  it('tell how far they are as one', async () => {
    const { ingest } = start();
    const told: number[] = [];
    const paths = [100, 200, 70_000].map((size) => makeFile(randomBytes(size)));
    await ingest.storeTogether(paths, { onProgress: ({ done }) => told.push(done) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(70_300);
  });
});

const pipeMaker = 'mkfifo';

it('refuses a pipe at once', { timeout: 5_000 }, async () => {
  const { ingest } = start();
  const path = join(root, 'tubo');
  if (spawnSync(pipeMaker, [path]).status !== 0) {
    process.stderr.write(`No ${pipeMaker} here: a pipe is not tried\n`);
    return;
  }
  await expect(ingest.store({ path })).rejects.toMatchObject({ code: 'file.notAFile' });
});
