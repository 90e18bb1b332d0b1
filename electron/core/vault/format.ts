import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CustodiaError, systemCode } from '../api/errors.ts';
import { writeDurably } from './files.ts';
import type { Layout } from './layout.ts';

/** The version of the vault's layout. A higher one on disk was written by a newer program: hands off. */
export const formatVersion = 1;

const format = z.object({
  format: z.literal('custodia-vault'),
  version: z.number().int(),
  /** Hex. Salts the names of user files. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
});

export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

export async function writeFormat(layout: Layout, salt: string): Promise<void> {
  const text = JSON.stringify({ format: 'custodia-vault', version: formatVersion, salt });
  await writeDurably(layout.format, Buffer.from(`${text}\n`));
}

/** Reads the salt, or `null` where there is no vault. A folder with other things in it is no place for one either. */
export async function readFormat(layout: Layout): Promise<{ readonly salt: string } | null> {
  let text: string;
  try {
    text = await readFile(layout.format, 'utf8');
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    if (await isEmptyOrAbsent(layout.root)) return null;
    throw new CustodiaError('vault.keyringMissing', {}, { cause: error });
  }
  const parsed = format.safeParse(parseJson(text));
  if (!parsed.success) throw new CustodiaError('vault.keyringDamaged');
  if (parsed.data.version > formatVersion) {
    throw new CustodiaError('vault.newerVersion', { version: parsed.data.version });
  }
  return { salt: parsed.data.salt };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function isEmptyOrAbsent(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return true;
    throw error;
  }
}
