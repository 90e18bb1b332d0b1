import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as mupdf from 'mupdf';
import { demoFolder } from './demo-case.ts';
import { greyTiff } from './image-files.ts';
import { painter } from './painter.ts';
import {
  fingerprint,
  highlight,
  receivedStamp,
  roundSeal,
  type Sheet,
  savePaper,
  scannedPdf,
  scanPage,
  signature,
  typePaper,
} from './paper.ts';
import { bankRows } from './tables.ts';

/** The demonstration's papers: their text is in `resources/demo/documents`, their stamps and signatures here. */

function document(name: string): string {
  return readFileSync(join(demoFolder, 'documents', name), 'utf8');
}

function typed(name: string, sheet: Sheet, day: string, fill: (html: string) => string = (html) => html) {
  const html = fill(document(`${name}.html`));
  const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? name;
  const date = new Date(`${day}T15:00:00Z`);
  return { pdf: typePaper(html, document('estilo.css'), sheet, title, date), date };
}

function lastPage(pdf: mupdf.PDFDocument): mupdf.PDFPage {
  return pdf.loadPage(pdf.countPages() - 1);
}

/** Where a phrase stands last on a page (its left and top in points), so that a signature goes above the name. */
function placeOf(page: mupdf.PDFPage, phrase: string): readonly [x: number, y: number] {
  const quad = page.search(phrase, {}).at(-1)?.[0];
  if (quad === undefined) throw new Error(`The place to sign is not on the page: ${phrase}`);
  return [quad[0], quad[1]];
}

function signAbove(page: mupdf.PDFPage, name: string, date: Date, seed: number): void {
  const [x, y] = placeOf(page, name);
  signature(page, x + 12, y - 22, name, date, seed);
}

export function searchRecord(): Uint8Array {
  const { pdf, date } = typed('acta-allanamiento', 'oficio', '2026-09-14');
  receivedStamp(pdf.loadPage(0), 420, 20, ['RECIBIDO', 'Secretaría · El Alto', '14 SEP 2026 · 12:05'], date);
  const page = lastPage(pdf);
  const signers = ['Dra. Amalia Rocabado Téllez', 'Tte. Marisol Quenta Flores', 'Eusebia Laura Chambi'];
  signers.forEach((name, index) => {
    signAbove(page, name, date, 11 + index);
  });
  signAbove(page, 'Sgto. 1.º Freddy Ayaviri Condo', date, 14);
  const [x, y] = placeOf(page, 'Fiscal de Materia');
  roundSeal(page, x + 120, y - 20, 'Ministerio Público', date);
  return savePaper(pdf);
}

export function policeReport(): Uint8Array {
  const { pdf, date } = typed('informe-policial', 'carta', '2026-08-28');
  const first = pdf.loadPage(0);
  receivedStamp(first, 430, 18, ['RECIBIDO', 'Fiscalía · El Alto', '31 AGO 2026 · 08:40'], date);
  highlight(first, '700-00-118', 'Pedir registro de llamadas', 'Dra. Amalia Rocabado Téllez', date);
  const page = lastPage(pdf);
  signAbove(page, 'Sgto. 1.º Freddy Ayaviri Condo', date, 21);
  signAbove(page, 'Tte. Marisol Quenta Flores', date, 22);
  return savePaper(pdf);
}

/** Messages in each week, as bars. */
function messageChart(): string {
  const weeks = [12, 18, 31, 64, 22, 15, 19, 58, 71, 26, 20, 17, 14, 16, 9];
  const picture = painter(860, 300, 0xffffff);
  weeks.forEach((count, index) => {
    const height = count * 3.1;
    picture.rect(60 + index * 52, 250 - height, 34, height, count > 50 ? 0x9b2c25 : 0x14666b);
    picture.text(64 + index * 52, 242 - height, 15, String(count), 0x333333);
    picture.text(66 + index * 52, 272, 15, `S${index + 1}`, 0x333333);
  });
  picture.line(
    [
      [50, 250],
      [840, 250],
    ],
    2,
    0x333333,
  );
  return `data:image/png;base64,${Buffer.from(picture.finish().asPNG()).toString('base64')}`;
}

export function expertReport(): Uint8Array {
  const { pdf, date } = typed('pericia-informatica', 'carta', '2026-10-06', (html) =>
    html.replace('grafico.png', messageChart()),
  );
  const page = lastPage(pdf);
  const [x, y] = placeOf(page, 'Ing. Ludmila Ortuño Vargas');
  signature(page, x + 12, y - 22, 'Ing. Ludmila Ortuño Vargas', date, 31);
  roundSeal(page, x + 190, y - 14, 'Investigaciones Forenses', date);
  return savePaper(pdf);
}

export function medicalCertificate(): Uint8Array {
  const { pdf, date } = typed('certificado-medico', 'carta', '2026-09-15');
  const page = lastPage(pdf);
  const [x, y] = placeOf(page, 'Médico forense');
  signature(page, x - 14, y - 34, 'Dr. Hernán Sanabria Poma', date, 41);
  roundSeal(page, x + 170, y - 24, 'Medicina Forense', date);
  return savePaper(pdf);
}

/** Many landscape pages of figures. */
export function bankStatement(): Uint8Array {
  const { pdf, date } = typed('extracto-bancario', 'apaisada', '2026-09-18', (html) =>
    html.replace('{{rows}}', bankRows()),
  );
  receivedStamp(pdf.loadPage(0), 600, 16, ['RECIBIDO', 'Fiscalía · El Alto', '21 SEP 2026 · 16:20'], date);
  return savePaper(pdf);
}

/** The contract as it was scanned: a picture, a little turned, no text to select. */
export function scannedContract(): Uint8Array {
  const { pdf, date } = typed('contrato-trabajo', 'oficio', '2026-06-28');
  const page = lastPage(pdf);
  signAbove(page, 'Por la agencia', date, 51);
  signAbove(page, 'La trabajadora', date, 52);
  const [x, y] = placeOf(page, 'La trabajadora');
  fingerprint(page, x + 130, y - 16, date);
  return scannedPdf([scanPage(page, 120, 0.7, 5)], 120);
}

/** The bus ticket, scanned to TIFF. */
export function scannedTicket(): Uint8Array {
  const { pdf } = typed('boleto-flota', 'boleto', '2026-06-28');
  const pixmap = scanPage(lastPage(pdf), 150, -1.2, 6);
  return greyTiff(
    { width: pixmap.getWidth(), height: pixmap.getHeight(), bytes: Uint8Array.from(pixmap.getPixels()) },
    150,
  );
}
