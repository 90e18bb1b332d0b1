import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Term } from '../../../../redaction/model.ts';
import { serve } from '../worker.ts';
import { inBytes, inPiece } from './bytes.ts';
import { readPdf } from './pdf-reader.ts';
import { type Outcome, popplerFacts, popplerTexts, qpdfPieces } from './programs.ts';
import { type Sought, soughtOf } from './sought.ts';

/** The process that reads files back and looks for terms. It did not write them, has no vault, and may be killed any time. */

export type LookQuestion = {
  readonly terms: readonly Term[];
  /** Read as the readers of a court would, not only byte by byte. */
  readonly fully: boolean;
} & ({ readonly path: string } | { readonly bytes: Uint8Array });

export interface Hit {
  readonly term: number;
  /** Of a PDF, from 0 on; null where it is on no page. */
  readonly page: number | null;
}

export interface LookAnswer {
  readonly hits: readonly Hit[];
  /** Which readers read it: what is installed, and what could read the file. */
  readonly readers: Readonly<Record<Reader, Outcome>>;
}

export type Reader = 'bytes' | 'pdfjs' | 'poppler' | 'qpdf';

/** Larger files are read by programs only: they would have to stand in memory whole. */
const mostInMemory = 1024 * 1024 * 1024;

serve<LookQuestion, LookAnswer>(async (question, alive) => {
  const sought = soughtOf(question.terms);
  const hits = new Map<string, Hit>();
  const add = (page: number | null, terms: Iterable<number>): void => {
    for (const term of terms) hits.set(`${page} ${term}`, { page, term });
  };
  const readers: Record<Reader, Outcome> = {
    bytes: 'read',
    pdfjs: 'absent',
    poppler: 'absent',
    qpdf: 'absent',
  };
  const bytes = await bytesOf(question);
  if (bytes === null) readers.bytes = 'failed';
  else add(null, await inBytes(bytes, sought, alive));
  if (question.fully && 'path' in question) {
    add(null, sought.in(basename(question.path), true));
    if (bytes === null || bytes.subarray(0, 1_024).includes('%PDF-')) {
      readers.pdfjs = bytes === null ? 'failed' : await readHere(bytes, sought, add, alive);
      readers.poppler = await readByPoppler(question.path, sought, add, alive);
      readers.qpdf = await qpdfPieces(question.path, (piece) => {
        alive();
        add(null, inPiece(piece, sought));
      });
    }
  }
  return { hits: [...hits.values()], readers };
});

async function bytesOf(question: LookQuestion): Promise<Buffer | null> {
  if ('bytes' in question)
    return Buffer.from(question.bytes.buffer, question.bytes.byteOffset, question.bytes.length);
  const { size } = await stat(question.path);
  return size > mostInMemory ? null : await readFile(question.path);
}

type Add = (page: number | null, terms: Iterable<number>) => void;

async function readHere(bytes: Buffer, sought: Sought, add: Add, alive: () => void): Promise<Outcome> {
  try {
    const pdf = await readPdf(bytes);
    for (let page = 0; page < pdf.pages; page += 1) {
      alive();
      for (const text of await pdf.page(page)) add(page, sought.in(text, true));
    }
    for (const text of await pdf.beside()) add(null, sought.in(text, true));
    for (const file of await pdf.files()) add(null, await inBytes(file, sought, alive));
    await pdf.close();
    return 'read';
  } catch {
    return 'failed'; // who asked decides whether a file that this reader cannot read may travel
  }
}

async function readByPoppler(path: string, sought: Sought, add: Add, alive: () => void): Promise<Outcome> {
  const outcome = await popplerTexts(path, (text, page) => add(page, sought.in(text, true)), alive);
  if (outcome !== 'read') return outcome;
  return popplerFacts(path, (text) => add(null, sought.in(text, true)));
}
