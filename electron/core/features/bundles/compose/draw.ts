import * as mupdf from 'mupdf';
import { loadOwnTypes } from '../../../paper/fonts.ts';
import { createSheet, type Flow, papers, paragraph, type Sheet } from '../../../paper/sheet.ts';
import { wrap } from '../../../paper/text.ts';
import { loadWords } from '../../../paper/words.ts';
import { declareArchive, savedVolume } from './archive.ts';
import { certificateList } from './certificate-list.ts';
import { checkVolume, type PlacedPage } from './check.ts';
import { dividerSheets, type Printing } from './divider.ts';
import { certificateSheet, coverSheet, partOf, type Totals } from './front.ts';
import { indexSheet } from './index-pages.ts';
import type { Leaf, Volume } from './layout-model.ts';
import { linksOf } from './links.ts';
import { marksOf } from './marks.ts';
import type { BundlePlan, Hole, Layout, NativeReason } from './model.ts';
import { piecesOfImage } from './place-image.ts';
import { type Piece, piecesOfPdf, placing, sheetFor, Unreadable } from './place-pdf.ts';
import { pagesOfText, sheetOfText } from './place-text.ts';
import { tellsOfAll } from './recipe.ts';
import { leaveRoom, nameRange } from './signature-field.ts';
import type { Source, Sources } from './sources.ts';
import { isAtTop, stampPage } from './stamp.ts';
import { setLabels, setLinks, setOutline, setPages } from './tree.ts';

/** Thrown where an exhibit that could be counted cannot be drawn. */
export class Broken extends Error {
  readonly index: number;
  readonly reason: NativeReason;

  constructor(index: number, reason: NativeReason, cause: unknown) {
    super('an exhibit cannot be drawn', { cause });
    this.index = index;
    this.reason = reason;
  }
}

interface Drawing {
  readonly printing: Printing;
  readonly layout: Layout;
  readonly volume: Volume;
  /** Which volume, from 0 on. */
  readonly at: number;
  readonly sources: Sources;
  /** Pages of sources that stand in it, to be compared when all is done. */
  readonly placed: PlacedPage[];
}

/** What prints: a document, its fonts and words, and how the fonts are put into it at the end. */
export function printingOf(plan: BundlePlan): { printing: Printing; embed: () => void } {
  const document = new mupdf.PDFDocument();
  const { types, embed } = loadOwnTypes(document);
  const words = loadWords('bundle', plan);
  return { printing: { document, types, plan, words, paper: papers[plan.profile.paper] }, embed };
}

/**
 * Draws one volume and gives its bytes in the engine's memory, when all that it should have has been found in them. The same plan and the same
 * content give the same bytes.
 */
export async function drawVolume(
  plan: BundlePlan,
  layout: Layout,
  at: number,
  sources: Sources,
  tell: (item: number) => void,
): Promise<{ buffer: mupdf.Buffer; hole: Hole | null }> {
  const volume = layout.volumes[at];
  if (volume === undefined) throw new Error('no such volume');
  const { printing, embed } = printingOf(plan);
  const drawing: Drawing = { printing, layout, volume, at, sources, placed: [] };
  const { document } = printing;
  const sheets = await sheetsOf(drawing, tell);
  const { links, rowOf } = linksOf(volume, layout, at, printing.paper);
  const part = partOf(printing.words, placeOf(drawing));
  const pages = sheets.map((sheet, leaf) => {
    stampPage(sheet, printing, { label: volume.labels[leaf] ?? '', part, back: rowOf(leaf) !== null });
    return sheet.finish();
  });
  setPages(document, pages);
  setLabels(document, volume.labels);
  setLinks(document, links, pages);
  setOutline(document, marksOf(printing, volume), pages);
  const archival = layout.files[at]?.archival === true;
  describe(document, printing, { part, archival });
  const room = plan.signature === undefined ? null : leaveRoom(printing, pages[0], plan.signature);
  embed();
  // The finished file takes the room that the sources had: both do not lie in memory at once.
  sources.clear();
  const buffer = document.saveToBuffer(savedVolume);
  document.destroy();
  const hole = room === null ? null : nameRange(buffer.asUint8Array(), room);
  await checkVolume(buffer, { volume, placed: drawing.placed, sources, pale: plan.recipient !== '' }, tell);
  return { buffer, hole };
}

/**
 * One leaf by itself, as its volume's drawing would draw it: the only page of a document that was not saved. Nothing
 * leads anywhere from it.
 */
export async function drawLeaf(
  plan: BundlePlan,
  layout: Layout,
  at: number,
  leaf: number,
  sources: Sources,
  tell: (item: number) => void,
): Promise<mupdf.PDFDocument> {
  const volume = layout.volumes[at];
  const wanted = volume?.leaves[leaf];
  if (volume === undefined || wanted === undefined) throw new Error('no such page');
  const { printing, embed } = printingOf(plan);
  const drawing: Drawing = { printing, layout, volume, at, sources, placed: [] };
  const sheet = await sheetOfLeaf(drawing, wanted, leaf, tell);
  const part = partOf(printing.words, placeOf(drawing));
  const back = linksOf(volume, layout, at, printing.paper).rowOf(leaf) !== null;
  stampPage(sheet, printing, { label: volume.labels[leaf] ?? '', part, back });
  setPages(printing.document, [sheet.finish()]);
  embed();
  return printing.document;
}

async function sheetOfLeaf(
  drawing: Drawing,
  leaf: Leaf,
  at: number,
  tell: (item: number) => void,
): Promise<Sheet> {
  if (leaf.kind !== 'content' && leaf.kind !== 'divider') return singleSheet(drawing, leaf);
  const { item, page } = leaf;
  tell(item);
  const [sheet] =
    leaf.kind === 'divider'
      ? dividerOf(drawing, item, page + 1).slice(page)
      : await contentOf(drawing, { kind: 'content', item, from: page, to: page + 1 }, at);
  if (sheet === undefined) throw new Error('a page was not drawn');
  return sheet;
}

async function sheetsOf(drawing: Drawing, tell: (item: number) => void): Promise<Sheet[]> {
  const { volume, sources } = drawing;
  const runs = runsOf(volume.leaves);
  sources.expect(runs.flatMap((run) => (run.kind === 'content' ? [run.item] : [])));
  const sheets: Sheet[] = [];
  for (const run of runs) {
    if (run.kind === 'content') {
      tell(run.item);
      sheets.push(...(await contentOf(drawing, run, sheets.length)));
    } else if (run.kind === 'divider') sheets.push(...dividerOf(drawing, run.item, run.length));
    else sheets.push(singleSheet(drawing, run.leaf));
  }
  if (sheets.length !== volume.leaves.length)
    throw new Error(`${sheets.length} pages were drawn where ${volume.leaves.length} were laid out`);
  return sheets;
}

type Run =
  | { readonly kind: 'content'; readonly item: number; readonly from: number; readonly to: number }
  | { readonly kind: 'divider'; readonly item: number; readonly length: number }
  | { readonly kind: 'single'; readonly leaf: Leaf };

/** Leaves of one exhibit taken together: its file is opened once. */
function runsOf(leaves: readonly Leaf[]): Run[] {
  const runs: Run[] = [];
  for (const leaf of leaves) {
    const last = runs.at(-1);
    if (leaf.kind === 'content') {
      const goesOn = last?.kind === 'content' && last.item === leaf.item;
      if (goesOn) runs[runs.length - 1] = { ...last, to: leaf.page + 1 };
      else runs.push({ kind: 'content', item: leaf.item, from: leaf.page, to: leaf.page + 1 });
    } else if (leaf.kind === 'divider') {
      if (last?.kind === 'divider' && last.item === leaf.item)
        runs[runs.length - 1] = { ...last, length: last.length + 1 };
      else runs.push({ kind: 'divider', item: leaf.item, length: 1 });
    } else runs.push({ kind: 'single', leaf });
  }
  return runs;
}

function dividerOf({ printing, layout }: Drawing, item: number, length: number): Sheet[] {
  const exhibit = printing.plan.exhibits[item];
  const found = layout.measured[item];
  if (exhibit === undefined || found === undefined) throw new Error('no such exhibit');
  return dividerSheets(printing, exhibit, found).slice(0, length);
}

function singleSheet(drawing: Drawing, leaf: Leaf): Sheet {
  const { printing, volume, layout, at } = drawing;
  if (leaf.kind === 'cover') return coverSheet(printing, totalsOf(drawing), tellsOfAll(volume, at));
  if (leaf.kind === 'certificate')
    return leaf.page === 0
      ? certificateSheet(printing, totalsOf(drawing))
      : certificateList(printing, layout, leaf.page - 1);
  if (leaf.kind === 'section') return sectionSheet(printing, printing.plan.sections[leaf.section] ?? '');
  if (leaf.kind === 'index') {
    const rows = volume.indexes[leaf.index] ?? [];
    return indexSheet(printing, { rows, volume: at, late: leaf.index > 0, layout }, leaf.page);
  }
  return blankSheet(printing);
}

function sectionSheet(printing: Printing, title: string): Sheet {
  const { document, types, paper, words } = printing;
  const flow: Flow = { sheet: createSheet(document, types, paper), types, y: paper.height / 3 };
  flow.sheet.box(0, 0, paper.width, 10, 'ink');
  paragraph(flow, words('section.title'), { face: 'sans', size: 11, colour: 'muted' });
  paragraph(flow, title, { face: 'title', size: 30, colour: 'ink', lead: 1.3 });
  return flow.sheet;
}

/** An empty side says so: nobody has to ask what was on it. */
function blankSheet({ document, types, paper, words }: Printing): Sheet {
  const flow: Flow = { sheet: createSheet(document, types, paper), types, y: paper.height / 2 };
  paragraph(flow, words('blank'), { face: 'sans', size: 9, colour: 'muted' });
  return flow.sheet;
}

function placeOf({ layout, at, volume }: Drawing): Pick<Totals, 'volumes' | 'volume' | 'supplement'> {
  const volumes = layout.volumes.filter((each) => each.supplement === null).length;
  return { volumes, volume: at + 1, supplement: volume.supplement };
}

function totalsOf(drawing: Drawing): Totals {
  const { layout, printing } = drawing;
  const main = layout.volumes.filter(({ supplement }) => supplement === null);
  const labels = main.flatMap((each) => each.labels.filter((label) => label !== ''));
  const numbers = (withheld: boolean): ReadonlySet<string> =>
    new Set(
      printing.plan.exhibits.flatMap(({ number, reserved }, index) => {
        const reason = layout.measured[index]?.reason ?? null;
        const printed = reason === null || reason === 'more';
        return printed || (reserved !== undefined) !== withheld ? [] : [number];
      }),
    );
  return {
    ...placeOf(drawing),
    pages: main.reduce((sum, each) => sum + each.leaves.length, 0),
    first: labels[0] ?? '',
    last: labels.at(-1) ?? '',
    natives: numbers(false),
    withheld: numbers(true),
    repaired: layout.measured.filter((each) => each.repaired).length,
  };
}

async function contentOf(
  drawing: Drawing,
  { item, from, to }: Extract<Run, { kind: 'content' }>,
  leaf: number,
): Promise<Sheet[]> {
  const { sources } = drawing;
  try {
    const source = await sources.get(item);
    if ('none' in source) throw new Error('content is gone');
    requireCounted(source, drawing.layout.measured[item]?.pages);
    const sheets = sheetsOfSource(drawing, source, { item, from, to }, leaf);
    sources.release(item);
    return sheets;
  } catch (error) {
    throw error instanceof Unreadable ? new Broken(item, error.reason, error) : error;
  }
}

/** What was counted may have been remembered from before: pages that are more or fewer than those are a defect. */
function requireCounted({ pdf }: Source, counted: number | undefined): void {
  const pages = pdf?.countPages() ?? counted;
  if (pages !== counted) throw new Error(`a source has ${pages} pages where ${counted} were counted`);
}

interface Span {
  readonly item: number;
  readonly from: number;
  readonly to: number;
}

function sheetsOfSource(drawing: Drawing, source: Source, span: Span, leaf: number): Sheet[] {
  const { document, types, plan, paper } = drawing.printing;
  const order = plan.exhibits[span.item]?.reserved?.order;
  if (source.pdf === null && source.form === 'text')
    return pagesOfText(types, source.bytes, paper, order?.terms)
      .slice(span.from, span.to)
      .map((lines) => sheetOfText(document, types, lines, paper));
  const pieces =
    source.pdf === null
      ? piecesOfImage(document, source.bytes, source.type, order?.areas, plan.profile.maxDpi).slice(
          span.from,
          span.to,
        )
      : piecesOfPdf(document, source.pdf, span, order);
  return pieces.map((piece, at) =>
    sheetOf(drawing, source, piece, { item: span.item, page: span.from + at, leaf: leaf + at }),
  );
}

function sheetOf(
  { printing, placed }: Drawing,
  source: Source,
  piece: Piece,
  at: { readonly item: number; readonly page: number; readonly leaf: number },
): Sheet {
  const { document, types, plan, paper } = printing;
  const sheet = createSheet(document, types, sheetFor(piece, paper));
  const where = placing(piece, sheet, isAtTop(plan.profile));
  sheet.place(piece.object, where.matrix);
  const { width, height } = piece;
  placed.push({ ...at, check: piece.check, where, size: { width, height } });
  const read = source.ocr.find((each) => each.page === at.page);
  if (read !== undefined) sheet.unseen(wrap(read.text, types.sans, 9, sheet.width - 40));
  return sheet;
}

function describe(
  document: mupdf.PDFDocument,
  { plan }: Printing,
  { part, archival }: { readonly part: string; readonly archival: boolean },
): void {
  document.setLanguage(plan.language === 'es' ? 'es-BO' : 'en');
  const title = [plan.caseNumber, plan.title, part].filter((each) => each !== '').join(' – ');
  const about = { title, author: plan.office, producer: 'Custodia', date: plan.exportedAt };
  document.setMetaData('info:Title', about.title);
  document.setMetaData('info:Author', about.author);
  document.setMetaData('info:Producer', about.producer);
  const date = `D:${plan.exportedAt.slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
  document.setMetaData('info:CreationDate', date);
  document.setMetaData('info:ModDate', date);
  if (archival) declareArchive(document, about);
}
