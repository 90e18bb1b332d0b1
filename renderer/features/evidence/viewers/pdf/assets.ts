/**
 * The data files that pdf.js asks for while it reads a document (character maps, the standard fonts, image
 * decoders), bundled under hashed names: file name → address.
 */
const cMaps = import.meta.glob<string>('../../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});
const standardFonts = import.meta.glob<string>(
  '../../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
  { query: '?url&no-inline', import: 'default', eager: true },
);
const wasm = import.meta.glob<string>(
  '../../../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg,qcms_bg}.wasm',
  { query: '?url&no-inline', import: 'default', eager: true },
);

const byName = new Map(
  [cMaps, standardFonts, wasm].flatMap((files) =>
    Object.entries(files).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url] as const),
  ),
);

interface Wanted {
  readonly kind: string;
  readonly filename: string;
}

/** What pdf.js calls a binary data factory: gives the bytes of one of its own data files. */
export class BundledDataFactory {
  async fetch({ filename }: Wanted): Promise<Uint8Array> {
    const url = byName.get(filename);
    if (url === undefined) throw new Error(`pdf.js asks for a file that is not bundled: ${filename}`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${filename}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
