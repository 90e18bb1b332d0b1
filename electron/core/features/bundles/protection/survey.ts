import { readStep } from '../../../api/procedure.ts';
import type { Services } from '../../../api/services.ts';
import { placesOf } from '../../../redaction/terms.ts';
import { moduleUrl } from '../../../threads.ts';
import type { RandomAccess } from '../../../vault/blob-store.ts';
import type { ExhibitDetail } from '../../evidence/index.ts';
import type { Redaction } from '../../marking/index.ts';
import { readingOf, textOf } from '../../reading/index.ts';
import type { ReadingState } from '../../reading/model.ts';
import type { Content, Supplier } from '../compose/engine.ts';
import type { BundlePlan } from '../compose/model.ts';
import type { Material } from '../material.ts';
import { keyOf, remember, type SurveyMemory } from './memory.ts';
import type {
  Finding,
  KeptKind,
  Looked,
  ProtectedTerm,
  Protection,
  Surveyed,
  Unchecked,
  WithheldWhy,
} from './model.ts';
import { type Looker, startLooker } from './readback/check.ts';
import type { SurveyAnswer, SurveyQuestion } from './survey-process.ts';
import { wordsOf } from './words.ts';
import { ReaderFailed, startWorker, type Worker } from './worker.ts';

/** Larger files are not looked through: their content would have to stand in memory whole. */
const mostLookedAt = 300 * 1024 * 1024;
const wholePage = { x: 0, y: 0, width: 1, height: 1 };

export const readingState = readStep('bundles.readingState', ({ sql }, exhibit: string): Read => {
  const { state, metadata } = readingOf(sql, exhibit);
  return { state, metadata: metadata.items.map(({ value }) => value).join('\n') };
});

interface Read {
  readonly state: ReadingState;
  /** What the file says of itself, each value on a line. */
  readonly metadata: string;
}

interface Ground {
  readonly services: Services;
  readonly material: Material;
  readonly plan: BundlePlan;
  readonly protection: Protection;
  readonly supply: Supplier;
  readonly memory: SurveyMemory;
  readonly surveyor: Worker<SurveyQuestion, SurveyAnswer>;
  readonly looker: Looker;
}

interface Hooks {
  progress(step: string, done: number, total: number): void;
  readonly signal: AbortSignal;
}

/** Looks through every exhibit of a bundle for what must not be shown, before a page is laid out. */
export async function survey(
  ground: Omit<Ground, 'surveyor' | 'looker'>,
  { progress, signal }: Hooks,
): Promise<readonly Surveyed[]> {
  const surveyor = startWorker<SurveyQuestion, SurveyAnswer>(
    moduleUrl('./survey-process', import.meta.url),
    signal,
  );
  const looker = startLooker(signal);
  try {
    const all: Surveyed[] = [];
    for (const index of ground.material.exhibits.keys()) {
      progress('searching', index, ground.material.exhibits.length);
      all.push(await surveyOne({ ...ground, surveyor, looker }, index));
    }
    return all;
  } finally {
    surveyor.close();
    looker.close();
  }
}

async function surveyOne(ground: Ground, index: number): Promise<Surveyed> {
  const { material, protection } = ground;
  const exhibit = material.exhibits[index];
  const printed = ground.plan.exhibits[index];
  if (exhibit === undefined || printed === undefined) throw new Error('no such exhibit');
  const own = findingsIn(wordsOf(printed).join('\n'), protection.terms, null);
  const marked = material.redactions[index] ?? [];
  if (printed.object !== undefined) return decided(protection, own, marked, exhibit, nothing);
  return decided(protection, own, marked, exhibit, await lookOnce(ground, index, exhibit, marked));
}

const nothing: Looked = { findings: [], areas: [], unchecked: null, unprinted: false };

function decided(
  protection: Protection,
  own: readonly Finding[],
  marked: readonly Redaction[],
  exhibit: ExhibitDetail,
  looked: Looked,
): Surveyed {
  const shown = protection.shown[exhibit.id] ?? [];
  const isRecording = recording.test(exhibit.type);
  // A rectangle of which nobody said what lies under it was drawn because of what the picture shows.
  const faceMarked = marked.some(({ area }) => area !== null && area.shows !== 'other');
  const seen = isRecording ? shown : shown.filter(({ what }) => what === 'face' && !faceMarked);
  const content = [...looked.findings, ...marked.flatMap(findingsOfArea)];
  const isUnchecked = looked.unchecked !== null && protection.unchecked === 'withhold';
  const file = looked.unprinted || isRecording;
  let withheld: WithheldWhy | null = null;
  if (seen.length > 0) withheld = isRecording ? 'recording' : 'face';
  else if (file && content.length > 0) withheld = 'reveals';
  else if (isUnchecked) withheld = 'unchecked';
  const findings = eachOnce([
    ...own,
    ...content,
    ...seen.map(({ what, mark, ground }): Finding => {
      return { page: null, kind: what, mark, ground, groundText: '', count: 1 };
    }),
  ]);
  return {
    findings,
    grounds: [...findings, ...marked].map(({ ground, groundText }) => ({ ground, groundText })),
    areas: looked.areas,
    touched: content.length > 0 || marked.length > 0 || withheld !== null,
    withheld,
    blocked: withheld === 'face' || withheld === 'unchecked',
    unchecked: withheld === null ? looked.unchecked : null,
  };
}

const recording = /^(audio|video)\//;

function findingsOfArea({ area, ground, groundText }: Redaction): Finding[] {
  if (area === null) return [];
  const kind = area.shows === 'face' ? 'face' : 'region';
  return [{ page: area.page, kind, mark: '', ground, groundText, count: area.rects.length }];
}

/** Terms in a text, those of one kind, person and ground together. */
function findingsIn(text: string, terms: readonly ProtectedTerm[], page: number | null): Finding[] {
  const counts = new Map<number, number>();
  for (const { term } of placesOf([...text], terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return gathered(
    [...counts].map(([term, count]) => ({ page, term, count })),
    terms,
  );
}

/** Several ways of writing one thing that stand in one place are one finding. */
function gathered(
  found: readonly { readonly page: number | null; readonly term: number; readonly count: number }[],
  terms: readonly ProtectedTerm[],
): Finding[] {
  return eachOnce(
    found.map(({ page, term, count }) => {
      const { kind, mark, ground, groundText } = terms[term] ?? unknown;
      return { page, kind, mark, ground, groundText, count };
    }),
  );
}

const unknown = { kind: 'marked' as KeptKind, mark: '', ground: 'other' as const, groundText: '' };

/** What is known from before is not looked for again: a bundle that changed a little is looked through a little. */
async function lookOnce(
  ground: Ground,
  index: number,
  exhibit: ExhibitDetail,
  marked: readonly Redaction[],
): Promise<Looked> {
  const { sha256, size, type } = exhibit;
  const read = await ground.services.step(readingState, exhibit.id);
  const name = String(exhibit.fields.name.value ?? '');
  const { terms } = ground.protection;
  const key = keyOf({ sha256, size, type, name, state: read.state, terms, marked });
  const before = key === null ? undefined : ground.memory.get(key);
  if (before !== undefined) return before;
  const looked = await lookAt(ground, index, exhibit, { marked, read });
  remember(ground.memory, key, looked);
  return looked;
}

async function lookAt(
  ground: Ground,
  index: number,
  exhibit: ExhibitDetail,
  { marked, read }: { readonly marked: readonly Redaction[]; readonly read: Read },
): Promise<Looked> {
  const { services, protection } = ground;
  const { terms } = protection;
  const content = await ground.supply(index);
  const hits = await inFile(ground, exhibit);
  const file = gathered(hits ?? [], terms);
  if ('none' in content) {
    const pages = await services.step(textOf, exhibit.id);
    const text = [read.metadata, ...pages.flatMap((page) => [page.label ?? '', page.text])].join('\n');
    const said = exhibit.size === 0 ? [] : findingsIn(text, terms, null);
    const state = hits === null ? 'failed' : read.state;
    const unchecked = exhibit.size === 0 ? null : uncheckedFile(exhibit, state);
    return { findings: merged([...said, ...file]), areas: [], unchecked, unprinted: true };
  }
  const scans = content.ocr.map(({ page, text }) => findingsIn(text, terms, page));
  const inPages = content.form === 'image' ? imageAnswer : await inContent(ground, content);
  await closeUnread(content);
  const isMarked = (page: number): boolean => marked.some(({ area }) => area?.page === page);
  const seen = content.ocr.filter(({ page }, at) => (scans[at]?.length ?? 0) > 0 && !isMarked(page));
  const blind = blindPages(inPages, content, read.state);
  return {
    findings: merged([...gathered(placed(inPages, content), terms), ...scans.flat(), ...file]),
    // Where a picture shows a word, nobody knows where it stands in it: all of the page is drawn over.
    areas: seen.map(({ page }) => ({ page, rects: [wholePage] })),
    unchecked: recording.test(exhibit.type)
      ? { pages: [], why: 'recording' }
      : hits === null || inPages.pages === 0
        ? { pages: [], why: 'unread' }
        : blind.length > 0
          ? { pages: blind, why: 'picture' }
          : null,
    unprinted: inPages.beyondPages && content.form === 'pdf' && inPages.pages === 0,
  };
}

/** A text is broken into pages only where it is printed. */
function placed({ found }: SurveyAnswer, { form }: Content) {
  return found.map(({ page, ...each }) => ({ ...each, page: form === 'text' ? null : page }));
}

/** A picture is one page without text of its own. */
const imageAnswer: SurveyAnswer = { found: [], unread: [0], pages: 1, beyondPages: false };

/** Pages without text that OCR has not read either. What it read and found empty was looked at. */
function blindPages({ unread }: SurveyAnswer, { ocr }: Content, state: ReadingState): number[] {
  if (state === 'read') return [];
  return unread.filter((page) => !ocr.some((each) => each.page === page));
}

function uncheckedFile({ type }: ExhibitDetail, state: ReadingState): Unchecked | null {
  if (recording.test(type)) return { pages: [], why: 'recording' };
  if (state === 'read') return null;
  return { pages: [], why: state === 'none' ? 'kind' : 'unread' };
}

/** The same thing found in two ways is told once: with its page where one is known. */
function merged(findings: readonly Finding[]): Finding[] {
  const onPages = new Set(
    findings.filter(({ page }) => page !== null).map(({ kind, mark, ground }) => `${kind} ${mark} ${ground}`),
  );
  return eachOnce(
    findings.filter(
      ({ page, kind, mark, ground }) => page !== null || !onPages.has(`${kind} ${mark} ${ground}`),
    ),
  );
}

/** What was found in one place in several ways: the greatest number counts. */
function eachOnce(findings: readonly Finding[]): Finding[] {
  const all = new Map<string, Finding>();
  for (const finding of findings) {
    const { page, kind, mark, ground, groundText } = finding;
    const key = [page, kind, mark, ground, groundText].join('\n');
    const before = all.get(key);
    all.set(key, before === undefined || before.count < finding.count ? finding : before);
  }
  return [...all.values()];
}

async function inContent({ surveyor, protection }: Ground, content: Content): Promise<SurveyAnswer> {
  const failed = { found: [], unread: [], pages: 0, beyondPages: true };
  if (content.bytes.size > mostLookedAt) return failed;
  const bytes = await content.bytes.read(0, content.bytes.size);
  const form = content.form === 'pdf' ? 'pdf' : 'text';
  try {
    return await surveyor.ask({ bytes, form, terms: protection.terms });
  } catch (error) {
    if (error instanceof ReaderFailed) return failed;
    throw error;
  }
}

const closeUnread = ({ bytes }: { readonly bytes: RandomAccess }): Promise<void> => bytes.close();

/** The exhibit's own file byte by byte: what lies beside the pages, in metadata, attachments and former versions; null where it could not be looked at. */
async function inFile(
  { services, looker, protection }: Ground,
  { blob, size }: ExhibitDetail,
): Promise<{ readonly page: null; readonly term: number; readonly count: number }[] | null> {
  if (size === 0 || protection.terms.length === 0) return [];
  if (size > mostLookedAt) return null;
  const content = await services.session().blobs.open(blob);
  try {
    const bytes = await content.read(0, size);
    const { hits } = await looker.ask({ bytes, terms: protection.terms, fully: false });
    return hits.map(({ term }) => ({ page: null, term, count: 1 }));
  } catch (error) {
    if (error instanceof ReaderFailed) return null;
    throw error;
  } finally {
    await content.close();
  }
}
