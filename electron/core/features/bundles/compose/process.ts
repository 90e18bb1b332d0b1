import type * as mupdf from 'mupdf';
import { Unfaithful } from './check.ts';
import { Broken, drawVolume, printingOf } from './draw.ts';
import { isCrash, measureAll } from './measure.ts';
import type {
  BundlePlan,
  FromProcess,
  Known,
  Layout,
  Remembered,
  Shown,
  Supplied,
  Supply,
  ToProcess,
} from './model.ts';
import { pictureOf } from './show.ts';
import { createSources, type Sources } from './sources.ts';

/** The process that reads hostile files and makes the PDFs. It has no vault and no keys, and may be killed any time. */

const tell = (message: FromProcess): void => {
  process.send?.(message);
};
/** What was asked for and is on its way, by the exhibit's place. */
interface Coming extends PromiseWithResolvers<Supply> {
  about?: Omit<Supplied, 'bytes'>;
  bytes?: Uint8Array;
  had: number;
}
const coming = new Map<number, Coming>();
let sources: Sources | undefined;
/** At which exhibit it is. */
let current = 0;
let drawn: mupdf.Buffer | undefined;

function ask(index: number): Promise<Supply> {
  const asked: Coming = { ...Promise.withResolvers<Supply>(), had: 0 };
  coming.set(index, asked);
  tell({ want: index });
  return asked.promise;
}

function take(message: Extract<ToProcess, { index: number }>): void {
  const asked = coming.get(message.index);
  if (asked === undefined) return;
  if ('none' in message) {
    coming.delete(message.index);
    asked.resolve({ none: message.none });
  } else if ('about' in message) {
    const { size, ...about } = message.about;
    asked.about = about;
    asked.bytes = new Uint8Array(size);
  } else {
    asked.bytes?.set(message.piece, asked.had);
    asked.had += message.piece.length;
  }
  const { about, bytes, had } = asked;
  if (about === undefined || bytes === undefined || had < bytes.length) return;
  // Whoever asked has it from here on: kept here as well, the whole bundle would come to lie in memory.
  coming.delete(message.index);
  asked.resolve({ ...about, bytes });
}

function tellPlace(at: number, total: number): void {
  current = at;
  tell({ at, done: at, total });
}

async function measure(plan: BundlePlan, known: Known, remembered: Remembered): Promise<void> {
  sources = createSources(plan.exhibits, ask);
  const { printing } = printingOf(plan);
  const total = plan.exhibits.length;
  const measured = await measureAll(printing, sources, known, remembered, (at) => tellPlace(at, total));
  printing.document.destroy();
  tell({ measured });
}

async function draw(plan: BundlePlan, layout: Layout, volume: number): Promise<void> {
  sources ??= createSources(plan.exhibits, ask);
  const total = plan.exhibits.length;
  const { buffer, hole } = await drawVolume(plan, layout, volume, sources, (at) => tellPlace(at, total));
  drawn = buffer;
  tell({ drawn: buffer.getLength(), hole });
}

async function show(plan: BundlePlan, layout: Layout, { volume, leaf }: Shown): Promise<void> {
  sources ??= createSources(plan.exhibits, ask);
  const tellItem = (item: number): void => tellPlace(item, plan.exhibits.length);
  tell({ picture: await pictureOf(plan, layout, volume, leaf, sources, tellItem) });
}

const pieceSize = 4 * 1024 * 1024;

/** The finished volume, piece by piece as it is asked for: it is never copied whole. */
function give(from: number): void {
  if (drawn === undefined) return;
  const to = Math.min(drawn.getLength(), from + pieceSize);
  tell({ piece: drawn.asUint8Array().slice(from, to) });
  if (to < drawn.getLength()) return;
  drawn.destroy();
  drawn = undefined;
}

function fail(error: unknown): void {
  if (error instanceof Broken) tell({ broken: error.index, reason: error.reason });
  else if (error instanceof Unfaithful) tell({ broken: error.index, reason: 'unfaithful' });
  // A file that is nested without end overflows the engine's stack: it is the file's fault, and this process is done.
  else if (isCrash(error)) tell({ broken: current, reason: 'failed' });
  else tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

process.on('message', (message: ToProcess) => {
  if ('index' in message) take(message);
  else if ('take' in message) give(message.take);
  else if ('measure' in message) measure(message.measure, message.known, message.remembered).catch(fail);
  else if ('show' in message) show(message.plan, message.layout, message.show).catch(fail);
  else draw(message.plan, message.layout, message.draw).catch(fail);
});
process.on('disconnect', () => process.exit(0));
