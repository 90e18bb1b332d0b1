import type { Coordinates } from './model.ts';

/** Six decimals are a hand's breadth: more than any receiver knows. */
const decimals = 6;

/** `-16.489700, -68.119300`. */
export function decimalText({ latitude, longitude }: Coordinates): string {
  return `${latitude.toFixed(decimals)}, ${longitude.toFixed(decimals)}`;
}

/** `16°29′22.92″S 68°07′09.48″W`: degrees, minutes and seconds, as charts and receivers print them. */
export function dmsText({ latitude, longitude }: Coordinates): string {
  return `${dms(latitude, 'N', 'S')} ${dms(longitude, 'E', 'W')}`;
}

function dms(degrees: number, positive: string, negative: string): string {
  // In whole thousandths of a second, so that 59.9999″ never rounds to 60″.
  const thousandths = Math.round(Math.abs(degrees) * 3_600_000);
  const seconds = (thousandths % 60_000) / 1_000;
  const minutes = Math.floor(thousandths / 60_000) % 60;
  const whole = Math.floor(thousandths / 3_600_000);
  const side = degrees < 0 ? negative : positive;
  return `${whole}°${two(minutes)}′${seconds.toFixed(3).padStart(6, '0')}″${side}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const signed = /^([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*(?:[,;]\s*|\s+)([+-]?\d{1,3}(?:\.\d+)?)\s*°?$/u;
const geo = /^geo:([+-]?\d{1,3}(?:\.\d+)?),([+-]?\d{1,3}(?:\.\d+)?)(?:[,;?].*)?$/iu;
/** One half in degrees, minutes and seconds. */
const half = String.raw`(\d{1,3}(?:\.\d+)?)\s*°\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”]|''|′′)\s*)?`;
/** The letter of the half of the earth; O is the Spanish west. Either both stand before the degrees or both after. */
const side = '([NSEWO])';
const sideAfter = new RegExp(`^${half}${side}\\s*[,;]?\\s*${half}${side}$`, 'iu');
const sideBefore = new RegExp(`^${side}\\s*${half}[,;]?\\s*${side}\\s*${half}$`, 'iu');

/**
 * A place from what a person typed or pasted: `-16.4897, -68.1193`, `16°29'23"S 68°07'09"W`, `geo:-16.4897,-68.1193`.
 * Decimal commas are understood where a semicolon or a space stands between the two. Null where it is no place on the
 * earth.
 */
export function parseCoordinates(text: string): Coordinates | null {
  const plain = text.normalize('NFC').replaceAll('−', '-').replaceAll(/\s+/gu, ' ').trim();
  // One number with a decimal comma is no pair: it would put the place on the other side of the earth.
  if (/^[+-]?\d+,\d+$/.test(plain)) return null;
  const pair = geo.exec(plain) ?? signed.exec(plain) ?? signed.exec(withPoints(plain));
  if (pair !== null) return onEarth(Number(pair[1]), Number(pair[2]));
  const pointed = withPoints(plain);
  const after = sideAfter.exec(pointed);
  if (after !== null)
    return fromHalves(toHalf(after.slice(1, 4), after[4]), toHalf(after.slice(5, 8), after[8]));
  const before = sideBefore.exec(pointed);
  if (before === null) return null;
  return fromHalves(toHalf(before.slice(2, 5), before[1]), toHalf(before.slice(6, 9), before[5]));
}

/** `-16,4897; -68,1193` → with points. */
function withPoints(text: string): string {
  return text.replaceAll(/(\d),(?=\d)/gu, '$1.');
}

interface Half {
  readonly axis: 'latitude' | 'longitude';
  readonly degrees: number;
}

function fromHalves(first: Half | null, second: Half | null): Coordinates | null {
  if (first === null || second === null || first.axis === second.axis) return null;
  return first.axis === 'latitude'
    ? onEarth(first.degrees, second.degrees)
    : onEarth(second.degrees, first.degrees);
}

function toHalf(
  [degrees, minutes = '0', seconds = '0']: readonly (string | undefined)[],
  letter = '',
): Half | null {
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  const size = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3_600;
  const towards = letter.toUpperCase();
  const axis = towards === 'N' || towards === 'S' ? 'latitude' : 'longitude';
  return { axis, degrees: towards === 'N' || towards === 'E' ? size : -size };
}

function onEarth(latitude: number, longitude: number): Coordinates | null {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return null;
  return { latitude: rounded(latitude), longitude: rounded(longitude) };
}

function rounded(degrees: number): number {
  // `+ 0` turns a negative zero into zero: the same place, written the same way.
  return Number(degrees.toFixed(decimals)) + 0;
}
