import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'date-fns/format';
import { asDiskError } from '../../api/errors.ts';
import type { JobProgress } from '../../api/jobs-service.ts';
import { readStep, writeStep } from '../../api/procedure.ts';
import type { Services } from '../../api/services.ts';
import { originOf, signCheckpoint } from '../../vault/checkpoint-file.ts';
import { rawPublicKey, sshFingerprint } from '../../vault/sshsig.ts';
import { logHead } from '../office/index.ts';
import { manifestFile } from './bag/layout.ts';
import { parseManifest } from './bag/manifest.ts';
import { writeBag } from './bag/write.ts';
import { composeBundle, type Composition as Drawable, requireAllowed } from './compose/compose.ts';
import { SourceBroken } from './compose/engine.ts';
import type { BundlePlan, NativeReason } from './compose/model.ts';
import { bundleBegun, bundleExported } from './entries.ts';
import { bundleMaterial, itemsOf, type Material, planOf } from './material.ts';
import type { Composition } from './model.ts';
import { bundleParts } from './parts.ts';
import { type Guard, guardBundle } from './protection/guard.ts';
import { protectionSteps } from './protection/index.ts';
import type { BundleJobResult } from './records.ts';
import { supplierOf } from './supply.ts';

export interface ExportOrder {
  readonly case: string;
  readonly title: string;
  /** What goes into it, in its order. */
  readonly composition: Composition;
  readonly unreadable: 'stop' | 'native';
  /** Whether what is protected from the recipient, and what is marked as reserved, is taken out. */
  readonly redact: boolean;
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
/** The signed-in user's name, for the signature's principal. */
const exporterName = readStep(
  'bundles.exporter',
  ({ sql, actor }, _input: null): string =>
    sql.get<{ name: string }>('SELECT name FROM user WHERE id = ?', [actor.user])?.name ?? actor.user,
);

export const exportSteps = [bundleMaterial, recordBegin, recordExport, exporterName, ...protectionSteps];

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
  const { user, keys } = services.session();
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

  const head = await services.step(logHead, null);
  const name = await services.step(exporterName, null);
  const whole = planOf(material, {
    title,
    composition,
    exportedAt: new Date().toISOString(),
    exportedBy: name,
    principal: principalOf(name),
    signer: sshFingerprint(rawPublicKey(user.signKey)),
    checkpoint: { origin: originOf(keys.workstation), ...head },
    unreadable: order.unreadable,
  });
  const { audience } = composition;
  const guard = order.redact
    ? await guardBundle(services, { ...order, audience, material, plan: whole }, progress, signal)
    : null;
  const plan = guard?.plan ?? whole;
  const { composed, written } = await composeAndWrite(
    services,
    { order, plan, guard, material, head, bundle },
    progress,
    signal,
  );
  const volumes = await volumesOf(composed, written.path, plan.profile.volume.bytes);
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
    volumes: volumes.map(({ path, pages, sha256 }) => ({ path, pages, sha256 })),
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
    placed: composed.placed,
    repaired: composed.repaired,
    notPdfA: plan.profile.pdfA,
    natives: composed.natives,
    reserved,
    withheld: composed.withheld,
    protection,
  };
}

interface Work {
  readonly order: ExportOrder;
  readonly plan: BundlePlan;
  readonly guard: Guard | null;
  readonly material: Material;
  readonly head: { readonly size: number; readonly root: string };
  readonly bundle: string;
}

/** An exhibit that turns out while it is drawn not to be printable is left out of the pages, and everything is begun again. */
async function composeAndWrite(
  services: Services,
  work: Work,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<{ composed: Drawable; written: { path: string; fingerprint: string } }> {
  const supply = work.guard?.supply ?? supplierOf(services, work.material, work.plan, signal);
  const known: Record<number, NativeReason> = {};
  for (;;) {
    const composed = await composeBundle(work.plan, supply, { progress, signal }, known);
    try {
      return { composed, written: await write(services, work, composed, progress, signal) };
    } catch (error) {
      if (!(error instanceof SourceBroken) || known[error.index] !== undefined) throw error;
      requireAllowed(work.plan, error.index, error.reason);
      known[error.index] = error.reason;
    } finally {
      composed.close();
    }
  }
}

async function write(
  services: Services,
  { order, plan, guard, material, head, bundle }: Work,
  composed: Drawable,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<{ path: string; fingerprint: string }> {
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
      ...bundleParts(plan, composed, signCheckpoint(head, keys), open),
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
  );
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
      sha256: manifest.find(({ path }) => path === file.path)?.sha256 ?? '',
    };
  });
  return Promise.all(volumes);
}

/** Letters, digits and hyphens of a text, as file names and signatures take them everywhere. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Who signs, as `ssh-keygen -I` takes it: `amalia-rocabado`. */
export function principalOf(name: string): string {
  return plain(name).toLowerCase().slice(0, 60) || 'custodia';
}

/** `FETP-2026-0001-Legajo-de-pruebas-20261123-190512`: sorts by case, and no two of one case are alike. */
export function folderName(caseNumber: string, title: string, moment: Date): string {
  return `${plain(caseNumber)}-${plain(title).slice(0, 50)}-${format(moment, 'yyyyMMdd-HHmmss')}`;
}
