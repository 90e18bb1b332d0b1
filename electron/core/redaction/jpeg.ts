/** Segments that tell of the camera, the place, the program or hold a small copy of the picture. */
function isRemark(marker: number, body: Buffer): boolean {
  // APP1 (EXIF, XMP), APP3 to APP13 and comments; of APP2 only the colour profile is needed to show the picture.
  if (marker === 0xe2) return !body.subarray(0, 11).equals(Buffer.from('ICC_PROFILE'));
  return marker === 0xe1 || (marker >= 0xe3 && marker <= 0xed) || marker === 0xef || marker === 0xfe;
}

/** The same JPEG without what was written beside the picture. Gives back what is no JPEG as it is. */
export function withoutRemarks(bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (source.length < 4 || source.readUInt16BE(0) !== 0xffd8) return bytes;
  const kept: Buffer[] = [source.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= source.length && source[at] === 0xff) {
    const marker = source.readUInt8(at + 1);
    if (marker === 0xda) break;
    const end = at + 2 + source.readUInt16BE(at + 2);
    if (end > source.length) break;
    if (!isRemark(marker, source.subarray(at + 4, end))) kept.push(source.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, source.subarray(at)]);
}
