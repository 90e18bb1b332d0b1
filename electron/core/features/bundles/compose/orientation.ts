const exif = 0x45786966;

/**
 * How a picture is turned, as its EXIF block states it (TIFF tag 0x0112), 1 where it states nothing. A browser obeys it
 * in a JPEG and in a PNG; who marks a place in the window sees the picture so.
 */
export function orientationOf(bytes: Uint8Array, type: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'image/jpeg') return inJpeg(view);
  return type === 'image/png' ? inPng(view) : 1;
}

function inJpeg(view: DataView): number {
  let at = 2;
  while (at + 4 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (marker === 0xe1 && at + 18 < view.byteLength && view.getUint32(at + 4) === exif) {
      return inDirectory(view, at + 10);
    }
    if (marker === 0xda) return 1;
    at += 2 + length;
  }
  return 1;
}

/** The chunk `eXIf` (PNG, third edition); behind the picture's data it counts as well. */
function inPng(view: DataView): number {
  const chunk = 0x65584966;
  let at = 8;
  while (at + 12 <= view.byteLength) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === chunk && length >= 8 && at + 8 + length <= view.byteLength)
      return inDirectory(view, at + 8);
    at += 12 + length;
  }
  return 1;
}

function inDirectory(view: DataView, tiff: number): number {
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > view.byteLength) return 1;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > view.byteLength) return 1;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const orientation = view.getUint16(at + 8, little);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}
