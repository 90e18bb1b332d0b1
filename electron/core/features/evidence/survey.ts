import { constants } from 'node:fs';
import { access, lstat, opendir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { CustodiaError, systemCode } from '../../api/errors.ts';
import type { Survey, SurveyChoice } from './model.ts';
import type { IntakeFile } from './steps.ts';

/** More files than this are more than one intake: the person is told to attach part by part. */
const mostFiles = 500_000;
const mostNamed = 50;

/** Files and folders that systems leave on every disk, and that nobody means. */
const litterFiles = /^(thumbs\.db|desktop\.ini|\.ds_store|\._.*)$/i;
const litterFolders =
  /^(\$recycle\.bin|system volume information|\.spotlight-v100|\.trashes|\.fseventsd|lost\+found)$/i;

interface Found extends IntakeFile {
  readonly litter: boolean;
}

/** What lies in a chosen folder, as far as names and sizes tell: nothing is opened, nothing attached. */
export interface Surveyed {
  readonly files: readonly Found[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  readonly links: number;
}

/**
 * Walks folders in order of their names. Links are counted, not followed: what lies outside the folder is not what
 * the person chose. Throws `intake.tooMany` beyond half a million files.
 */
export async function walk(roots: readonly string[]): Promise<Surveyed> {
  const files: Found[] = [];
  const unreadable: { path: string; reason: string }[] = [];
  let links = 0;

  async function visit(folder: string, shown: string, litter: boolean): Promise<void> {
    const names = await namesIn(folder, shown);
    for (const { name, kind } of names) {
      const path = join(folder, name);
      const inside = shown === '' ? name : `${shown}/${name}`;
      if (kind === 'link') links += 1;
      else if (kind === 'folder') await visit(path, inside, litter || litterFolders.test(name));
      else if (kind === 'file') await note(path, name, shown, litter || litterFiles.test(name));
      // A pipe, a socket, a device: named, so that nothing is left out without a word.
      else unreadable.push({ path: inside, reason: 'ENOTSUP' });
    }
  }

  async function namesIn(folder: string, shown: string) {
    const found: { name: string; kind: 'file' | 'folder' | 'link' | 'other' }[] = [];
    try {
      for await (const entry of await opendir(folder)) {
        const kind = entry.isSymbolicLink()
          ? 'link'
          : entry.isDirectory()
            ? 'folder'
            : entry.isFile()
              ? 'file'
              : 'other';
        found.push({ name: entry.name, kind });
      }
    } catch (error) {
      unreadable.push({ path: shown === '' ? basename(folder) : shown, reason: systemCode(error) });
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async function note(path: string, name: string, folder: string, litter: boolean): Promise<void> {
    try {
      const { size } = await lstat(path);
      await access(path, constants.R_OK);
      files.push({ path, name: name.normalize('NFC'), size, folder, litter });
    } catch (error) {
      unreadable.push({ path: folder === '' ? name : `${folder}/${name}`, reason: systemCode(error) });
    }
    if (files.length > mostFiles) throw new CustodiaError('intake.tooMany', { most: mostFiles });
  }

  for (const root of roots) await visit(root, roots.length > 1 ? basename(root) : '', false);
  return { files, unreadable, links };
}

/** `.jpg`; empty for a name without one. */
function endingOf(name: string): string {
  return extname(name).toLowerCase();
}

/** What a person is shown before anything is attached. Sizes in bytes. */
export function summarise(id: string, { files, unreadable, links }: Surveyed, free: number): Survey {
  const byEnding = new Map<string, { files: number; bytes: number }>();
  for (const file of files.filter((each) => !each.litter)) {
    const sum = byEnding.get(endingOf(file.name)) ?? { files: 0, bytes: 0 };
    byEnding.set(endingOf(file.name), { files: sum.files + 1, bytes: sum.bytes + file.size });
  }
  const kept = files.filter((file) => !file.litter);
  const bytes = kept.reduce((sum, file) => sum + file.size, 0);
  return {
    id,
    files: kept.length,
    bytes,
    kinds: [...byEnding]
      .map(([ending, sum]) => ({ ending, ...sum }))
      .sort((a, b) => b.files - a.files || a.ending.localeCompare(b.ending)),
    litter: files.length - kept.length,
    empty: kept.filter((file) => file.size === 0).length,
    links,
    unreadable: unreadable.length,
    unreadableNames: unreadable.slice(0, mostNamed).map(({ path }) => path),
    largest: kept.reduce((most, file) => Math.max(most, file.size), 0),
    free,
  };
}

/** The files that are to be attached, by what the person leaves out. */
export function chosen({ files }: Surveyed, leave: SurveyChoice): IntakeFile[] {
  const endings = new Set(leave.endings);
  return files
    .filter((file) => (leave.litter ? !file.litter : true) && !endings.has(endingOf(file.name)))
    .map(({ litter: _, ...file }) => file);
}
