import { createHash, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'date-fns/format';
import { asDiskError } from '../../api/errors.ts';
import type { JobProgress } from '../../api/jobs-service.ts';
import { readStep, writeStep } from '../../api/procedure.ts';
import type { Services } from '../../api/services.ts';
import { originOf, signCheckpoint } from '../../vault/checkpoint-file.ts';
import { rawPublicKey, sshFingerprint } from '../../vault/sshsig.ts';
import { logHead } from '../office/index.ts';
import { writeBag } from './bag/write.ts';
import { composeBundle } from './compose/compose.ts';
import { bundleBegun, bundleExported } from './entries.ts';
import { bundleMaterial, planOf } from './material.ts';
import { bundleParts, pdfPath } from './parts.ts';
import type { BundleJobResult } from './records.ts';

export interface ExportOrder {
  readonly case: string;
  readonly title: string;
  /** Ids, in the order of the bundle. */
  readonly exhibits: readonly string[];
  readonly unreadable: 'stop' | 'native';
  /** Whether what is marked as reserved is taken out. */
  readonly redact: boolean;
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

export const exportSteps = [bundleMaterial, recordBegin, recordExport, exporterName];

/**
 * Exports a bundle: the PDF is composed in a process of its own, then written with the originals that are not
 * printed into a signed BagIt package, which gets its name when it is complete. That an export was begun is in the
 * journal before anything leaves the vault; what came of it, after.
 */
export async function exportBundle(
  services: Services,
  order: ExportOrder,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<BundleJobResult> {
  const { user, keys, blobs } = services.session();
  const material = await services.step(bundleMaterial, {
    case: order.case,
    exhibits: order.exhibits,
    redact: order.redact,
  });
  const bundle = randomUUID();
  const { title, exhibits } = order;
  const begun = { case: order.case, bundle, title, exhibits: [...exhibits] };
  await services.step(recordBegin, order.redact ? { ...begun, redact: true } : begun);

  const head = await services.step(logHead, null);
  const name = await services.step(exporterName, null);
  const principal = principalOf(name);
  const plan = planOf(material, {
    title,
    exportedAt: new Date().toISOString(),
    exportedBy: name,
    principal,
    signer: sshFingerprint(rawPublicKey(user.signKey)),
    checkpoint: { origin: originOf(keys.workstation), ...head },
    unreadable: order.unreadable,
  });
  const open = (index: number) => blobs.open(material.exhibits[index]?.blob ?? '');
  const composed = await composeBundle(plan, (index) => readWhole(() => open(index)), { progress, signal });

  const total = material.exhibits.reduce((sum, each) => sum + each.size, 0);
  progress('writing', 0, total);
  const written = await write(services, order, plan, {
    composed,
    head,
    open,
    signal,
    progress,
    total,
    bundle,
  });
  const pdfSha256 = createHash('sha256').update(composed.pdf).digest('hex');
  await services.step(recordExport, {
    case: order.case,
    bundle,
    title,
    exhibits: [...exhibits],
    pages: composed.pages,
    pdfSha256,
    fingerprint: written.fingerprint,
    checkpoint: signCheckpoint(head, keys),
    ...(order.redact
      ? { redacted: exhibits.filter((_, at) => plan.exhibits[at]?.reserved !== undefined) }
      : {}),
  });
  return {
    bundle,
    path: written.path,
    pdf: join(written.path, ...pdfPath.split('/')),
    pages: composed.pages,
    exhibits: exhibits.length,
    fingerprint: written.fingerprint,
    natives: composed.natives,
    reserved: plan.exhibits.filter((each) => each.reserved !== undefined).length,
    withheld: composed.withheld,
  };
}

interface Writing {
  readonly composed: Awaited<ReturnType<typeof composeBundle>>;
  readonly head: { readonly size: number; readonly root: string };
  readonly open: Parameters<typeof bundleParts>[3];
  readonly signal: AbortSignal;
  readonly progress: JobProgress;
  readonly total: number;
  readonly bundle: string;
}

async function write(
  services: Services,
  order: ExportOrder,
  plan: ReturnType<typeof planOf>,
  { composed, head, open, signal, progress, total, bundle }: Writing,
): Promise<{ path: string; fingerprint: string }> {
  const { user, keys } = services.session();
  try {
    await mkdir(order.folder, { recursive: true });
  } catch (error) {
    throw asDiskError(error);
  }
  const moment = new Date(plan.exportedAt);
  return writeBag(
    join(order.folder, folderName(plan.caseNumber, plan.title, moment)),
    bundleParts(plan, composed, signCheckpoint(head, keys), open),
    {
      organization: plan.office,
      identifier: bundle,
      title: `${plan.caseNumber} – ${plan.title}`,
      date: format(moment, 'yyyy-MM-dd'),
      exhibits: plan.exhibits.length,
      agent: 'Custodia 0.1.0',
    },
    { principal: plan.principal, privateKey: user.signKey },
    { signal, progress: (bytes) => progress('writing', bytes, Math.max(bytes, total)) },
  );
}

async function readWhole(
  open: () => Promise<{
    size: number;
    read(a: number, b: number): Promise<Uint8Array>;
    close(): Promise<void>;
  }>,
): Promise<Uint8Array> {
  const content = await open();
  try {
    return await content.read(0, content.size);
  } finally {
    await content.close();
  }
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
