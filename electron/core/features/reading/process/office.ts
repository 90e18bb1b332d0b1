import { SaxesParser } from 'saxes';
import type { MetadataItem } from '../model.ts';
import type { Content } from './content.ts';
import type { Ending } from './protocol.ts';
import { ending, items, type Tell, tellInParts } from './reader.ts';
import { Unreadable } from './unreadable.ts';
import { type ZipPart, zipParts } from './zip.ts';

/**
 * Word processing, presentations and OpenDocument: every word of the document itself, its headers, footers, notes and
 * comments (ECMA-376 parts; ODF 1.3 `content.xml`). Spreadsheets are read in `sheets.ts`.
 */

const mostBytes = 200 * 1024 * 1024;
const parts =
  /^(word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|ppt\/(slides|notesSlides|comments)\/[^/]+\.xml|content\.xml|styles\.xml)$/;
const properties = /^(docProps\/(core|app|custom)\.xml|meta\.xml)$/;

/** Elements whose text is the document's, and those after which a line ends. By local name, whatever the prefix. */
const wordElements = new Set(['t', 'delText']);
const lineElements = new Set(['p', 'br', 'tr', 'h', 'line-break', 'list-item', 'table-row']);

export async function readOffice(content: Content, tell: Tell): Promise<Ending> {
  const found = await zipParts(
    await content.all(mostBytes),
    (path) => parts.test(path) || properties.test(path) || path === 'META-INF/manifest.xml',
  );
  const bodies = found.filter((part) => parts.test(part.path)).sort(byNumber);
  if (bodies.length === 0) throw new Unreadable('damaged');
  if (await isEncryptedOpenDocument(found)) throw new Unreadable('encrypted');
  let page = 0;
  let damaged = false;
  for (const part of bodies) {
    const { text, sound } = wordsOf(await part.text(), part.path);
    damaged ||= !sound;
    if (text.trim() !== '') page = tellInParts(text, tell, page, labelOf(part.path));
  }
  const metadata = { items: await propertiesOf(found), summary: {} };
  return ending(metadata, damaged ? { reason: 'damaged' } : {});
}

/** `slide10.xml` after `slide9.xml`; the document before its headers and notes. */
function byNumber(one: ZipPart, other: ZipPart): number {
  const rank = (path: string): number => (/(document|content)\.xml$|slides\/slide/.test(path) ? 0 : 1);
  return rank(one.path) - rank(other.path) || one.path.localeCompare(other.path, 'en', { numeric: true });
}

function labelOf(path: string): string | undefined {
  const slide = /slides\/slide(\d+)\.xml$/.exec(path)?.[1];
  if (slide !== undefined) return slide;
  const other = /(header|footer|footnotes|endnotes|comments|notesSlide)\d*\.xml$/.exec(path)?.[1];
  return other;
}

function wordsOf(xml: string, path: string): { text: string; sound: boolean } {
  const openDocument = path === 'content.xml' || path === 'styles.xml';
  const pieces: string[] = [];
  const parser = new SaxesParser();
  let within = 0;
  let sound = true;
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  // In OpenDocument the words stand directly in paragraphs and headings.
  const holdsWords = (name: string): boolean =>
    openDocument ? name === 'text:p' || name === 'text:h' : wordElements.has(local(name));
  parser.on('opentag', ({ name }) => {
    if (holdsWords(name)) within += 1;
    if (local(name) === 'tab') pieces.push('\t');
    if (name === 'text:s') pieces.push(' ');
  });
  parser.on('closetag', ({ name }) => {
    if (holdsWords(name)) within -= 1;
    if (lineElements.has(local(name))) pieces.push('\n');
    else if (local(name) === 'tc' || local(name) === 'table-cell') pieces.push('\t');
  });
  parser.on('text', (text) => {
    if (within > 0) pieces.push(text);
  });
  parser.on('error', () => {
    sound = false;
  });
  parser.write(xml).close();
  return { text: pieces.join('').replace(/\n{3,}/g, '\n\n'), sound };
}

/** `core.xml`, `app.xml`, `meta.xml`: each element with text is a property under its own name. */
async function propertiesOf(found: readonly ZipPart[]): Promise<MetadataItem[]> {
  const values: Record<string, string> = {};
  for (const part of found.filter(({ path }) => properties.test(path))) {
    const parser = new SaxesParser();
    let name = '';
    parser.on('opentag', (tag) => {
      const custom = tag.attributes.name ?? tag.attributes['meta:name'];
      name = custom === undefined ? tag.name.slice(tag.name.indexOf(':') + 1) : String(custom);
    });
    parser.on('text', (text) => {
      if (text.trim() !== '') values[name] = (values[name] ?? '') + text;
    });
    parser.on('error', () => undefined); // properties that are damaged are not shown; the document is told by its text
    parser.write(await part.text()).close();
  }
  return items('office', values);
}

async function isEncryptedOpenDocument(found: readonly ZipPart[]): Promise<boolean> {
  const manifest = found.find(({ path }) => path === 'META-INF/manifest.xml');
  return manifest !== undefined && (await manifest.text()).includes('encryption-data');
}
