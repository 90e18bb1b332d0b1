import { type BytePixels, gif } from './image-files.ts';
import { type Painter, painter, wrapText } from './painter.ts';

export interface ChatLine {
  readonly from: 'them' | 'me';
  readonly time: string;
  readonly text: string;
}

/** A telephone's picture of a conversation, as PNG: 720 × 1280. */
export function chatScreen(
  contact: string,
  day: string,
  clock: string,
  lines: readonly ChatLine[],
): Uint8Array {
  const picture = painter(720, 1280, 0xe9e2d6);
  picture.rect(0, 0, 720, 44, 0x0b4f4a);
  picture.text(28, 31, 22, clock, 0xffffff);
  picture.rect(640, 14, 44, 18, 0xcfe3e1);
  picture.rect(0, 44, 720, 96, 0x0f655e);
  picture.disc(76, 92, 32, 0xb9c7c4);
  picture.text(63, 103, 32, contact.slice(contact.indexOf(' ') + 1, contact.indexOf(' ') + 2), 0x3b5552);
  picture.text(128, 88, 30, contact, 0xffffff, 'Helvetica-Bold');
  picture.text(128, 120, 20, '700-00-118', 0xc7dedb);
  picture.rounded(290, 160, 140, 38, 14, 0xd6e4ea);
  picture.text(310, 186, 20, day, 0x46575e);
  lines.reduce((top, line) => bubble(picture, top, line), 222);
  picture.rounded(16, 1206, 600, 58, 29, 0xffffff);
  picture.text(48, 1243, 24, 'Mensaje', 0x9a9a9a);
  picture.disc(664, 1235, 32, 0x0f655e);
  return picture.finish().asPNG().slice();
}

/** Draws one message; gives where the next one starts. */
function bubble(picture: Painter, top: number, { from, time, text }: ChatLine): number {
  const [size, width] = [25, 500];
  const rows = wrapText(text, size, width - 48);
  const height = rows.length * 34 + 50;
  const left = from === 'them' ? 24 : 720 - 24 - width;
  picture.rounded(left, top, width, height, 18, from === 'them' ? 0xffffff : 0xd7f0cf);
  rows.forEach((row, index) => {
    picture.text(left + 24, top + 40 + index * 34, size, row, 0x1c1c1c);
  });
  picture.text(left + width - 80, top + height - 12, 18, time, 0x7a8584);
  return top + height + 18;
}

/** The six shades per channel of the "web-safe" palette, which any viewer shows alike. */
function webPalette(): Uint8Array {
  const palette = new Uint8Array(256 * 3);
  for (let index = 0; index < 216; index++) {
    palette.set(
      [Math.floor(index / 36), Math.floor(index / 6) % 6, index % 6].map((step) => step * 51),
      index * 3,
    );
  }
  return palette;
}

function quantised(picture: Painter): BytePixels {
  const pixmap = picture.finish();
  const [width, height] = [pixmap.getWidth(), pixmap.getHeight()];
  const pixels = pixmap.getPixels();
  const step = (at: number) => Math.round((pixels[at] ?? 0) / 51);
  const bytes = Uint8Array.from(
    { length: width * height },
    (_, index) => step(index * 3) * 36 + step(index * 3 + 1) * 6 + step(index * 3 + 2),
  );
  return { width, height, bytes };
}

function advertisementFrame(lit: boolean): BytePixels {
  const picture = painter(420, 420, 0xffffcc);
  picture.rect(0, 0, 420, 92, 0x993333);
  picture.text(40, 60, 42, 'TRABAJE YA EN', 0xffffff, 'Helvetica-Bold');
  picture.rect(30, 112, 360, 66, lit ? 0xffcc00 : 0xffffcc);
  picture.text(52, 158, 34, '¡URGENTE! LA PAZ', lit ? 0x993333 : 0xcc9966, 'Helvetica-Bold');
  const offers = [
    'Cocina y limpieza, señoritas',
    'Sueldo Bs 3.200 al mes',
    'Vivienda, comida y PASAJE GRATIS',
    'Sin experiencia',
  ];
  offers.forEach((offer, index) => {
    picture.disc(46, 215 + index * 38, 6, 0x336666);
    picture.text(66, 223 + index * 38, 19, offer, 0x333333);
  });
  picture.rect(30, 362, 360, 40, 0x336666);
  picture.text(60, 390, 22, 'Rumbo Claro · 700-00-118', 0xffffff, 'Helvetica-Bold');
  return quantised(picture);
}

/** The blinking advertisement with which people were recruited. */
export function advertisementGif(): Buffer {
  return gif([advertisementFrame(true), advertisementFrame(false)], webPalette(), 0.8);
}
