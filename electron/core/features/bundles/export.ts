import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'date-fns/format';
import { asDiskError } from '../../api/errors.ts';
import type { JobProgress } from '../../api/jobs-service.ts';
import { writeStep } from '../../api/procedure.ts';
import type { Services } from '../../api/services.ts';
import { publicKeyText } from '../../journal/keys.ts';
import { signCheckpoint } from '../../vault/checkpoint-file.ts';
import { type Again, drawAgain } from './again.ts';
import { guideFile, journalFile, manifestFile } from './bag/layout.ts';
import { parseManifest } from './bag/manifest.ts';
import { writeBag } from './bag/write.ts';
import {
  composeBundle,
  type Composition as Drawable,
  requireAllowed,
  VolumeTooLarge,
} from './compose/compose.ts';
import { SourceBroken } from './compose/engine.ts';
import type { BundlePlan, NativeReason, PrintedExhibit } from './compose/model.ts';
import { bundleBegun, bundleExported } from './entries.ts';
import { isVideo, stillOf } from './kinds/still.ts';
import { bundleMaterial, itemsOf, type Material, planOf } from './material.ts';
import type { Composition } from './model.ts';
import { exporterName, occasionOf, plain } from './occasion.ts';
import { bundleParts, type Paper } from './parts.ts';
import { guidePage } from './proof/guide.ts';
import { type JournalMaterial, journalMaterial, journalText, shownEntries } from './proof/journal.ts';
import type { JournalFile } from './proof/journal-file.ts';
import type { Signer } from './proof/p12.ts';
import { provingPapers } from './proof/papers.ts';
import { type Reserve, reserveOf } from './proof/reserve.ts';
import { type Guard, guardBundle } from './protection/guard.ts';
import { protectionSteps } from './protection/index.ts';
import type { BundleJobResult } from './records.ts';
import { beyondFiles, supplierOf } from './supply.ts';

export interface ExportOrder {
  readonly case: string;
  readonly title: string;
  /** What goes into it, in its order. */
  readonly composition: Composition;
  /** The kept bundle and the version of it that this is. */
  readonly kept?: { readonly draft: string; readonly version: number } | undefined;
  readonly unreadable: 'stop' | 'native';
  /** Whether what is protected from the recipient, and what is marked as reserved, is taken out. */
  readonly redact: boolean;
  /** Whose certificate signs the PDFs, and whether it shows on the cover. */
  readonly signature?: { readonly signer: Signer; readonly visible: boolean } | undefined;
  /** Why nothing is kept back from one from whom it usually is. */
  readonly keepNothingBack?: string | undefined;
  /** To open the seals that who exports holds. */
  readonly passphrase?: string | undefined;
  /** The folder that the bundle's own folder is put into. */
  readonly folder: string;
}

const recordBegin = writeStep(
  'bundles.recordBegin',
  ({ append }, body: Parameters<typeof bundleBegun.schema.parse>[0] & { case: string }): null => {
    append(bundleBegun, body.case, bundleBegun.schema.parse(body));
    return null;
  },
);
const recordExport = writeStep(
  'bundles.recordExport',
  ({ append }, body: ReturnType<typeof bundleExported.schema.parse>): null => {
    append(bundleExported, body.case, body);
    return null;
  },
);
export const exportSteps = [
  bundleMaterial,
  journalMaterial,
  recordBegin,
  recordExport,
  exporterName,
  beyondFiles,
  ...protectionSteps,
];

/**
 * Exports a bundle: it is decided page by page and drawn volume by volume in processes of their own, then written with the originals that are
 * not printed into a signed BagIt package, which gets its name when it is complete. That an export was begun is in the
 * journal before anything leaves the vault; what came of it, after.
 */
export async function exportBundle(
  services: Services,
  order: ExportOrder,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<BundleJobResult> {
  const { keys } = services.session();
  const { title, composition } = order;
  const exhibits = itemsOf(composition).map((item) => item.exhibit);
  const material = await services.step(bundleMaterial, { case: order.case, exhibits, redact: order.redact });
  const bundle = randomUUID();
  await services.step(recordBegin, {
    case: order.case,
    ...{ bundle, title, exhibits, audience: composition.audience },
    ...(order.redact ? { redact: true } : {}),
    ...(order.keepNothingBack === undefined ? {} : { keptNothingBack: order.keepNothingBack }),
  });

  const journal = await services.step(journalMaterial, { bundle, exhibits });
  const { head } = journal;
  const { unreadable } = order;
  const occasion = await occasionOf(services, { title, composition, unreadable }, head);
  const whole = planOf(material, {
    ...occasion,
    journal: { entries: 0, withheld: 0 },
    signature: await plannedSignature(order.signature),
  });
  const { audience } = composition;
  const guard = order.redact
    ? await guardBundle(services, { ...order, audience, material, plan: whole }, progress, signal)
    : null;
  const reserve = guardedReserve(reserveOf(material, audience), guard, material);
  const entries = shownEntries(journal, reserve);
  const withheld = entries.filter((each) => 'withheld' in each).length;
  const planned = { ...(guard?.plan ?? whole), journal: { entries: entries.length, withheld } };
  const plan = await withStills(services, planned, material, reserve, signal);
  const papers = provingPapers(services, material, { case: order.case, ...plan }, reserve);
  const { composed, written } = await composeAndWrite(
    services,
    { order, plan, guard, material, journal, entries, papers, reserve, bundle },
    progress,
    signal,
  );
  const volumes = await volumesOf(composed, written.path, plan.profile.volume.bytes);
  composed.remember(written.path, volumes);
  const reserved = plan.exhibits.filter((each) => each.reserved !== undefined).length;
  const protection = guard?.summary(composed) ?? null;
  await services.step(recordExport, {
    case: order.case,
    bundle,
    title,
    exhibits,
    pages: composed.pages,
    pdfSha256: volumes[0]?.sha256 ?? '',
    fingerprint: written.fingerprint,
    checkpoint: signCheckpoint(head, keys),
    profile: composition.profile,
    audience: composition.audience,
    ...(composition.recipient === '' ? {} : { recipient: composition.recipient }),
    ...order.kept,
    volumes: volumes.map(({ path, pages, sha256 }) => ({ path, pages, sha256 })),
    ...(order.signature === undefined ? {} : { signature: signedBy(order.signature.signer) }),
    ...(order.redact
      ? { redacted: exhibits.filter((_, at) => plan.exhibits[at]?.reserved !== undefined) }
      : {}),
    ...(protection === null
      ? {}
      : { withheld: protection.withheld.map((each) => each.exhibit), readBack: [...protection.readers] }),
  });
  return {
    bundle,
    path: written.path,
    pdf: join(written.path, ...(volumes[0]?.path ?? '').split('/')),
    pages: composed.pages,
    exhibits: exhibits.length,
    fingerprint: written.fingerprint,
    volumes: volumes.map(({ path, pages, bytes, over }) => ({ path, pages, bytes, over })),
    taken: composed.taken(),
    placed: composed.placed,
    repaired: composed.repaired,
    reduced: composed.reduced,
    archive: archiveOf(composed, plan),
    natives: composed.natives,
    reserved,
    withheld: composed.withheld,
    signature:
      order.signature === undefined
        ? null
        : { ...signedBy(order.signature.signer), until: order.signature.signer.until },
    journal: { entries: entries.length, withheld },
    papers: reserve.papers,
    protection,
  };
}

/** What is protected from the recipient stands in no paper of the bundle either, nor is an entry shown that holds it. */
function guardedReserve(reserve: Reserve, guard: Guard | null, { exhibits }: Material): Reserve {
  if (guard === null) return reserve;
  const touched = exhibits.filter((_, at) => guard.plan.exhibits[at]?.reserved !== undefined);
  return {
    ...reserve,
    terms: [...reserve.terms, ...guard.terms],
    exhibits: new Set([...reserve.exhibits, ...touched.map(({ id }) => id)]),
  };
}

/** Videos with a frame of theirs; never of one with parts kept back, and not for those who see no custody papers either. */
async function withStills(
  services: Services,
  plan: BundlePlan,
  material: Material,
  reserve: Reserve,
  signal: AbortSignal,
): Promise<BundlePlan> {
  const { blobs } = services.session();
  const exhibits: PrintedExhibit[] = [];
  for (const [at, exhibit] of plan.exhibits.entries()) {
    const blob = material.exhibits[at]?.blob ?? '';
    if (!isVideo(exhibit.type) || exhibit.reserved !== undefined || !reserve.papers) {
      exhibits.push(exhibit);
      continue;
    }
    const content = await blobs.open(blob);
    try {
      exhibits.push({ ...exhibit, still: await stillOf(content, services.reader, signal) });
    } finally {
      await content.close();
    }
  }
  return { ...plan, exhibits };
}

function archiveOf({ files, notArchival }: Drawable, { profile }: BundlePlan): BundleJobResult['archive'] {
  const conforming = files.filter(({ archival }) => archival).length;
  return { files: conforming, exhibits: notArchival, wanted: profile.pdfA };
}

const signedBy = ({ name, issuer, serial }: Signer) => ({ name, issuer, serial });

async function plannedSignature(signature: ExportOrder['signature']): Promise<BundlePlan['signature']> {
  if (signature === undefined) return undefined;
  const { signer, visible } = signature;
  const { roomFor } = await import('./proof/cms.ts');
  return { ...signedBy(signer), until: signer.until, visible, room: roomFor(signer) };
}

interface Work {
  readonly order: ExportOrder;
  readonly plan: BundlePlan;
  readonly guard: Guard | null;
  readonly material: Material;
  readonly journal: JournalMaterial;
  /** Of the journal, as far as the recipient may read them. */
  readonly entries: JournalFile['entries'];
  readonly papers: readonly Paper[];
  readonly reserve: Reserve;
  readonly bundle: string;
}

/** So often a bundle is divided anew; what is over the limit then is told as such. */
const mostTries = 12;

/** An exhibit that turns out while it is drawn not to be printable is left out of the pages, and everything is begun again. */
async function composeAndWrite(
  services: Services,
  work: Work,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<{ composed: Again; written: { path: string; fingerprint: string } }> {
  const supply = work.guard?.supply ?? supplierOf(services, work.material, work.plan, signal);
  const known: Record<number, NativeReason> = {};
  const signer = work.order.signature?.signer;
  const sign =
    signer === undefined
      ? undefined
      : async (digest: Uint8Array) => (await import('./proof/cms.ts')).signDigest(signer, digest);
  const heavier = new Map<number, number>();
  let measured: Drawable['measured'] | undefined;
  for (let tries = 0; ; ) {
    const before = { measured, heavier, asItIs: tries >= mostTries, memory: services.previews.memory };
    const whole = await composeBundle(work.plan, supply, { progress, signal, sign }, known, before);
    const ids = whole.volumes.length > 1 ? work.material.exhibits.map(({ id }) => id) : [];
    const beyond = await services.step(beyondFiles, ids);
    const composed = drawAgain(whole, work.plan, beyond, services.previews.drawn);
    try {
      return { composed, written: await write(services, work, composed, progress, signal) };
    } catch (error) {
      if (error instanceof VolumeTooLarge) {
        tries += 1;
        measured = composed.measured;
        weigh(heavier, work.plan, error);
        continue;
      }
      measured = undefined;
      if (!(error instanceof SourceBroken) || known[error.index] !== undefined) throw error;
      requireAllowed(work.plan, error.index, error.reason);
      known[error.index] = error.reason;
    } finally {
      composed.close();
    }
  }
}

/**
 * Files of one kind grow alike when they become pages: what was learned of those in a volume counts for the others too, and the
 * next try fits.
 */
function weigh(
  heavier: Map<number, number>,
  { exhibits }: BundlePlan,
  { times, items }: VolumeTooLarge,
): void {
  const types = new Set(items.map((item) => exhibits[item]?.type));
  exhibits.forEach(({ type }, item) => {
    if (types.has(type)) heavier.set(item, (heavier.get(item) ?? 1) * times * 1.03);
  });
}

async function write(
  services: Services,
  work: Work,
  composed: Drawable,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<{ path: string; fingerprint: string }> {
  const { order, plan, guard, material, journal, papers, reserve, bundle } = work;
  const { user, keys, blobs } = services.session();
  try {
    await mkdir(order.folder, { recursive: true });
  } catch (error) {
    throw asDiskError(error);
  }
  const moment = new Date(plan.exportedAt);
  const total = material.exhibits.reduce((sum, each) => sum + each.size, 0);
  const open = (index: number) => blobs.open(material.exhibits[index]?.blob ?? '');
  return writeBag(
    join(order.folder, folderName(plan.caseNumber, plan.title, moment)),
    [
      ...bundleParts(plan, composed, signCheckpoint(journal.head, keys), open, [
        ...papers,
        {
          path: journalFile,
          bytes: Buffer.from(journalOf(work, composed, publicKeyText(keys.logKey))),
        },
      ]),
      ...((await guard?.reportParts(composed)) ?? []),
    ],
    {
      organization: plan.office,
      identifier: bundle,
      title: `${plan.caseNumber} – ${plan.title}`,
      date: format(moment, 'yyyy-MM-dd'),
      exhibits: plan.exhibits.length,
      agent: 'Custodia 0.1.0',
    },
    { principal: plan.principal, privateKey: user.signKey },
    {
      signal,
      progress: (bytes) => progress('writing', bytes, Math.max(bytes, total)),
      inspect: async (folder) => guard?.readBack(folder, composed),
    },
    { [guideFile]: guidePage(plan, { files: composed.files, ...reserve }) },
  );
}

/** The journal's proofs, with the hash of each exhibit and where its original lies in the package. */
function journalOf(
  { plan, material, journal, entries, bundle }: Work,
  { natives }: Drawable,
  logKey: string,
): string {
  const travels = new Set(natives.map(({ number }) => number));
  const exhibits = new Map(
    plan.exhibits.map(({ number, sha256, native, object }, at) => [
      number,
      {
        number,
        exhibit: material.exhibits[at]?.id ?? '',
        sha256: object === undefined ? sha256 : '',
        file: object === undefined && travels.has(number) ? native : null,
      },
    ]),
  );
  const about = { bundle, origin: plan.checkpoint.origin, logKey, exhibits: [...exhibits.values()] };
  return journalText(about, journal.head, entries);
}

/** Each PDF as it was written, with the hash that the manifest has of it. */
async function volumesOf({ files }: Drawable, folder: string, most: number | null) {
  const manifest = parseManifest(await readFile(join(folder, manifestFile), 'utf8')) ?? [];
  const volumes = files.map(async (file) => {
    const { size } = await stat(join(folder, ...file.path.split('/')));
    const over = file.over || size > (most ?? size);
    return {
      ...file,
      over,
      bytes: size,
      sha256: manifest.find(({ path }) => path === file.path)?.hash ?? '',
    };
  });
  return Promise.all(volumes);
}

/** `FETP-2026-0001-Legajo-de-pruebas-20261123-190512`: sorts by case, and no two of one case are alike. */
export function folderName(caseNumber: string, title: string, moment: Date): string {
  return `${plain(caseNumber)}-${plain(title).slice(0, 50)}-${format(moment, 'yyyyMMdd-HHmmss')}`;
}
