import type * as mupdf from 'mupdf';
import type { PrintedExhibit, Supplied, Supply } from './model.ts';
import { openPdf } from './place-pdf.ts';

/** What was opened to be counted is kept open to be drawn, as long as all of it is no more than this. */
const mostKept = 96 * 1024 * 1024;

/** An exhibit's content in this process: a PDF is open, and its bytes are the engine's alone from then on. */
export type Source = Omit<Supplied, 'bytes'> & {
  /** In bytes. */
  readonly size: number;
} & (
    | { readonly pdf: mupdf.PDFDocument; readonly bytes: null }
    | { readonly pdf: null; readonly bytes: Uint8Array }
  );

/** Content by the exhibit's place: asked for ahead, opened, and kept for a second look where there is room. */
export interface Sources {
  /** Which are wanted from now on, in this order. */
  expect(indexes: readonly number[]): void;
  get(index: number): Promise<Source | Exclude<Supply, Supplied>>;
  /** The same bytes once more, not opened. */
  bytes(index: number): Promise<Supplied>;
  /** Done with for now. */
  release(index: number): void;
  /** Done with all: what is wanted again is asked for again. */
  clear(): void;
}

/** How many are asked for before they are needed. */
const ahead = 3;

export function createSources(
  exhibits: readonly PrintedExhibit[],
  ask: (index: number) => Promise<Supply>,
): Sources {
  const asked = new Map<number, Promise<Supply>>();
  const kept = new Map<number, Source>();
  let keptBytes = 0;
  let expected: number[] = [];

  const request = (index: number): Promise<Supply> => {
    const known = asked.get(index) ?? ask(index);
    asked.set(index, known);
    return known;
  };
  const supply = async (index: number): Promise<Supply> => {
    const place = expected.indexOf(index);
    const coming = place < 0 ? [] : expected.slice(place + 1, place + 1 + ahead);
    const now = request(index);
    for (const next of coming)
      if (!kept.has(next) && !isLarge(next)) void request(next).catch(() => undefined);
    const supplied = await now;
    asked.delete(index);
    return supplied;
  };
  const isLarge = (index: number): boolean => (exhibits[index]?.size ?? 0) > mostKept / 8;

  const close = (index: number): void => {
    const source = kept.get(index);
    if (source === undefined) return;
    keptBytes -= source.size;
    source.pdf?.destroy();
    kept.delete(index);
  };

  return {
    expect: (indexes) => {
      expected = [...indexes];
    },
    get: async (index) => {
      const open = kept.get(index);
      if (open !== undefined) return open;
      const supplied = await supply(index);
      if ('none' in supplied) return supplied;
      const { bytes, ...about } = supplied;
      const size = bytes.length;
      const source: Source =
        supplied.form === 'pdf'
          ? { ...about, size, pdf: openPdf(bytes), bytes: null }
          : { ...about, size, pdf: null, bytes };
      kept.set(index, source);
      keptBytes += size;
      return source;
    },
    bytes: async (index) => {
      const open = kept.get(index);
      if (open?.bytes !== undefined && open.bytes !== null) return { ...open, bytes: open.bytes };
      const supplied = await supply(index);
      if ('none' in supplied) throw new Error('content is gone');
      return supplied;
    },
    release: (index) => {
      if (keptBytes > mostKept) close(index);
    },
    clear: () => {
      for (const index of [...kept.keys()]) close(index);
    },
  };
}
