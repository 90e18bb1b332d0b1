import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { describe, expect, it } from 'vitest';
import {
  declareArchive,
  savedVolume,
} from '../../../../../electron/core/features/bundles/compose/archive.ts';
import { onePagePdf } from '../../../../fixtures/pdf.ts';
import { faultsOf, hasPreflight } from '../../../../support/preflight.ts';
import { has } from '../../../../support/tools.ts';
import { compose } from './a-bundle.ts';

function picture(colours: mupdf.ColorSpace): mupdf.Pixmap {
  const pixmap = new mupdf.Pixmap(colours, [0, 0, 120, 80], false);
  const pixels = pixmap.getPixels();
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 37) % 251;
  return pixmap;
}

const poppler = has('pdfinfo', 'what poppler says of PDF/A');
const { DeviceGray: grey, DeviceRGB: rgb, DeviceCMYK: cmyk } = mupdf.ColorSpace;
const ours = [
  ['foto.jpg', picture(rgb).asJPEG(80, false)],
  ['escaneo.jpg', picture(grey).asJPEG(80, false)],
  ['captura.png', picture(rgb).asPNG()],
  ['nota.txt', Buffer.from('Acta: «se incautó» la suma de Bs 1.250\n'.repeat(90))],
  ['datos.bin', Buffer.from([0, 1, 2, 3, 254])],
] as const;

async function archived(files: readonly (readonly [string, Uint8Array])[]) {
  const { files: made, notArchival, pdf } = await compose(files);
  return { archival: made.map(({ archival }) => archival), notArchival, pdf };
}

describe('a bundle of what the program draws itself', () => {
  it('is PDF/A-2b and says so; a foreign validator finds nothing against it', async () => {
    const made = await archived(ours);
    expect(made).toMatchObject({ archival: [true], notArchival: [] });
    if (poppler) expect(metadataOf(made.pdf)).toContain('<pdfaid:part>2</pdfaid:part>');
    if (!hasPreflight()) {
      process.stdout.write('NOT RUN: validation of PDF/A: libpdfbox2-java is not installed\n');
      return;
    }
    expect(faultsOf(made.pdf)).toEqual([]);
  });

  it('is so in each of its volumes, which lead to one another', async () => {
    const divided = await compose(ours, 'stop', undefined, (plan) => ({
      ...plan,
      profile: { ...plan.profile, volume: { ...plan.profile.volume, pages: 9 } },
    }));
    expect(divided.files.length).toBeGreaterThan(1);
    expect(divided.files.every(({ archival }) => archival)).toBe(true);
    if (hasPreflight()) expect(divided.volumesMade.flatMap(faultsOf)).toEqual([]);
  });

  it('is the same to the byte each time', async () => {
    const [one, other] = [await compose(ours), await compose(ours)];
    expect(Buffer.compare(one.pdf, other.pdf)).toBe(0);
  });

  it('keeps the identifier it was given, whatever its bytes', () => {
    const saved = (title: string): string => {
      const document = new mupdf.PDFDocument();
      document.insertPage(-1, document.addPage([0, 0, 10, 10], 0, document.newDictionary(), ''));
      declareArchive(document, { title, author: 'a', producer: 'p', date: '2026-11-03T12:00:00.000Z' });
      return document.saveToBuffer(savedVolume).asString();
    };
    // An identifier that happens to be mostly letters is written in another form: about one of seventy is.
    const titles = Array.from({ length: 400 }, (_, at) => `Cuaderno ${at}`);
    expect(titles.map(saved)).toEqual(titles.map(saved));
  });
});

describe('a bundle of foreign pages', () => {
  it('is PDF/A where each of them says it is', async () => {
    const { pdf } = await compose(ours);
    const made = await archived([['de-otra-oficina.pdf', pdf], ...ours]);
    expect(made).toMatchObject({ archival: [true], notArchival: [] });
    if (hasPreflight()) expect(faultsOf(made.pdf)).toEqual([]);
  });

  it('claims nothing where one does not, and names it', async () => {
    const plain = onePagePdf('una página');
    const made = await archived([...ours, ['informe.pdf', plain]]);
    expect(made).toMatchObject({ archival: [false], notArchival: ['E-006'] });
    expect(Buffer.from(made.pdf).includes('pdfaid')).toBe(false);
    if (poppler) expect(metadataOf(made.pdf)).not.toContain('pdfaid');
  });

  it('does not take a locked file, or one that had to be mended, at its word', async () => {
    const { pdf } = await compose(ours);
    const broken = Buffer.from(pdf);
    broken.write('xxxxxxxxx', broken.lastIndexOf('startxref'), 'latin1');
    const made = await archived([['danado.pdf', broken]]);
    expect(made).toMatchObject({ archival: [false], notArchival: ['E-001'] });
  });

  it('claims nothing with a picture in the colours of print', async () => {
    const made = await archived([['imprenta.jpg', picture(cmyk).asJPEG(80, false)]]);
    expect(made).toMatchObject({ archival: [false], notArchival: ['E-001'] });
  });
});

/** The metadata that poppler finds in it. */
function metadataOf(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'custodia-archive-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    return execFileSync('pdfinfo', ['-meta', join(folder, 'a.pdf')], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
