import type { Services } from '../../api/services.ts';
import { loadWords } from '../../paper/words.ts';
import { bytesInMemory } from '../../vault/blob-store.ts';
import type { ExhibitDetail } from '../evidence/index.ts';
import { scannedText } from '../reading/index.ts';
import { transcriptOf } from '../testimony/index.ts';
import type { Content, Supplier } from './compose/engine.ts';
import type { BundlePlan, NativeReason } from './compose/model.ts';
import { formOf } from './compose/printable.ts';
import { isOffice, officeToPdf } from './kinds/office.ts';
import { mailText, transcriptText } from './kinds/text.ts';
import type { Material } from './material.ts';

/** One file larger than this is not read into memory to be printed: it is told, and travels as it is. */
const mostInOne = 512 * 1024 * 1024;
/** What is turned into pages once is kept for the second reading, up to this. */
const mostKept = 64 * 1024 * 1024;

type None = { readonly none: NativeReason };

/** Where the engine's content comes from: each exhibit as it is, or turned into what has pages. */
export function supplierOf(
  services: Services,
  material: Material,
  plan: BundlePlan,
  signal: AbortSignal,
): Supplier {
  const { blobs } = services.session();
  const turned = new Map<number, Uint8Array>();
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
  /** Where parts are kept back nobody has looked what a transcript says. */
  const transcript = async (exhibit: ExhibitDetail) => {
    if (plan.exhibits.some((each) => each.sha256 === exhibit.sha256 && each.reserved !== undefined))
      return null;
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
    const form = formOf(exhibit);
    if (form !== null) return asIs(exhibit, form);
    const before = turned.get(index);
    const made = before === undefined ? await turn(exhibit) : { form: formIn(before), bytes: before };
    if (made === null) return { none: 'kind' };
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
