import { withExif } from './image-files.ts';
import { develop, onItsSide, type Painter, type Point, painter } from './painter.ts';
import { seededRandom } from './random.ts';

/** Scenes of the search, drawn: no real place, no person. Each gives the bytes of a JPEG. */

function finished(picture: Painter, seed: number): Uint8Array {
  const pixmap = picture.finish();
  develop(pixmap, seed, 20);
  return pixmap.asJPEG(80).slice();
}

/** The yellow number that police put beside what is photographed. */
function marker(picture: Painter, x: number, y: number, size: number, number: string): void {
  const half = size / 2;
  picture.polygon(
    [
      [x - half, y],
      [x + half, y],
      [x + half * 0.8, y - size],
      [x - half * 0.8, y - size],
    ],
    0xf2c318,
  );
  picture.text(x - size * 0.2, y - size * 0.25, size * 0.72, number, 0x1a1a1a, 'Helvetica-Bold');
}

function brickWall(
  picture: Painter,
  x: number,
  y: number,
  width: number,
  height: number,
  seed: number,
): void {
  const random = seededRandom(seed);
  picture.rect(x, y, width, height, 0x8f7361);
  const [w, h] = [46, 19];
  for (let row = 0; row * h < height; row++) {
    const shift = row % 2 === 0 ? 0 : -w / 2;
    for (let column = 0; column * w + shift < width; column++) {
      const left = Math.max(x, x + column * w + shift);
      const right = Math.min(x + width, x + (column + 1) * w + shift);
      const red = 0xa8 + Math.floor(random() * 0x24);
      const colour = (red << 16) | (Math.round(red * 0.52) << 8) | Math.round(red * 0.36);
      if (right > left)
        picture.rect(left, y + row * h, right - left - 2, Math.min(h, height - row * h) - 2, colour);
    }
  }
}

/** The street front at daybreak: brick, a blue gate with a padlock, a barred window, the cordillera behind. */
export function frontPhotograph(): Uint8Array {
  const picture = painter(1280, 960, 0x9fb6c9);
  picture.fade(0, 0, 1280, 520, 0x7f9dbb, 0xe9d9c6);
  const peaks: Point[] = [
    [0, 400],
    [60, 330],
    [128, 268],
    [190, 322],
    [240, 350],
    [1100, 330],
    [1190, 350],
    [1280, 322],
    [1280, 520],
    [0, 520],
  ];
  picture.polygon(peaks, 0x6d7f93);
  picture.polygon(
    [
      [76, 316],
      [128, 268],
      [176, 310],
      [150, 318],
      [130, 300],
      [104, 326],
    ],
    0xf3f1ee,
  );
  picture.rect(0, 505, 1280, 455, 0x9a9287);
  brickWall(picture, 240, 240, 860, 560, 3);
  brickWall(picture, 0, 420, 240, 380, 8);
  brickWall(picture, 1100, 380, 180, 420, 9);
  picture.rect(230, 228, 880, 18, 0x8b8f92);
  for (const left of [330, 560, 840]) {
    picture.rect(left, 300, 130, 110, 0x2c3439);
    picture.rect(left + 8, 308, 114, 94, 0x53616b);
    picture.polygon(
      [
        [left + 8, 308],
        [left + 70, 308],
        [left + 40, 402],
        [left + 8, 402],
      ],
      0x7d6f5c,
    );
    for (let bar = 0; bar < 6; bar++) picture.rect(left + 12 + bar * 21, 300, 5, 110, 0x1d2226);
  }
  picture.rect(440, 500, 330, 300, 0x2f6795);
  for (let rib = 0; rib < 11; rib++) picture.rect(440 + rib * 30, 500, 7, 300, 0x255680);
  picture.rect(600, 500, 8, 300, 0x1c4266);
  picture.rect(592, 640, 26, 34, 0xb8963c);
  picture.line(
    [
      [596, 642],
      [598, 622],
      [612, 622],
      [614, 642],
    ],
    6,
    0x8e8e8e,
  );
  picture.rect(816, 560, 80, 46, 0xe9e6dd);
  picture.text(825, 594, 28, '1420', 0x2a2a2a, 'Helvetica-Bold');
  picture.rect(903, 470, 170, 66, 0xf4efe0);
  picture.text(918, 498, 20, 'SE NECESITA', 0x8d2f26, 'Helvetica-Bold');
  picture.text(918, 522, 17, 'COSTURERAS', 0x333333);
  picture.polygon(
    [
      [0, 800],
      [1280, 800],
      [1280, 850],
      [0, 850],
    ],
    0xb7b0a5,
  );
  picture.fade(0, 850, 1280, 110, 0x77706a, 0x59534f);
  const random = seededRandom(77);
  for (let stone = 0; stone < 420; stone++) {
    picture.disc(random() * 1280, 856 + random() * 104, 1 + random() * 4, 0x8a837b, 0.7);
  }
  marker(picture, 700, 872, 62, '1');
  return finished(picture, 1);
}

/** A sewing machine on its table, seen from the side. */
function sewingMachine(picture: Painter, x: number, y: number, scale: number, cloth: number): void {
  const at = (px: number, py: number): Point => [x + px * scale, y + py * scale];
  picture.polygon([at(-90, 0), at(120, 0), at(120, 12), at(-90, 12)], 0x9c7b55);
  picture.line([at(-80, 12), at(-86, 120)], 7 * scale, 0x2f3335);
  picture.line([at(110, 12), at(116, 120)], 7 * scale, 0x2f3335);
  picture.polygon([at(-60, 0), at(-60, -10), at(90, -10), at(90, 0)], 0x1f2527);
  picture.polygon([at(62, -10), at(62, -78), at(90, -78), at(90, -10)], 0xd9d6cc);
  picture.polygon(
    [at(-58, -78), at(90, -78), at(90, -56), at(-30, -52), at(-30, -34), at(-58, -34)],
    0xe6e3d9,
  );
  picture.line([at(-44, -34), at(-44, -10)], 3 * scale, 0x777777);
  picture.disc(x + 98 * scale, y - 62 * scale, 15 * scale, 0x4a4f52);
  picture.disc(x - 20 * scale, y - 86 * scale, 9 * scale, cloth);
  picture.polygon([at(-110, -8), at(-36, -12), at(-30, -2), at(-72, 40), at(-118, 52)], cloth);
}

/** The workshop: two rows of machines under strip lights, the window covered with cloth. Stored on its side,
 * with the EXIF orientation that tells viewers to turn it. */
export function workshopPhotograph(): Uint8Array {
  const picture = painter(1280, 960, 0xb9b3a2);
  picture.fade(0, 0, 1280, 560, 0xa59f8f, 0xc9c2b0);
  picture.fade(0, 560, 1280, 400, 0x8b8375, 0x5d564c);
  picture.rect(70, 130, 240, 210, 0x3a3f42);
  picture.fade(82, 142, 216, 186, 0x6f5a7a, 0x55456a);
  for (let bar = 0; bar < 7; bar++) picture.rect(92 + bar * 32, 130, 6, 210, 0x22272a);
  for (const [left, top] of [
    [380, 60],
    [760, 60],
  ] as const) {
    picture.rect(left, top, 260, 14, 0xfdfdf4);
    picture.polygon(
      [
        [left, top + 14],
        [left + 260, top + 14],
        [left + 420, 620],
        [left - 160, 620],
      ],
      0xffffe8,
      0.1,
    );
  }
  const bolts = [0x2f6795, 0x9b3b35, 0xc9a23f, 0x4c7a52, 0x7a4b78, 0xd8d2c4];
  picture.rect(1000, 260, 250, 10, 0x6a4d33);
  picture.rect(1000, 390, 250, 10, 0x6a4d33);
  bolts.forEach((colour, index) => {
    picture.rounded(1008 + (index % 3) * 80, index < 3 ? 205 : 335, 72, 55, 20, colour);
  });
  for (let column = 0; column < 4; column++) {
    sewingMachine(picture, 220 + column * 270, 520, 0.85, bolts[column] ?? 0x888888);
  }
  for (let column = 0; column < 4; column++) {
    sewingMachine(picture, 180 + column * 310, 800, 1.2, bolts[(column + 3) % 6] ?? 0x888888);
  }
  marker(picture, 640, 930, 70, '2');
  const pixmap = picture.finish();
  develop(pixmap, 2, 20);
  return withExif(onItsSide(pixmap).asJPEG(80).slice(), 6, '2026:09:14 06:52:10', 'Equipo de peritaje 2');
}

/** One identity card, its face and fields made unreadable: what matters is that there are four of them. */
function identityCard(picture: Painter, x: number, y: number, lean: number): void {
  const [width, height] = [330, 205];
  const at = (px: number, py: number): Point => [x + px - py * lean, y + py + px * lean];
  const box = (px: number, py: number, w: number, h: number, colour: number) =>
    picture.polygon([at(px, py), at(px + w, py), at(px + w, py + h), at(px, py + h)], colour);
  picture.polygon(
    [at(8, 12), at(width + 8, 12), at(width + 8, height + 12), at(8, height + 12)],
    0x2d1f12,
    0.35,
  );
  box(0, 0, width, height, 0xe7ecdf);
  box(0, 0, width, 34, 0x8fae8c);
  box(0, height - 12, width, 12, 0xc7b36a);
  box(18, 50, 84, 106, 0xc6cbc4);
  box(40, 66, 40, 44, 0x9aa09b);
  box(28, 116, 64, 40, 0x8a908b);
  for (let row = 0; row < 5; row++) box(120, 56 + row * 22, 150 - (row % 3) * 34, 9, 0x7c8580);
  box(250, 120, 60, 48, 0xb9bfb5);
}

/** Four identity cards on the desk where they were found, with a ruler beside them. */
export function cardsPhotograph(): Uint8Array {
  const picture = painter(1280, 960, 0x7b5533);
  const random = seededRandom(31);
  for (let board = 0; board < 6; board++) {
    picture.rect(0, board * 160, 1280, 158, board % 2 === 0 ? 0x80593a : 0x775131);
    for (let vein = 0; vein < 22; vein++) {
      const y = board * 160 + random() * 158;
      const bend = (random() - 0.5) * 14;
      picture.line(
        [
          [random() * 500, y],
          [400 + random() * 300, y + bend],
          [900 + random() * 380, y],
        ],
        1.4,
        0x5a3c22,
        0.5,
      );
    }
  }
  identityCard(picture, 150, 130, 0.05);
  identityCard(picture, 560, 110, -0.03);
  identityCard(picture, 190, 430, -0.06);
  identityCard(picture, 610, 440, 0.08);
  picture.rect(110, 790, 900, 62, 0xf3f0e4);
  for (let mark = 0; mark <= 60; mark++) {
    picture.rect(118 + mark * 14.6, 790, 2, mark % 5 === 0 ? 30 : 16, 0x222222);
    if (mark % 10 === 0) picture.text(112 + mark * 14.6, 844, 18, String(mark / 2), 0x222222);
  }
  marker(picture, 1120, 760, 120, '3');
  return finished(picture, 3);
}
