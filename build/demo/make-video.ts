import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type * as mupdf from 'mupdf';
import { demoFolder } from './demo-case.ts';
import { develop, type Painter, painter } from './painter.ts';

/**
 * Draws the street camera's recording and has `ffmpeg` encode it: run by hand, once, where ffmpeg is installed; the
 * result is kept in `resources/demo/files`, for no package of ours writes video. `node build/demo/make-video.ts`
 */

const [width, height, framesPerSecond, seconds] = [480, 270, 8, 20];

/** A white minibus with a green stripe; `x` is its left edge. */
function minibus(picture: Painter, x: number, lights: boolean): void {
  picture.rounded(x, 138, 150, 66, 10, 0xb9bdb9);
  picture.rect(x + 4, 176, 142, 9, 0x4d7a5c);
  for (const left of [14, 52, 90]) picture.rect(x + left, 147, 32, 22, 0x2b3033);
  for (const wheel of [32, 118]) {
    picture.disc(x + wheel, 205, 14, 0x161819);
    picture.disc(x + wheel, 205, 5, 0x6a6e6d);
  }
  if (!lights) return;
  picture.polygon(
    [
      [x + 2, 184],
      [x - 150, 168],
      [x - 150, 232],
      [x + 2, 192],
    ],
    0xf5f3d0,
    0.28,
  );
  picture.disc(x + 4, 188, 6, 0xfffbe0);
}

function figure(picture: Painter, x: number): void {
  picture.disc(x, 150, 7, 0x20211f);
  picture.rounded(x - 9, 157, 18, 32, 6, 0x20211f);
  picture.line(
    [
      [x - 4, 188],
      [x - 6, 208],
    ],
    5,
    0x20211f,
  );
  picture.line(
    [
      [x + 4, 188],
      [x + 6, 208],
    ],
    5,
    0x20211f,
  );
}

/** Where the minibus is: it comes from the right, stands for ten seconds, and drives on to the left. */
function minibusAt(time: number): number {
  if (time < 5) return 500 - time * 62;
  if (time < 15) return 190;
  return 190 - (time - 15) * 80;
}

function frame(index: number): mupdf.Pixmap {
  const time = index / framesPerSecond;
  const picture = painter(width, height, 0x2a2d2b);
  picture.fade(0, 0, width, 120, 0x1a1d1c, 0x303431);
  picture.rect(0, 60, width, 130, 0x4a4d49);
  for (let row = 0; row < 8; row++) picture.rect(0, 60 + row * 16, width, 1.5, 0x3c3f3b);
  picture.rect(30, 84, 118, 106, 0x394650);
  for (let rib = 0; rib < 8; rib++) picture.rect(30 + rib * 15, 84, 3, 106, 0x2f3a43);
  const open = time > 8 && time < 14;
  if (open) picture.rect(92, 90, 40, 100, 0xcdbf8a);
  picture.rect(0, 190, width, 80, 0x383a37);
  minibus(picture, minibusAt(time), true);
  if (time > 7.5 && time < 12) figure(picture, 200 - (time - 7.5) * 20);
  if (time > 9 && time < 13.5) figure(picture, 205 - (time - 9) * 20);
  picture.rect(0, 0, width, 22, 0x000000, 0.55);
  const second = String(12 + Math.floor(time)).padStart(2, '0');
  picture.text(10, 16, 13, `CAM 1  2026-07-27  04:17:${second}`, 0xf0f0f0, 'Courier-Bold');
  picture.text(372, 16, 13, '(ficticio)', 0xf0f0f0, 'Courier');
  const pixmap = picture.finish();
  // The same grain in every frame: grain that moves makes the file ten times as large.
  develop(pixmap, 900, 12);
  return pixmap;
}

async function main(): Promise<void> {
  const target = join(demoFolder, 'files', 'camara-portico.webm');
  const input = `-f rawvideo -pix_fmt rgb24 -s ${width}x${height} -r ${framesPerSecond} -i -`;
  // A key frame every four seconds and the index in front, so that a viewer can start anywhere.
  const output = '-pix_fmt yuv420p -c:v libvpx-vp9 -b:v 0 -crf 44 -g 32 -cues_to_front 1 -fflags +bitexact';
  const options = `-y -loglevel error ${input} ${output}`.split(' ');
  const ffmpeg = spawn('ffmpeg', [...options, target], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(ffmpeg, 'close');
  for (let index = 0; index < framesPerSecond * seconds; index++) {
    const bytes = Buffer.from(frame(index).getPixels());
    if (!ffmpeg.stdin.write(bytes)) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}.`);
}

await main();
