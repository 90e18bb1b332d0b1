import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as mupdf from 'mupdf';
import { resourcesFolder } from '../../../resources.ts';

/**
 * PDF/A-2b (ISO 19005-2, level B). What this program draws itself keeps its rules: every font is embedded, colours are grey or
 * RGB, nothing runs. Whether a foreign page does is not looked through: its file must say of itself that it is PDF/A.
 */

/** Whether a PDF says that it is PDF/A, part 1, 2 or 3, in colours that need no other profile than ours. */
export function declaresArchive(source: mupdf.PDFDocument): boolean {
  const trailer = source.getTrailer();
  const root = trailer.get('Root');
  const metadata = root.get('Metadata');
  // Layers hang on the document, of which a page takes nothing along.
  const isPlain = trailer.get('Encrypt').isNull() && root.get('OCProperties').isNull();
  if (!isPlain || source.wasRepaired() || !metadata.isStream()) return false;
  const said = metadata.readStream().asString();
  const isDeclared = /pdfaid:part\s*(?:>|=\s*["'])\s*[123]\b/.test(said);
  return isDeclared && intentsOf(root).every((colours) => colours === 3);
}

/** How many colours each output intent's profile has: three are RGB. */
function intentsOf(root: mupdf.PDFObject): number[] {
  const intents = root.get('OutputIntents');
  if (!intents.isArray()) return [];
  return Array.from({ length: intents.length }, (_, at) =>
    intents.get(at, 'DestOutputProfile', 'N').asNumber(),
  );
}

/** Whether a picture's colours are grey or RGB: those of print (CMYK) would need a profile of their own. */
export function isArchivalImage(image: mupdf.Image): boolean {
  const colours = image.getColorSpace();
  return colours === null || colours.isGray() || colours.isRGB() || colours.isIndexed();
}

interface About {
  readonly title: string;
  readonly author: string;
  readonly producer: string;
  /** ISO, UTC. */
  readonly date: string;
}

/** Says of a document that it is PDF/A-2b, with what the standard asks for: metadata, the profile of its colours, an identifier. */
export function declareArchive(document: mupdf.PDFDocument, about: About): void {
  const root = document.getTrailer().get('Root');
  const metadata = { Type: 'Metadata', Subtype: 'XML' };
  root.put('Metadata', document.addStream(Buffer.from(packet(about)), metadata));
  const profile = readFileSync(join(resourcesFolder(), 'colour', 'sRGB.icc'));
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: document.newString('sRGB IEC61966-2.1'),
    Info: document.newString('sRGB IEC61966-2.1'),
    DestOutputProfile: document.addStream(profile, { N: 3 }),
  };
  root.put('OutputIntents', [document.addObject(intent)]);
  const id = createHash('sha256').update(JSON.stringify(about)).digest().subarray(0, 16);
  document.getTrailer().put('ID', [document.newByteString(id), document.newByteString(id)]);
}

/**
 * How a finished volume is saved. Its identifier stays as it was given: the engine would otherwise draw lots for half of it, and
 * the same bundle would not be the same bytes.
 */
export const savedVolume = 'garbage=2,compress=no,compress-images=no,compress-fonts=no,regenerate-id=no';

/** The metadata as XMP; what stands in the document's own table stands here alike. */
function packet({ title, author, producer, date }: About): string {
  const moment = `${date.slice(0, 19)}Z`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>${xml(author)}</rdf:li></rdf:Seq></dc:creator>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <pdf:Producer>${xml(producer)}</pdf:Producer>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <xmp:CreateDate>${moment}</xmp:CreateDate>
   <xmp:ModifyDate>${moment}</xmp:ModifyDate>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** What XML does not take is no part of a title. */
function xml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}
