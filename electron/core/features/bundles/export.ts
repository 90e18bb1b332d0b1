import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { JobProgress } from '../../api/jobs-service.ts';
import { writeStep } from '../../api/procedure.ts';
import type { Services } from '../../api/services.ts';
import { signCheckpoint } from '../../vault/checkpoint-file.ts';
import { recordedVolumes } from './again.ts';
import type { Composition as Drawable } from './compose/compose.ts';
import type { BundlePlan, PrintedExhibit } from './compose/model.ts';
import { bundleBegun, bundleExported } from './entries.ts';
import { isVideo, stillOf } from './kinds/still.ts';
import { bundleMaterial, itemsOf, type Material, planOf } from './material.ts';
import type { Composition } from './model.ts';
import { exporterName, occasionOf } from './occasion.ts';
import { composeAndWrite, volumesOf } from './package.ts';
import { journalMaterial, shownEntries } from './proof/journal.ts';
import type { Signer } from './proof/p12.ts';
import { provingPapers } from './proof/papers.ts';
import { type Reserve, reserveOf } from './proof/reserve.ts';
import { type Guard, guardBundle } from './protection/guard.ts';
import { protectionSteps } from './protection/index.ts';
import type { BundleJobResult } from './records.ts';
import { beyondFiles } from './supply.ts';

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
  recordedVolumes,
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
    {
      ...{ folder: order.folder, signer: order.signature?.signer },
      ...{ plan, guard, material, journal, entries, papers, reserve, bundle },
    },
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
    package: basename(written.path),
    volumes: volumes.map(({ path, pages, sha256 }, at) => {
      // What was sealed is in no hash either: with all the rest known, a name could be guessed until it fits.
      const recipe = order.passphrase === undefined ? (composed.recipes[at] ?? null) : null;
      return { path, pages, sha256, ...(recipe === null ? {} : { recipe }) };
    }),
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
