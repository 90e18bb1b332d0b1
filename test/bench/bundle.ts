import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { seededRandom } from '../../build/demo/random.ts';
import type { Client } from '../../electron/core/client.ts';
import { createClient } from '../../electron/core/client.ts';
import type { BundleJobResult } from '../../electron/core/features/bundles/records.ts';
import { rawPdf } from '../fixtures/pdf.ts';
import { has } from '../support/tools.ts';
import { first, noProvenance } from '../support/vault.ts';
import { median, type Row, seconds } from './measure.ts';

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

/** Memory of a process and of those it started, in bytes: what lies in RAM now. */
function memoryOf(root: number): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map<number, { parent: number; bytes: number }>();
  for (const name of all) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      parents.set(Number(name), { parent: Number(fields[1]), bytes: Number(fields[21]) * 4_096 });
    } catch {
      // It has ended between the two looks.
    }
  }
  const belongs = (id: number): boolean => id === root || (id > 1 && belongs(parents.get(id)?.parent ?? 0));
  return [...parents.keys()].filter(belongs).reduce((sum, id) => sum + (parents.get(id)?.bytes ?? 0), 0);
}

/** The most memory that was in use while a piece of work ran. */
async function peakOf<T>(root: () => number, work: Promise<T>): Promise<{ result: T; megabytes: number }> {
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, memoryOf(root()));
  }, 50);
  try {
    return { result: await work, megabytes: most / 1e6 };
  } finally {
    clearInterval(look);
  }
}

async function merge(paths: readonly string[], out: string): Promise<number> {
  const child = spawn('qpdf', ['--empty', '--pages', ...paths, '--', out], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`qpdf: ${code}`))));
  });
  return (await peakOf(() => child.pid ?? 0, ended)).megabytes;
}

async function bundleOf(
  client: Client,
  caseId: string,
  ids: readonly string[],
): Promise<{ result: BundleJobResult; megabytes: number }> {
  const work = async () => {
    const job = await client.call('bundles.export', {
      case: caseId,
      title: 'Juicio',
      exhibits: ids,
      unreadable: 'stop',
    });
    const ended = await client.core.services.jobs.ended(job.id);
    if (ended.state !== 'done') throw new Error(`the export ended as ${ended.error?.code ?? ended.state}`);
    return ended.result as BundleJobResult;
  };
  return peakOf(() => process.pid, work());
}

async function attach(client: Client, caseId: string, paths: readonly string[]): Promise<string[]> {
  const files = await Promise.all(paths.map(async (path) => (await client.core.offerFile(path)).handle));
  const intake = await client.call('evidence.attach', { case: caseId, files, provenance: noProvenance });
  const { results } = await client.core.services.intakes.ended(intake.id);
  return results.map(({ exhibit }) => exhibit ?? '');
}

/**
 * A bundle of 2,000 pages from 300 exhibits, out of the vault into a signed package, beside qpdf merging the same files and doing
 * nothing else; in turn. Then `scans` scanned pages, volume by volume.
 */
export async function benchBundle(folder: string, scans: number): Promise<Row[]> {
  if (!has('qpdf', 'the comparison with qpdf'))
    return [{ what: 'a bundle ÷ `qpdf --empty --pages`', value: 'NOT RUN: no qpdf here' }];
  const root = join(folder, 'bundle');
  const client = createClient(join(root, 'vault'), undefined, join(root, 'exports'));
  await client.call('vault.create', {
    office: { name: 'Fiscalía', jurisdiction: 'bolivia', language: 'es' },
    user: first,
  });
  const { id: caseId } = await client.call('cases.open', { title: 'Legajo' });
  try {
    const paths = writeReports(join(root, 'reports'));
    const ids = await attach(client, caseId, paths);
    const times = { ours: [] as number[], qpdf: [] as number[] };
    let [ourMemory, qpdfMemory, made] = [0, 0, 0];
    for (let round = 0; round < rounds; round += 1) {
      times.qpdf.push(
        await seconds(async () => {
          qpdfMemory = Math.max(qpdfMemory, await merge(paths, join(root, 'merged.pdf')));
        }),
      );
      times.ours.push(
        await seconds(async () => {
          const { result, megabytes } = await bundleOf(client, caseId, ids);
          ourMemory = Math.max(ourMemory, megabytes);
          made = result.pages;
          rmSync(result.path, { recursive: true });
        }),
      );
    }
    const [ours, qpdf] = [median(times.ours), median(times.qpdf)];
    const rows: Row[] = [
      {
        what: `bundle of ${pages} pages from ${exhibits} exhibits (${made} pages with its own) ÷ \`qpdf --empty --pages\``,
        value: `${(ours / qpdf).toFixed(2)} (${ours.toFixed(2)} s against ${qpdf.toFixed(2)} s)`,
        bound: '≤ 4',
        holds: ours / qpdf <= 4,
      },
      {
        what: 'its memory, core and engine together; that of qpdf',
        value: `${ourMemory.toFixed(0)} MB; ${qpdfMemory.toFixed(0)} MB`,
      },
    ];
    return scans === 0 ? rows : [...rows, await scanRow(client, root, scans)];
  } finally {
    await client.core.stop();
  }
}

async function scanRow(client: Client, root: string, scans: number): Promise<Row> {
  const { id: caseId } = await client.call('cases.open', { title: 'Escaneos' });
  const paths = writeScans(join(root, 'scans'), scans);
  const ids = await attach(client, caseId, paths);
  rmSync(join(root, 'scans'), { recursive: true });
  let made: Awaited<ReturnType<typeof bundleOf>> | undefined;
  const time = await seconds(async () => {
    made = await bundleOf(client, caseId, ids);
  });
  const bytes = made?.result.volumes.reduce((sum, volume) => sum + volume.bytes, 0) ?? 0;
  const megabytes = made?.megabytes ?? 0;
  return {
    what: `${scans.toLocaleString('en')} scanned pages, ${(bytes / 1e9).toFixed(1)} GB in ${made?.result.volumes.length} volumes: memory, core and engine together`,
    value: `${megabytes.toFixed(0)} MB (${time.toFixed(0)} s)`,
    bound: '1,000 MB',
    holds: megabytes < 1_000,
  };
}
