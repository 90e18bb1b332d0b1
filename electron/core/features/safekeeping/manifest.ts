import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CustodiaError, systemCode } from '../../api/errors.ts';
import type { Problem, Verification } from '../../journal/model.ts';

/** The list of a copy's files as `sha256sum -c` reads it. */
export const manifestName = 'manifest-sha256.txt';

const line = /^([0-9a-f]{64}) {2}([A-Za-z0-9._/-]+)$/;

export function manifestText(hashes: ReadonlyMap<string, string>): string {
  return [...hashes].map(([path, hash]) => `${hash}  ${path}\n`).join('');
}

async function readManifest(folder: string): Promise<Map<string, string>> {
  let text: string;
  try {
    text = await readFile(join(folder, manifestName), 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') {
      throw new CustodiaError('backup.notOne', {}, { cause: error });
    }
    throw error;
  }
  const hashes = new Map<string, string>();
  for (const each of text.split('\n').filter((one) => one !== '')) {
    const [, hash, path] = line.exec(each) ?? [];
    if (hash === undefined || path === undefined || path.split('/').includes('..')) {
      throw new CustodiaError('backup.notOne');
    }
    hashes.set(path, hash);
  }
  return hashes;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(part as Buffer);
  return hash.digest('hex');
}

/** Every file below a folder, by its path from there with `/`. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Compares a copy with its list: files that are missing, changed or not listed. Needs no key. */
export async function verifyBackup(folder: string): Promise<Verification & { files: number }> {
  const hashes = await readManifest(folder);
  const problems: Problem[] = [];
  for (const [path, expected] of hashes) {
    const what = await problemWithFile(join(folder, path), expected);
    if (what !== null) problems.push({ item: path, what });
  }
  for (const path of await filesBelow(folder)) {
    if (path !== manifestName && !hashes.has(path)) problems.push({ item: path, what: 'unexpected' });
  }
  return { valid: problems.length === 0, problems, files: hashes.size };
}

async function problemWithFile(path: string, expected: string): Promise<string | null> {
  try {
    if (!(await lstat(path)).isFile()) return 'changed';
    return (await hashOf(path)) === expected ? null : 'changed';
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'missing';
    throw error;
  }
}
