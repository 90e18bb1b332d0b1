import bwip from 'bwip-js/node';
import type { Sheet } from './sheet.ts';

/** A place for a code on a sheet, in points from the top left. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A QR code as filled squares: it stays sharp at any resolution of the printer. */
export function drawQr(sheet: Sheet, text: string, { x, y, width }: Omit<Place, 'height'>): void {
  const [code] = bwip.raw('qrcode', text, 'eclevel=M');
  if (code === undefined || !('pixs' in code)) throw new Error('no QR code');
  const size = width / code.pixx;
  for (let row = 0; row < code.pixy; row += 1) {
    const dark = runs(code.pixs.slice(row * code.pixx, (row + 1) * code.pixx));
    for (const [from, length] of dark) {
      // A hair more than its row, so that no line of white shows between two.
      sheet.box(x + from * size, y + row * size, length * size, size * 1.02, 'black');
    }
  }
}

/** Where a row is dark: from which module, how many. */
function runs(row: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  row.forEach((dark, index) => {
    const last = found.at(-1);
    if (dark !== 1) return;
    if (last !== undefined && last[0] + last[1] === index) last[1] += 1;
    else found.push([index, 1]);
  });
  return found;
}

/** A Code 128 as filled bars: the widths alternate between bar and space. */
export function drawCode128(sheet: Sheet, text: string, { x, y, width, height }: Place): void {
  const [code] = bwip.raw('code128', text, '');
  if (code === undefined || !('sbs' in code)) throw new Error('no Code 128');
  const total = code.sbs.reduce((sum, each) => sum + each, 0);
  let at = x;
  code.sbs.forEach((modules, index) => {
    const length = (modules / total) * width;
    if (index % 2 === 0) sheet.box(at, y, length, height, 'black');
    at += length;
  });
}
