import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Words that stand nowhere else: found in a file that should be ciphertext, they tell of a leak. */
export const canaries = {
  office: 'OFICINAZQX',
  title: 'TITULOZQXW',
  summary: 'RELATOZQXW',
  person: 'PERSONAZQX',
  note: 'NOTAZQXWVU',
  secret: 'SECRETOZQX',
  fileName: 'ARCHIVOZQX',
  content: 'CONTENIDOZQXWV',
  place: 'LUGARZQXWV',
  custody: 'CUSTODIOZQ',
  user: 'USUARIOZQX',
  passphrase: 'frase',
} as const;

/** Every file below a folder; what vanishes while we look was no place to keep anything. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function read(path: string): Buffer | null {
  try {
    return statSync(path).size > 600 * 1024 * 1024 ? null : readFileSync(path);
  } catch {
    return null;
  }
}

/**
 * Which of the words stand in which file below the folders, as UTF-8 or UTF-16: in names and in contents. `looked`
 * counts the files, so that a test can tell an empty look from a clean one.
 */
export function findCanaries(
  folders: readonly string[],
  words: readonly string[],
): { found: string[]; looked: number } {
  const found: string[] = [];
  let looked = 0;
  for (const path of folders.flatMap(filesBelow)) {
    for (const word of words) if (path.includes(word)) found.push(`${word} in the name ${path}`);
    const bytes = read(path);
    if (bytes === null) continue;
    looked += 1;
    for (const word of words) {
      const forms = [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(word.toLowerCase())];
      if (forms.some((form) => bytes.includes(form))) found.push(`${word} in ${path}`);
    }
  }
  return { found, looked };
}
