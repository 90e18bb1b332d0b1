/** Picture formats that mupdf does not write: EXIF inside a JPEG, GIF, TIFF. */

/** Pixels of one byte each, row by row: an index into a palette, or a shade of grey. */
export interface BytePixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/**
 * Puts an EXIF block into a JPEG: how it is to be turned (6: a quarter turn clockwise), when and with what it was
 * taken. Written after the start marker, as cameras do.
 * @param takenAt `yyyy:MM:dd HH:mm:ss`, as EXIF writes it
 */
export function withExif(jpeg: Uint8Array, orientation: number, takenAt: string, model: string): Buffer {
  const [when, what] = [Buffer.from(`${takenAt}\0`, 'latin1'), Buffer.from(`${model}\0`, 'latin1')];
  const entries = 3;
  const valuesAt = 8 + 2 + entries * 12 + 4;
  const ifd = Buffer.alloc(valuesAt);
  ifd.write('MM', 0, 'latin1');
  ifd.writeUInt16BE(42, 2);
  ifd.writeUInt32BE(8, 4);
  ifd.writeUInt16BE(entries, 8);
  const entry = (index: number, tag: number, type: number, count: number, value: number) => {
    const at = 10 + index * 12;
    ifd.writeUInt16BE(tag, at);
    ifd.writeUInt16BE(type, at + 2);
    ifd.writeUInt32BE(count, at + 4);
    if (type === 3) ifd.writeUInt16BE(value, at + 8);
    else ifd.writeUInt32BE(value, at + 8);
  };
  entry(0, 0x0110, 2, what.length, valuesAt);
  entry(1, 0x0112, 3, 1, orientation);
  entry(2, 0x0132, 2, when.length, valuesAt + what.length);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), ifd, what, when]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** GIF's data with codes of nine bits and a clear code often enough that none ever grows: larger, and simple. */
function uncompressedLzw(bytes: Uint8Array): Buffer {
  const [clear, end, width] = [256, 257, 9];
  const out: number[] = [];
  let [held, bits] = [0, 0];
  const put = (code: number) => {
    held |= code << bits;
    bits += width;
    while (bits >= 8) {
      out.push(held & 255);
      held >>>= 8;
      bits -= 8;
    }
  };
  bytes.forEach((byte, index) => {
    if (index % 250 === 0) put(clear);
    put(byte);
  });
  put(end);
  if (bits > 0) out.push(held & 255);
  return Buffer.from(out);
}

function subBlocks(data: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const part = data.subarray(at, at + 255);
    parts.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat([...parts, Buffer.from([0])]);
}

/** An animated GIF that repeats for ever. `palette`: 256 colours of three bytes; all frames of one size. */
export function gif(frames: readonly BytePixels[], palette: Uint8Array, delaySeconds: number): Buffer {
  const [first] = frames;
  if (first === undefined) throw new Error('A GIF needs a frame.');
  const screen = Buffer.alloc(7);
  screen.writeUInt16LE(first.width, 0);
  screen.writeUInt16LE(first.height, 2);
  screen[4] = 0xf7;
  const repeat = Buffer.concat([
    Buffer.from([0x21, 0xff, 11]),
    Buffer.from('NETSCAPE2.0', 'latin1'),
    Buffer.from([3, 1, 0, 0, 0]),
  ]);
  const images = frames.map(({ width, height, bytes }) => {
    const control = Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]);
    control.writeUInt16LE(Math.round(delaySeconds * 100), 4);
    const descriptor = Buffer.alloc(10);
    descriptor[0] = 0x2c;
    descriptor.writeUInt16LE(width, 5);
    descriptor.writeUInt16LE(height, 7);
    return Buffer.concat([control, descriptor, Buffer.from([8]), subBlocks(uncompressedLzw(bytes))]);
  });
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    screen,
    palette,
    repeat,
    ...images,
    Buffer.from([0x3b]),
  ]);
}

/** An uncompressed grey TIFF, as office scanners write it. `dpi`: dots per inch. */
export function greyTiff({ width, height, bytes }: BytePixels, dpi: number): Buffer {
  const fields: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 0],
    [277, 3, 1],
    [278, 4, height],
    [279, 4, bytes.length],
    [282, 5, 0],
    [283, 5, 0],
    [296, 3, 2],
  ];
  const resolutionAt = 8 + 2 + fields.length * 12 + 4;
  const pixelsAt = resolutionAt + 8;
  const head = Buffer.alloc(pixelsAt);
  head.write('II', 0, 'latin1');
  head.writeUInt16LE(42, 2);
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(fields.length, 8);
  fields.forEach(([tag, type, value], index) => {
    const at = 10 + index * 12;
    const pointed = tag === 273 ? pixelsAt : type === 5 ? resolutionAt : value;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(1, at + 4);
    if (type === 3) head.writeUInt16LE(pointed, at + 8);
    else head.writeUInt32LE(pointed, at + 8);
  });
  head.writeUInt32LE(dpi, resolutionAt);
  head.writeUInt32LE(1, resolutionAt + 4);
  return Buffer.concat([head, bytes]);
}
