import type { JobProgress } from '../../../api/jobs-service.ts';
import type { Services } from '../../../api/services.ts';
import { drawApart } from '../../../paper/draw-apart.ts';
import type { Term } from '../../../redaction/model.ts';
import { moduleUrl } from '../../../threads.ts';
import { loadJurisdiction } from '../../office/index.ts';
import type { BagPart } from '../bag/write.ts';
import type { Supplier } from '../compose/engine.ts';
import type { BundlePlan, Composed } from '../compose/model.ts';
import type { Material } from '../material.ts';
import type { Audience } from '../model.ts';
import type { ProtectionSummary } from '../records.ts';
import { type Kept, supplierOf } from '../supply.ts';
import { collectProtection, protectsByDefault } from './collect.ts';
import type { Protection, Surveyed } from './model.ts';
import { readBack } from './readback/check.ts';
import { buildReport } from './report/build.ts';
import type { Report } from './report/model.ts';
import { openSeals } from './sealed.ts';
import { survey } from './survey.ts';
import { bareTerms, protectedPlan } from './words.ts';

/** What stands between a case and a recipient who may not see all of it. */
export interface Guard {
  /** The bundle as it may be printed. */
  readonly plan: BundlePlan;
  readonly supply: Supplier;
  /** What stands nowhere in what the recipient gets. */
  readonly terms: readonly Term[];
  /** The report, as files of the package. */
  reportParts(composed: Composed): Promise<BagPart[]>;
  /** Reads a finished package back. Throws `bundle.reveals` where it shows what it must not, `bundle.notChecked`. */
  readBack(folder: string, composed: Composed): Promise<void>;
  /** For the person who exported. */
  summary(composed: Composed): ProtectionSummary;
}

export interface GuardOrder {
  readonly case: string;
  readonly audience: Audience;
  /** Of the person exporting, to open the seals that this person holds; without it they stay closed. */
  readonly passphrase?: string | undefined;
  readonly material: Material;
  /** As it would be printed whole. */
  readonly plan: BundlePlan;
}

const reportPdf = 'data/reservas.pdf';
const reportJson = 'data/reservas.json';

/**
 * Finds out what must be kept back, and looks for it in everything that would be printed. Null where nobody is protected from
 * a recipient who may see all, and nothing is marked: the bundle is like all others.
 */
export async function guardBundle(
  services: Services,
  order: GuardOrder,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<Guard | null> {
  const { material, plan: whole } = order;
  const protection = await protectionFor(services, order);
  const isMarked = material.redactions.some((each) => each.length > 0);
  if (protection.people.length + protection.terms.length === 0 && !isMarked) {
    if (!(await services.step(protectsByDefault, order.audience))) return null;
  }
  const kept = new Map<number, Kept>();
  const supply = supplierOf(services, material, whole, signal, kept);
  const surveyed = await survey(
    { services, material, plan: whole, protection, supply, memory: services.previews.looked },
    { progress, signal },
  );
  const marked = (index: number) =>
    (material.redactions[index] ?? []).flatMap(({ area }) => (area === null ? [] : [area]));
  const plan = protectedPlan(whole, protection, surveyed, marked);
  surveyed.forEach(({ blocked }, index) => {
    const order = plan.exhibits[index]?.reserved?.order;
    if (order !== undefined) kept.set(index, { order, blocked });
  });
  const readers = new Set<string>();
  const pack = loadJurisdiction(material.office.jurisdiction);
  const reportOf = (composed: Composed): Report => {
    const { protectionRules: rules, protectionAudiences: audiences } = pack;
    return buildReport({ plan, protection, surveyed, composed, rules, audiences });
  };
  return {
    plan,
    supply,
    terms: bareTerms(protection.terms),
    reportParts: (composed) => partsOf(reportOf(composed)),
    readBack: async (folder, composed) => {
      const found = await readBack(folder, {
        terms: protection.terms.map(({ text, wholeWord, digits }) => ({ text, wholeWord, digits })),
        placeOf: placesIn(plan, composed),
        isNative: (path) => plan.exhibits.some(({ native }) => native === path),
        progress: (done, total) => progress('checking', done, total),
        signal,
      });
      for (const reader of found) readers.add(reader);
    },
    summary: (composed) => summaryOf(protection, surveyed, reportOf(composed), [...readers]),
  };
}

/** Whom a bundle protects, with what is in the seals that were opened for it. */
async function protectionFor(
  services: Services,
  { case: caseId, audience, passphrase, plan }: GuardOrder,
): Promise<Protection> {
  const closed = await services.step(collectProtection, { case: caseId, audience, opened: {} });
  if (passphrase === undefined || !closed.people.some(({ sealed }) => sealed === 'mine')) return closed;
  const reason = `${plan.title} · ${audience}`;
  const opened = await openSeals(services, closed.people, { case: caseId, passphrase, reason });
  return services.step(collectProtection, { case: caseId, audience, opened });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function partsOf(report: Report): Promise<BagPart[]> {
  const { pdf } = await drawApart(
    moduleUrl('./report/process', import.meta.url),
    report,
    'bundle.reportNotDrawn',
  );
  const json = Buffer.from(`${JSON.stringify(report, null, 2)}\n`);
  return [
    { path: reportPdf, content: once(pdf), size: pdf.length },
    { path: reportJson, content: once(json), size: json.length },
  ];
}

/** Which exhibit and printed page a place in a finished file is. */
function placesIn(plan: BundlePlan, composed: Composed) {
  return (path: string, page: number | null): { exhibit: string; page: string } => {
    const native = plan.exhibits.find((exhibit) => exhibit.native === path);
    if (native !== undefined) return { exhibit: native.number, page: page === null ? '' : String(page + 1) };
    const volume = composed.volumes[composed.files.findIndex((file) => file.path === path)];
    const leaf = page === null ? undefined : volume?.leaves[page];
    const item = leaf !== undefined && 'item' in leaf ? leaf.item : null;
    const printed = page === null ? '' : (volume?.labels[page] ?? '') || String(page + 1);
    return { exhibit: item === null ? '' : (plan.exhibits[item]?.number ?? ''), page: printed };
  };
}

function summaryOf(
  { audience, people, terms }: Protection,
  surveyed: readonly Surveyed[],
  report: Report,
  readers: readonly string[],
): ProtectionSummary {
  return {
    audience,
    people: people.length,
    terms: terms.length,
    redactions: report.redactions.length,
    exhibits: surveyed.filter(({ touched }) => touched).length,
    withheld: report.withheld,
    notChecked: report.notChecked,
    sealed: people.filter(({ sealed }) => sealed === 'mine' || sealed === 'others').map(({ mark }) => mark),
    readers,
    report: reportPdf,
  };
}
