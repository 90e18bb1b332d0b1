import { papers } from '../../../paper/sheet.ts';
import { declaresArchive } from './archive.ts';
import { dividerSheets, type Printing } from './divider.ts';
import { Broken } from './draw.ts';
import type { Known, Measured, NativeReason, Own, PrintedExhibit, Remembered, Unshown } from './model.ts';
import { measureImage } from './place-image.ts';
import { asUnreadable, measurePdf } from './place-pdf.ts';
import { pagesOfText } from './place-text.ts';
import type { Source, Sources } from './sources.ts';

const none = (reason: NativeReason | null): Own => ({
  reason,
  pages: 0,
  bytes: 0,
  repaired: false,
  reduced: false,
  archival: true,
  unshown: [],
});

/** Reads every exhibit that is not remembered as far as it takes to know how many pages it makes, or why it makes none. */
export async function measureAll(
  printing: Printing,
  sources: Sources,
  known: Known,
  remembered: Remembered,
  at: (index: number) => void,
): Promise<Measured[]> {
  const { exhibits } = printing.plan;
  const isRead = (index: number): boolean => known[index] === undefined && remembered[index] === undefined;
  sources.expect([...exhibits.keys()].filter(isRead));
  const all: Measured[] = [];
  for (const [index, exhibit] of exhibits.entries()) {
    at(index);
    const own =
      (known[index] === undefined ? remembered[index] : undefined) ??
      (await measureOne(printing, sources, exhibit, index, known[index]));
    const divider = dividerSheets(printing, exhibit, own).length;
    all.push({ ...own, divider });
  }
  return all;
}

async function measureOne(
  printing: Printing,
  sources: Sources,
  exhibit: PrintedExhibit,
  index: number,
  known: NativeReason | undefined,
): Promise<Own> {
  if (exhibit.object !== undefined) return none(null);
  if (known !== undefined) return none(known);
  try {
    const source = await sources.get(index);
    if ('none' in source) return none(source.none);
    const own = measured(printing, source, exhibit);
    sources.release(index);
    return own;
  } catch (error) {
    const unreadable = asUnreadable(error);
    // After this the engine's memory is worth nothing: another process goes on without the file.
    if (isCrash(unreadable.cause)) throw new Broken(index, 'failed', error);
    return none(unreadable.reason);
  }
}

/** The engine is WebAssembly: what goes wrong inside it that it did not expect comes as this. */
export function isCrash(error: unknown): boolean {
  return error instanceof Error && error.name === 'RuntimeError';
}

function measured({ types, plan }: Printing, source: Source, exhibit: PrintedExhibit): Own {
  const { size, pdf, bytes, form, type } = source;
  if (pdf !== null) {
    const { pages, repaired, unshown } = measurePdf(pdf);
    // What takes parts out of a page writes it anew, by rules of its own.
    const archival = exhibit.reserved === undefined && declaresArchive(pdf);
    return { ...none(reasonFor(unshown)), pages, bytes: size, repaired, archival, unshown };
  }
  if (form === 'image') return { ...none(null), ...measureImage(bytes, type, plan.profile.maxDpi) };
  const terms = exhibit.reserved?.order.terms;
  const pages = pagesOfText(types, bytes, papers[plan.profile.paper], terms).length;
  return { ...none(formless(exhibit.type) ? 'more' : null), pages, bytes: size };
}

/** What paper cannot show travels beside it. */
function reasonFor(unshown: readonly Unshown[]): NativeReason | null {
  return unshown.some((each) => each !== 'scripts') ? 'more' : null;
}

/** A recording of which only what was said is printed. */
const formless = (type: string): boolean => /^(audio|video)\//.test(type);
