/**
 * File names that Windows, macOS and Linux, a USB stick's file system and `sha256sum -c` all take as they stand.
 * RFC 8493 would have `%` and line breaks percent-encoded in manifests, which `sha256sum` does not undo: such names
 * never enter a bundle.
 */

/** Longest name in bytes of UTF-8: leaves room below the 255 of most file systems for a folder's own path. */
export const longestName = 120;

/** Control and format characters (bidirectional overrides among them), line separators, lone surrogates. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const refused = /[<>:"/\\|?*%]/;
/** The names of devices: Windows opens the device, whatever the extension. */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\.|$)/i;

const bytesIn = (text: string): number => Buffer.byteLength(text);

/** Whether one component of a path may stand in a bundle. */
export function isSafeName(name: string): boolean {
  return (
    name !== '' &&
    bytesIn(name) <= 255 &&
    !invisible.test(name) &&
    !refused.test(name) &&
    !/^[\s.~-]|[\s.]$/u.test(name) &&
    !device.test(name)
  );
}

/** Whether a path inside a bundle is relative, goes nowhere but down, and is safe in every component. */
export function isSafePath(path: string): boolean {
  return path.length <= 1024 && path.split('/').every(isSafeName);
}

/** Equal for two paths that some file system takes for one: differing in case or Unicode form only. */
export function pathKey(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

const visible = (text: string): string =>
  text.toWellFormed().replace(new RegExp(invisible, 'gu'), '').normalize('NFC').replace(/\s+/gu, ' ');

/** The longest beginning of whole characters within so many bytes. */
function cut(text: string, bytes: number): string {
  let kept = '';
  let room = bytes;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    room -= bytesIn(segment);
    if (room < 0) break;
    kept += segment;
  }
  return kept;
}

/**
 * The name under which an exhibit travels: its number, a blank, the name it came with, made safe: `E-003 foto.jpg`.
 * At most `longestName` bytes, NFC, the extension kept. Different numbers give different names, ignoring case, as
 * long as the numbers are letters, digits and hyphens of at most 60 bytes.
 */
export function safeName(number: string, name: string): string {
  const clean = (text: string): string => visible(text).replace(new RegExp(refused, 'g'), '_');
  const lead = cut(clean(number).replace(/^[\s.~-]+|[\s.]+$/gu, ''), 60) || '_';
  const rest = clean(name).trim();
  const [extension = ''] = /\.[A-Za-z0-9]{1,16}$/.exec(rest) ?? [];
  const stem = rest.slice(0, rest.length - extension.length);
  const room = longestName - bytesIn(lead) - bytesIn(extension) - 1;
  const whole = `${lead} ${cut(stem, room)}${extension}`.replace(/[\s.]+$/u, '').normalize('NFC');
  return device.test(whole) ? `_${whole}` : whole;
}
