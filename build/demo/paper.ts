import * as mupdf from 'mupdf';
import { develop, fontNamed, textWidth } from './painter.ts';
import { seededRandom } from './random.ts';

/** Page sizes in points. `oficio` is the long sheet of Bolivian offices (216 × 330 mm). */
export const sheets = {
  oficio: [612, 936],
  carta: [612, 792],
  apaisada: [792, 612],
  boleto: [300, 420],
} as const satisfies Record<string, readonly [number, number]>;
export type Sheet = keyof typeof sheets;

const identity: mupdf.Matrix = [1, 0, 0, 1, 0, 0];
const colours = mupdf.ColorSpace.DeviceRGB;
const sealBlue = [0.13, 0.2, 0.55] as const;
const penBlue = [0.08, 0.12, 0.42] as const;

/** A typed document of one or more pages with a footer that says what it is. `date`: day of the metadata. */
export function typePaper(
  html: string,
  css: string,
  sheet: Sheet,
  title: string,
  date: Date,
): mupdf.PDFDocument {
  const [width, height] = sheets[sheet];
  const styled = html.replace('<head>', `<head><style>@page{margin:56pt 60pt 62pt 60pt}${css}</style>`);
  const typed = mupdf.Document.openDocument(Buffer.from(styled, 'utf8'), 'text/html');
  typed.layout(width, height, 11);
  const buffer = new mupdf.Buffer();
  const writer = new mupdf.DocumentWriter(buffer, 'pdf', '');
  const count = typed.countPages();
  for (let index = 0; index < count; index++) {
    const device = writer.beginPage([0, 0, width, height]);
    typed.loadPage(index).run(device, identity);
    writeFooter(
      device,
      width,
      height,
      `Documento ficticio para demostración · página ${index + 1} de ${count}`,
    );
    writer.endPage();
  }
  writer.close();
  const pdf = new mupdf.PDFDocument(buffer.asUint8Array().slice());
  pdf.setMetaData('info:Title', title);
  pdf.setMetaData('info:Creator', 'Custodia, demostración');
  pdf.setMetaData('info:CreationDate', pdfDate(date));
  return pdf;
}

function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
}

function writeFooter(device: mupdf.Device, width: number, height: number, line: string): void {
  const text = new mupdf.Text();
  text.showString(fontNamed('Helvetica'), [7, 0, 0, -7, (width - textWidth(line, 7)) / 2, height - 26], line);
  device.fillText(text, identity, colours, [0.45, 0.45, 0.45], 1);
}

export function savePaper(pdf: mupdf.PDFDocument): Uint8Array {
  return pdf.saveToBuffer('compress').asUint8Array().slice();
}

/** What all annotations have in common: who made them and when, fixed, so that the bytes repeat. */
function signedBy(annotation: mupdf.PDFAnnotation, author: string, date: Date): void {
  if (annotation.hasAuthor()) annotation.setAuthor(author);
  annotation.setCreationDate(date);
  annotation.setModificationDate(date);
  annotation.setFlags(mupdf.PDFAnnotation.IS_PRINT);
}

function stamp(
  page: mupdf.PDFPage,
  box: mupdf.Rect,
  author: string,
  date: Date,
  draw: (device: mupdf.Device, text: mupdf.Text) => void,
): void {
  const list = new mupdf.DisplayList(box);
  const device = new mupdf.DisplayListDevice(list);
  const text = new mupdf.Text();
  draw(device, text);
  device.fillText(text, identity, colours, [...sealBlue], 0.85);
  device.close();
  const annotation = page.createAnnotation('Stamp');
  annotation.setRect(box);
  signedBy(annotation, author, date);
  annotation.setAppearanceFromDisplayList(null, null, identity, list);
}

const penOf = (lineWidth: number) =>
  new mupdf.StrokeState({ lineCap: 'Round', lineJoin: 'Round', lineWidth, miterLimit: 4 });

function circle(x: number, y: number, radius: number): mupdf.Path {
  const path = new mupdf.Path();
  for (let step = 0; step <= 72; step++) {
    const angle = (step / 36) * Math.PI;
    const [px, py] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    if (step === 0) path.moveTo(px, py);
    else path.lineTo(px, py);
  }
  return path;
}

/** An office's round rubber seal, its name written around the rim. */
export function roundSeal(page: mupdf.PDFPage, x: number, y: number, office: string, date: Date): void {
  const radius = 44;
  const font = fontNamed('Helvetica-Bold');
  const around = `· ${office.toUpperCase()} `;
  stamp(
    page,
    [x - radius - 2, y - radius - 2, x + radius + 2, y + radius + 2],
    office,
    date,
    (device, text) => {
      device.strokePath(circle(x, y, radius), penOf(1.6), identity, colours, [...sealBlue], 0.85);
      device.strokePath(circle(x, y, radius - 15), penOf(0.8), identity, colours, [...sealBlue], 0.85);
      [...around].forEach((char, index) => {
        const angle = (index / around.length) * 2 * Math.PI - Math.PI;
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        const at = radius - 11;
        text.showString(font, [-7 * sin, 7 * cos, 7 * cos, 7 * sin, x + at * cos, y + at * sin], char);
      });
      ['LA PAZ', 'BOLIVIA'].forEach((line, index) => {
        const left = x - textWidth(line, 8, 'Helvetica-Bold') / 2;
        text.showString(font, [8, 0, 0, -8, left, y - 1 + index * 10], line);
      });
    },
  );
}

/** The square stamp of a reception desk. */
export function receivedStamp(
  page: mupdf.PDFPage,
  x: number,
  y: number,
  lines: readonly string[],
  date: Date,
): void {
  const [width, height] = [150, 18 + lines.length * 12];
  stamp(page, [x, y, x + width, y + height], 'Ventanilla', date, (device, text) => {
    const frame = new mupdf.Path();
    frame.rect(x + 2, y + 2, x + width - 2, y + height - 2);
    device.strokePath(frame, penOf(1.4), identity, colours, [...sealBlue], 0.85);
    lines.forEach((line, index) => {
      const font = index === 0 ? 'Helvetica-Bold' : 'Helvetica';
      const left = x + (width - textWidth(line, 9, font)) / 2;
      text.showString(fontNamed(font), [9, 0, 0, -9, left, y + 17 + index * 12], line);
    });
  });
}

/** A pen's signature: an ink annotation that wanders to the right. */
export function signature(
  page: mupdf.PDFPage,
  x: number,
  y: number,
  author: string,
  date: Date,
  seed: number,
): void {
  const random = seededRandom(seed);
  const [quick, tall, steep] = [0.9 + random() * 1.1, 9 + random() * 9, (random() - 0.6) * 14];
  const stroke = Array.from({ length: 30 }, (_, step): [number, number] => [
    x + step * 3 + (random() - 0.5) * 8,
    y + (steep * step) / 30 + Math.sin(step * quick) * (tall - step * 0.3) * (0.4 + random()),
  ]);
  const flourish: [number, number][] = [
    [x - 6, y + 14],
    [x + 40, y + 9],
    [x + 96, y + 12],
  ];
  const annotation = page.createAnnotation('Ink');
  annotation.setInkList([stroke, flourish]);
  annotation.setColor([...penBlue]);
  annotation.setBorderWidth(1.1);
  signedBy(annotation, author, date);
  annotation.update();
}

/** An inked fingertip: ovals that do not quite close. */
export function fingerprint(page: mupdf.PDFPage, x: number, y: number, date: Date): void {
  const ridges = Array.from({ length: 7 }, (_, ridge) =>
    Array.from({ length: 22 }, (_, step): [number, number] => {
      const angle = (step / 24 + ridge * 0.13) * 2 * Math.PI;
      return [x + (2 + ridge * 1.9) * Math.cos(angle), y + (3 + ridge * 2.7) * Math.sin(angle)];
    }),
  );
  const annotation = page.createAnnotation('Ink');
  annotation.setInkList(ridges);
  annotation.setColor([...penBlue]);
  annotation.setBorderWidth(0.8);
  signedBy(annotation, 'Huella', date);
  annotation.update();
}

/** A reader's yellow mark over a phrase, with a note; throws if the phrase is not on the page. */
export function highlight(
  page: mupdf.PDFPage,
  phrase: string,
  note: string,
  author: string,
  date: Date,
): void {
  const [quads] = page.search(phrase, {});
  if (quads === undefined) throw new Error(`The phrase to mark is not on the page: ${phrase}`);
  const annotation = page.createAnnotation('Highlight');
  annotation.setQuadPoints(quads);
  annotation.setColor([1, 0.9, 0.3]);
  annotation.setContents(note);
  signedBy(annotation, author, date);
  annotation.update();
}

/** A page as an office scanner sees it: grey, a little turned, with grain. `dpi`: dots per inch. */
export function scanPage(page: mupdf.PDFPage, dpi: number, turn: number, seed: number): mupdf.Pixmap {
  const scale = dpi / 72;
  const [left, top, right, bottom] = page.getBounds();
  const [width, height] = [Math.round((right - left) * scale), Math.round((bottom - top) * scale)];
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, width, height], false);
  pixmap.clear(236);
  const device = new mupdf.DrawDevice(identity, pixmap);
  page.run(device, mupdf.Matrix.concat(mupdf.Matrix.scale(scale, scale), mupdf.Matrix.rotate(turn)));
  device.close();
  develop(pixmap, seed, 22, 0.08);
  return pixmap;
}

/** A PDF of pictures only, one page each: no text to select, as scans come. */
export function scannedPdf(pages: readonly mupdf.Pixmap[], dpi: number): Uint8Array {
  const pdf = new mupdf.PDFDocument();
  for (const pixmap of pages) {
    const image = pdf.addImage(new mupdf.Image(pixmap.asJPEG(62)));
    const [width, height] = [(pixmap.getWidth() * 72) / dpi, (pixmap.getHeight() * 72) / dpi];
    const resources = pdf.addObject({ XObject: { Scan: image } });
    const contents = `q ${width.toFixed(2)} 0 0 ${height.toFixed(2)} 0 0 cm /Scan Do Q`;
    pdf.insertPage(-1, pdf.addPage([0, 0, width, height], 0, resources, contents));
  }
  return savePaper(pdf);
}
