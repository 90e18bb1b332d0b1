import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { bundleElectron } from '../../build/bundle-electron.ts';
import { seededRandom } from '../../build/demo/random.ts';
import type { Client } from '../../electron/core/client.ts';
import { createClient } from '../../electron/core/client.ts';
import { coreFlags } from '../../electron/shells/core-flags.ts';
import { rawPdf } from '../fixtures/pdf.ts';
import { has } from '../support/tools.ts';
import { first, noProvenance } from '../support/vault.ts';
import { median, type Row, runWorker } from './measure.ts';

const exhibits = 300;
const pages = 2_000;
const rounds = 3;
/** Pages of one scanned document. */
const scansInOne = 100;

/** Reports of a few pages each, with forty lines on each page. */
function writeReports(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const words = 'el informe señala que fue trasladada desde la terminal hasta el inmueble'.split(' ');
  return Array.from({ length: exhibits }, (_, n) => {
    const document = new mupdf.PDFDocument();
    const font = document.addSimpleFont(new mupdf.Font('Times-Roman'));
    const count = Math.floor(((n + 1) * pages) / exhibits) - Math.floor((n * pages) / exhibits);
    for (let page = 0; page < count; page += 1) {
      const lines = Array.from({ length: 40 }, (_, line) => {
        const said = Array.from(
          { length: 11 },
          (_, at) => words[(line * 7 + at * 3 + page + n) % words.length],
        );
        return `(${said.join(' ').replace('ñ', 'n')}) Tj T*`;
      });
      const content = `BT /F 11 Tf 15 TL 60 780 Td ${lines.join('\n')} ET`;
      document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, { Font: { F: font } }, content));
    }
    const path = join(folder, `informe ${String(n).padStart(3, '0')}.pdf`);
    writeFileSync(path, document.saveToBuffer('compress').asUint8Array());
    return path;
  });
}

/** Written as text: an engine that made gigabytes of them would keep what it has put out. */
function scannedPdf(jpeg: Buffer, pages: number, n: number): Buffer {
  const kids = Array.from({ length: pages }, (_, page) => `${3 + 3 * page} 0 R`).join(' ');
  const content = 'q 595 0 0 842 0 0 cm /I Do Q';
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, (_, page) => {
      const [own, image] = [4 + 3 * page, 5 + 3 * page];
      // A JPEG ends at its end mark: what follows makes it another file of the same picture.
      const bytes = `${jpeg.toString('latin1')}${n}/${page}`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${own} 0 R /Resources << /XObject << /I ${image} 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
        `<< /Type /XObject /Subtype /Image /Width 620 /Height 877 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`,
      ];
    }).flat(),
  ]);
}

/** Documents of grey scans, a quarter of a megabyte a page, each page with pixels of its own. */
function writeScans(folder: string, count: number): string[] {
  mkdirSync(folder, { recursive: true });
  const next = seededRandom(7);
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, 620, 877], false);
  const pixels = pixmap.getPixels();
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = 255 * next();
  const jpeg = Buffer.from(pixmap.asJPEG(60, false));
  const paths: string[] = [];
  for (let n = 0; n * scansInOne < count; n += 1) {
    const path = join(folder, `escaneo ${String(n).padStart(3, '0')}.pdf`);
    writeFileSync(path, scannedPdf(jpeg, Math.min(scansInOne, count - n * scansInOne), n));
    paths.push(path);
  }
  return paths;
}

/** What the process that exports is told. */
export interface BundleOrder {
  readonly vault: string;
  readonly exports: string;
  readonly user: typeof first;
  readonly case: string;
  readonly exhibits: readonly string[];
  readonly rounds: number;
  /** Files that qpdf merges in turn with it. */
  readonly merge: readonly string[];
  /** What is added for one export more, after the vault was locked and opened again. */
  readonly more: readonly string[];
}

/** Seconds of each round, the most memory in bytes, and the last bundle's pages and the bytes of its volumes. */
export interface BundleMeasured {
  readonly ours: number[];
  readonly qpdf: number[];
  readonly again: number[];
  ourMemory: number;
  qpdfMemory: number;
  pages: number;
  /** Of the last: how many volumes were taken from the one before. */
  taken: number;
  volumes: readonly number[];
}

async function measure(order: BundleOrder): Promise<BundleMeasured> {
  return JSON.parse(await runWorker('bundle-worker', order, coreFlags)) as BundleMeasured;
}

async function attach(client: Client, caseId: string, paths: readonly string[]): Promise<string[]> {
  const files = await Promise.all(paths.map(async (path) => (await client.core.offerFile(path)).handle));
  const intake = await client.call('evidence.attach', { case: caseId, files, provenance: noProvenance });
  const { results } = await client.core.services.intakes.ended(intake.id);
  return results.map(({ exhibit }) => exhibit ?? '');
}

/** A vault with a case of these files, attached and read. */
async function vaultOf(root: string, paths: readonly string[]) {
  const [vault, exports] = [join(root, 'vault'), join(root, 'exports')];
  mkdirSync(exports);
  const client = createClient(vault, undefined, exports);
  try {
    await client.call('vault.create', {
      office: { name: 'Fiscalía', jurisdiction: 'bolivia', language: 'es' },
      user: first,
    });
    const { id } = await client.call('cases.open', { title: 'Legajo' });
    const exhibits = await attach(client, id, paths);
    await client.core.services.reading.settled(false);
    return { vault, exports, user: first, case: id, exhibits, more: [] };
  } finally {
    await client.core.stop();
  }
}

/**
 * A bundle of 2,000 pages from 300 exhibits, out of the vault into a signed package, beside qpdf merging the same files and doing
 * nothing else; in turn. Then `scans` scanned pages, volume by volume. Both by the compiled core in a process of its own.
 */
export async function benchBundle(folder: string, scans: number): Promise<Row[]> {
  if (!has('qpdf', 'the comparison with qpdf'))
    return [{ what: 'a bundle ÷ `qpdf --empty --pages`', value: 'NOT RUN: no qpdf here' }];
  await bundleElectron();
  const root = join(folder, 'bundle');
  const paths = writeReports(join(root, 'reports'));
  const made = await measure({ ...(await vaultOf(root, paths)), rounds, merge: paths });
  const [ours, qpdf] = [median(made.ours), median(made.qpdf)];
  const rows: Row[] = [
    {
      what: `bundle of ${pages} pages from ${exhibits} exhibits (${made.pages} pages with its own) ÷ \`qpdf --empty --pages\``,
      value: `${(ours / qpdf).toFixed(2)} (${ours.toFixed(2)} s against ${qpdf.toFixed(2)} s)`,
      bound: '≤ 4',
      holds: ours / qpdf <= 4,
    },
    {
      what: 'its memory, the core and all its processes together; that of qpdf',
      value: `${(made.ourMemory / 1e6).toFixed(0)} MB; ${(made.qpdfMemory / 1e6).toFixed(0)} MB`,
    },
  ];
  return scans === 0 ? rows : [...rows, ...(await scanRows(join(folder, 'scanned'), scans))];
}

/** The scans but for the last document, then all of them. */
async function scanRows(root: string, scans: number): Promise<Row[]> {
  const paths = writeScans(join(root, 'scans'), scans);
  const vault = await vaultOf(root, paths);
  rmSync(join(root, 'scans'), { recursive: true });
  const [exhibits, more] = [vault.exhibits.slice(0, -1), vault.exhibits.slice(-1)];
  const made = await measure({ ...vault, exhibits, more, rounds: 1, merge: [] });
  const { ours, again, ourMemory, volumes, taken } = made;
  const bytes = volumes.reduce((sum, each) => sum + each, 0);
  return [
    {
      what: `${scans.toLocaleString('en')} scanned pages, ${(bytes / 1e9).toFixed(1)} GB in ${volumes.length} volumes: memory, the core and all its processes together`,
      value: `${(ourMemory / 1e6).toFixed(0)} MB (${median(ours).toFixed(0)} s without the last ${scansInOne})`,
      bound: '1,000 MB',
      holds: ourMemory < 1e9,
    },
    {
      what: `the vault locked and opened, the same exported again with the last ${scansInOne}: volumes that were taken as they were`,
      value: `${taken} (${median(again).toFixed(0)} s)`,
    },
  ];
}
