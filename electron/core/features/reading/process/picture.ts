import ExifReader from 'exifreader';
import type { MetadataItem } from '../model.ts';
import type { Content } from './content.ts';
import type { Ending } from './protocol.ts';
import { ending, items, summary } from './reader.ts';

/** Properties lie at the beginning of a picture: more of it is not looked at. */
const enough = 4 * 1024 * 1024;
const left = /^(MakerNote|UserComment raw|Thumbnail|Images|ApplicationNotes|ICC |MPEntry|base64|image$)/i;

type Tags = Readonly<
  Record<string, { readonly value?: unknown; readonly description?: unknown } | undefined>
>;

/** A picture's properties (EXIF, IPTC, XMP) as they are. Its words are read by OCR: page 0 is left for it. */
export async function readPicture(content: Content): Promise<Ending> {
  const bytes = await content.read(0, Math.min(content.size, enough));
  const groups = propertiesOf(bytes.buffer);
  const found: MetadataItem[] = [];
  for (const tags of Object.values(groups)) {
    if (typeof tags !== 'object') continue;
    for (const [name, tag] of Object.entries(tags as Tags)) {
      if (left.test(name)) continue;
      found.push(...items('exif', { [name]: tag?.description ?? tag?.value }));
    }
  }
  const gps = groups.gps as { Latitude?: number; Longitude?: number } | undefined;
  const text = (name: string): string | undefined => found.find((item) => item.name === name)?.value;
  const number = (name: string): number | undefined => {
    const value = Number.parseInt(text(name) ?? '', 10);
    return Number.isNaN(value) ? undefined : value;
  };
  const position = placeOf(gps);
  return ending(
    {
      items: [...found, ...items('exif', position === null ? {} : { 'GPS (decimal)': position.text })],
      summary: summary({
        takenAt: text('DateTimeOriginal') ?? text('DateTimeDigitized'),
        latitude: position?.latitude,
        longitude: position?.longitude,
        width: number('Image Width'),
        height: number('Image Height'),
      }),
    },
    { scans: [0] },
  );
}

function propertiesOf(bytes: ArrayBuffer): Readonly<Record<string, unknown>> {
  try {
    return ExifReader.load(bytes, { expanded: true }) as unknown as Record<string, unknown>;
  } catch (error) {
    // A picture without any properties is the usual case, not a damaged one.
    if (error instanceof Error && /no exif data|invalid image format/i.test(error.message)) return {};
    throw error;
  }
}

function placeOf(
  gps: { Latitude?: number; Longitude?: number } | undefined,
): { latitude: number; longitude: number; text: string } | null {
  const { Latitude: latitude, Longitude: longitude } = gps ?? {};
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return null;
  return { latitude, longitude, text: `${latitude.toFixed(6)}, ${longitude.toFixed(6)}` };
}
