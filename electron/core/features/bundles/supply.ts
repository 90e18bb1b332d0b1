import { readStep } from '../../api/procedure.ts';
import type { Services } from '../../api/services.ts';
import { loadWords } from '../../paper/words.ts';
import type { RedactionOrder } from '../../redaction/model.ts';
import { redactText } from '../../redaction/text.ts';
import { bytesInMemory } from '../../vault/blob-store.ts';
import type { ExhibitDetail } from '../evidence/index.ts';
import { scannedPages, scannedText } from '../reading/index.ts';
import { currentTranscript, transcriptOf } from '../testimony/index.ts';
import type { Content, Supplier } from './compose/engine.ts';
import type { BundlePlan, NativeReason } from './compose/model.ts';
import { formOf } from './compose/printable.ts';
import { isOffice, officeToPdf } from './kinds/office.ts';
import { mailText, transcriptText } from './kinds/text.ts';
import type { Material } from './material.ts';
import { hashedKey } from './remembered.ts';

/** One file larger than this is not read into memory to be printed: it is told, and travels as it is. */
const mostInOne = 512 * 1024 * 1024;
/** What is turned into pages once is kept for the second reading, up to this. */
const mostKept = 64 * 1024 * 1024;

type None = { readonly none: NativeReason };

/** What is kept back of an exhibit's content. */
export interface Kept {
  readonly order: RedactionOrder;
  /** Not even pages are made of it. */
  readonly blocked: boolean;
}

/** What OCR read stands unseen under a page: not where words are kept back, nor where a part of the page is drawn over. */
function readableOf(ocr: Content['ocr'], kept: Kept | undefined): Content['ocr'] {
  if (kept === undefined) return ocr;
  const { areas, terms } = kept.order;
  return ocr
    .filter(({ page }) => !areas.some((area) => area.page === page))
    .map(({ page, text }) => ({ page, text: redactText(text, terms) }));
}

/** By the exhibits' places, a digest of what is printed of each and stands in no file. */
export const beyondFiles = readStep('bundles.beyondFiles', ({ sql }, exhibits: readonly string[]) =>
  exhibits.map((id) => hashedKey([scannedPages(sql, id), currentTranscript(sql, id)])),
);

/** Where the engine's content comes from: each exhibit as it is, or turned into what has pages. */
export function supplierOf(
  services: Services,
  material: Material,
  plan: BundlePlan,
  signal: AbortSignal,
  kept: ReadonlyMap<number, Kept> = new Map(),
): Supplier {
  const { blobs } = services.session();
  const turned = new Map<number, Uint8Array>();
  /** What could not be turned is not tried again: LibreOffice takes long to fail. */
  const failed = new Set<number>();
  let keptBytes = 0;
  const words = loadWords('bundle', plan);

  const asIs = async (exhibit: ExhibitDetail, form: Content['form']): Promise<Content | None> => {
    if (exhibit.size > mostInOne) return { none: 'tooLarge' };
    const ocr = form === 'text' ? [] : await services.step(scannedText, exhibit.id);
    return { form, type: exhibit.type, ocr, bytes: await blobs.open(exhibit.blob) };
  };
  const turn = async (
    exhibit: ExhibitDetail,
  ): Promise<{ form: Content['form']; bytes: Uint8Array } | null> => {
    if (/^(audio|video)\//.test(exhibit.type)) return transcript(exhibit);
    if (/^message\/rfc822$|^application\/mbox$/.test(exhibit.type)) return mail(exhibit);
    if (!isOffice(exhibit.type) || exhibit.size > mostInOne) return null;
    const bytes = await officeToPdf(await wholeOf(exhibit), nameOf(exhibit), signal);
    return bytes === null ? null : { form: 'pdf', bytes };
  };
  const transcript = async (exhibit: ExhibitDetail) => {
    const segments = await services.step(transcriptOf, exhibit.id);
    return segments.length === 0 ? null : ({ form: 'text', bytes: transcriptText(segments) } as const);
  };
  const mail = async (exhibit: ExhibitDetail) => {
    const content = await blobs.open(exhibit.blob);
    try {
      const text = await mailText(
        services.reader,
        { ...exhibit, name: nameOf(exhibit), content },
        words,
        signal,
      );
      return text === null ? null : ({ form: 'text', bytes: text } as const);
    } finally {
      await content.close();
    }
  };
  const wholeOf = async (exhibit: ExhibitDetail): Promise<Uint8Array> => {
    const content = await blobs.open(exhibit.blob);
    try {
      return await content.read(0, content.size);
    } finally {
      await content.close();
    }
  };

  return async (index) => {
    const exhibit = material.exhibits[index];
    if (exhibit === undefined) throw new Error('no such exhibit');
    if (exhibit.size === 0) return { none: 'empty' };
    const own = kept.get(index);
    if (own?.blocked === true) return { none: 'reserved' };
    const form = formOf(exhibit);
    if (form !== null) {
      const content = await asIs(exhibit, form);
      return 'none' in content ? content : { ...content, ocr: readableOf(content.ocr, own) };
    }
    if (failed.has(index)) return { none: 'kind' };
    const before = turned.get(index);
    const made = before === undefined ? await turn(exhibit) : { form: formIn(before), bytes: before };
    if (made === null) {
      failed.add(index);
      return { none: 'kind' };
    }
    if (before === undefined && keptBytes + made.bytes.length <= mostKept) {
      turned.set(index, made.bytes);
      keptBytes += made.bytes.length;
    }
    return { form: made.form, type: typeOf(made.form), ocr: [], bytes: bytesInMemory(made.bytes) };
  };
}

const nameOf = ({ fields }: ExhibitDetail): string => String(fields.name.value ?? '');
const typeOf = (form: Content['form']): string => (form === 'pdf' ? 'application/pdf' : 'text/plain');
const formIn = (bytes: Uint8Array): Content['form'] =>
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-' ? 'pdf' : 'text';
