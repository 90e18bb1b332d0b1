import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { CustodiaError } from '../../../../api/errors.ts';
import { moduleUrl } from '../../../../threads.ts';
import { ReaderFailed, startWorker, type Worker } from '../worker.ts';
import type { Hit, LookAnswer, LookQuestion, Reader } from './process.ts';

export type Looker = Worker<LookQuestion, LookAnswer>;

/** Starts the reader that looks for terms in files that others wrote. */
export function startLooker(signal: AbortSignal): Looker {
  return startWorker<LookQuestion, LookAnswer>(moduleUrl('./process', import.meta.url), signal);
}

/** Where a hit stands, in words that a clerk can follow and that do not say what was found. */
export interface PlaceOfHit {
  /** Number of the exhibit; empty for what the bundle itself prints or writes. */
  readonly exhibit: string;
  readonly page: string;
}

export interface ReadBack {
  readonly terms: LookQuestion['terms'];
  /** Which exhibit and page a place in a file is, by the file's path inside the package. */
  placeOf(path: string, page: number | null): PlaceOfHit;
  /** An exhibit's own file as it is: what its readers cannot read was told before. */
  isNative(path: string): boolean;
  progress(done: number, total: number): void;
  readonly signal: AbortSignal;
}

/**
 * Reads every file of a finished package by programs that did not write it, and looks for every term in it, in the names of
 * files too. Gives the readers that read all PDFs: none where there is nothing to look for.
 *
 * @throws `bundle.reveals` where one stands anywhere; `bundle.notChecked` where a file cannot be read back
 */
export async function readBack(folder: string, order: ReadBack): Promise<readonly Reader[]> {
  if (order.terms.length === 0) return [];
  const files = await filesOf(folder);
  const looker = startLooker(order.signal);
  const readers = new Set<Reader>(['bytes', 'pdfjs', 'poppler', 'qpdf']);
  try {
    for (const [at, path] of files.entries()) {
      order.progress(at, files.length);
      const answer = await lookAt(looker, folder, path, order);
      requireNone(path, answer.hits, order);
      if (!path.endsWith('.pdf') || order.isNative(path)) continue;
      for (const reader of [...readers]) {
        const outcome = answer.readers[reader];
        if (outcome === 'failed') throw new CustodiaError('bundle.notChecked', { name: path });
        if (outcome === 'absent') readers.delete(reader);
      }
    }
    // The folder's name is the package's: it is written on the medium.
    requireNone('', await namesIn(looker, [relative(join(folder, '..'), folder), ...files], order), order);
    return [...readers];
  } finally {
    looker.close();
  }
}

async function lookAt(looker: Looker, folder: string, path: string, order: ReadBack): Promise<LookAnswer> {
  try {
    return await looker.ask({ path: join(folder, ...path.split('/')), terms: order.terms, fully: true });
  } catch (error) {
    if (error instanceof ReaderFailed) throw new CustodiaError('bundle.notChecked', { name: path });
    throw error;
  }
}

async function namesIn(looker: Looker, names: readonly string[], order: ReadBack): Promise<readonly Hit[]> {
  const bytes = Buffer.from(names.join('\n'));
  return (await looker.ask({ bytes, terms: order.terms, fully: false })).hits;
}

function requireNone(path: string, hits: readonly Hit[], order: ReadBack): void {
  const hit = hits.find(({ page }) => page !== null) ?? hits[0];
  if (hit === undefined) return;
  const { exhibit, page } = order.placeOf(path, hit.page);
  const shown = { exhibit: exhibit === '' ? '—' : exhibit, page: page === '' ? '—' : page };
  throw new CustodiaError('bundle.reveals', { ...shown, file: fileText(path, exhibit) });
}

/** A file's name may be what reveals: only the bundle's own files are named. */
function fileText(path: string, exhibit: string): string {
  return exhibit === '' && /^[\w./-]*$/.test(path) && path !== '' ? path : '—';
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
