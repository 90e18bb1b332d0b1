import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { createReaderProcess } from '../../electron/core/features/reading/reader-process.ts';
import { bytesInMemory } from '../../electron/core/vault/blob-store.ts';
import { onePagePdf } from '../fixtures/pdf.ts';
import { has } from '../support/tools.ts';
import { median, type Row, seconds } from './measure.ts';

const pages = 2_000;
const rounds = 5;

/** A document of many pages, each with some hundred words. */
function manyPages(): Uint8Array {
  const document = new mupdf.PDFDocument();
  const words = Array.from({ length: 40 }, (_, n) => `palabra ${n} del informe pericial`).join(' ');
  const one = mupdf.Document.openDocument(onePagePdf(words), 'application/pdf') as mupdf.PDFDocument;
  const map = document.newGraftMap();
  for (let page = 0; page < pages; page += 1) map.graftPage(-1, one, 0);
  return document.saveToBuffer('').asUint8Array().slice();
}

/** Reading a document's text in the process apart, against MuPDF's own program writing it to nowhere. */
export async function benchReading(folder: string): Promise<Row[]> {
  if (!has('mutool', 'the comparison with MuPDF'))
    return [{ what: 'text of a PDF ÷ mutool draw -F text', value: 'NOT RUN: no mutool here' }];
  const path = join(folder, 'many.pdf');
  writeFileSync(path, manyPages());
  const content = bytesInMemory(readFileSync(path));
  const reader = createReaderProcess({ background: false });
  const job = { what: { do: 'read' } as const, name: 'many.pdf', type: 'application/pdf', content };
  const ours: number[] = [];
  const theirs: number[] = [];
  let read = 0;
  // The process is there when a second file comes; its start is told apart.
  const began = await seconds(() =>
    reader.run({ ...job, content: bytesInMemory(onePagePdf('x')) }, () => undefined),
  );
  for (let round = 0; round < rounds; round += 1) {
    read = 0;
    ours.push(await seconds(() => reader.run(job, () => (read += 1))));
    theirs.push(
      await seconds(() =>
        execFileSync('mutool', ['draw', '-q', '-F', 'text', '-o', '/dev/null', path], { stdio: 'ignore' }),
      ),
    );
  }
  reader.close();
  if (read !== pages) throw new Error(`${read} pages read`);
  return [
    {
      what: `text of a PDF of ${pages} pages, in the process apart ÷ \`mutool draw -F text\``,
      value: `${(median(ours) / median(theirs)).toFixed(2)} (${median(ours).toFixed(2)} s against ${median(theirs).toFixed(2)} s; the process starts in ${began.toFixed(2)} s)`,
    },
  ];
}
