import { describe, expect, it } from 'vitest';
import { orientationOf } from '../../../../../electron/core/features/bundles/compose/orientation.ts';
import { turnedPng } from '../../../../fixtures/marked.ts';

/** A JPEG's beginning with an EXIF block that states one orientation. */
function jpeg(orientation: number, little: boolean): Uint8Array {
  const short = (value: number): number[] =>
    little ? [value & 0xff, value >> 8] : [value >> 8, value & 0xff];
  const long = (value: number): number[] => (little ? [...short(value), 0, 0] : [0, 0, ...short(value)]);
  const tiff = [
    ...(little ? [0x49, 0x49] : [0x4d, 0x4d]),
    ...short(42),
    ...long(8),
    ...short(1),
    ...short(0x0112),
    ...short(3),
    ...long(1),
    ...short(orientation),
    0,
    0,
    ...long(0),
  ];
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const length = body.length + 2;
  return Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe1,
    length >> 8,
    length & 0xff,
    ...body,
    0xff,
    0xda,
    0,
    4,
    0,
    0,
  ]);
}

const exifOrientation = (bytes: Uint8Array): number => orientationOf(bytes, 'image/jpeg');

describe('orientation of a PNG', () => {
  it('is read from its chunk, wherever that stands, and taken for upright where it is cut off', () => {
    const whole = turnedPng();
    expect(orientationOf(whole, 'image/png')).toBe(6);
    expect(orientationOf(whole, 'image/gif')).toBe(1);
    for (let length = 0; length < 80; length += 1)
      expect([1, 6]).toContain(orientationOf(whole.subarray(0, length), 'image/png'));
  });
});

describe('orientation of a JPEG', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('reads %i in both byte orders', (orientation) => {
    expect(exifOrientation(jpeg(orientation, true))).toBe(orientation);
    expect(exifOrientation(jpeg(orientation, false))).toBe(orientation);
  });

  it('takes what is absurd, cut off or absent for upright', () => {
    expect(exifOrientation(jpeg(9, true))).toBe(1);
    expect(exifOrientation(Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2]))).toBe(1);
    const whole = jpeg(6, true);
    for (let length = 0; length < whole.length - 12; length += 1) {
      expect([1, 6]).toContain(exifOrientation(whole.subarray(0, length)));
    }
  });
});
