import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'date-fns/format';
import { asDiskError } from '../../api/errors.ts';
import type { JobProgress } from '../../api/jobs-service.ts';
import type { Services } from '../../api/services.ts';
import { publicKeyText } from '../../journal/keys.ts';
import { signCheckpoint } from '../../vault/checkpoint-file.ts';
import { type Again, drawAgain, recordedVolumes } from './again.ts';
import { guideFile, journalFile, manifestFile } from './bag/layout.ts';
import { parseManifest } from './bag/manifest.ts';
import { writeBag } from './bag/write.ts';
import { type Composition, composeBundle, requireAllowed, VolumeTooLarge } from './compose/compose.ts';
import { SourceBroken } from './compose/engine.ts';
import type { BundlePlan, NativeReason } from './compose/model.ts';
import { recipeOf } from './compose/recipe.ts';
import type { Material } from './material.ts';
import { plain } from './occasion.ts';
import { bundleParts, type Paper } from './parts.ts';
import { program } from './program.ts';
import { guidePage } from './proof/guide.ts';
import { type JournalMaterial, journalText } from './proof/journal.ts';
import type { JournalFile } from './proof/journal-file.ts';
import type { Signer } from './proof/p12.ts';
import type { Reserve } from './proof/reserve.ts';
import type { Guard } from './protection/guard.ts';
import { beyondFiles, supplierOf } from './supply.ts';

/** A bundle that is decided, with all that goes into its package. */
interface Work {
  /** The folder that the package's own folder is put into. */
  readonly folder: string;
  /** Who signs the PDFs. */
  readonly signer: Signer | undefined;
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
export async function composeAndWrite(
  services: Services,
  work: Work,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<{ composed: Again; written: { path: string; fingerprint: string } }> {
  const supply = work.guard?.supply ?? supplierOf(services, work.material, work.plan, signal);
  const known: Record<number, NativeReason> = {};
  const { signer } = work;
  const sign =
    signer === undefined
      ? undefined
      : async (digest: Uint8Array) => (await import('./proof/cms.ts')).signDigest(signer, digest);
  const heavier = new Map<number, number>();
  let measured: Composition['measured'] | undefined;
  for (let tries = 0; ; ) {
    const before = { measured, heavier, asItIs: tries >= mostTries, memory: services.previews.memory };
    const whole = await composeBundle(work.plan, supply, { progress, signal, sign }, known, before);
    try {
      const composed = await besideEarlier(services, work, whole);
      return { composed, written: await write(services, work, composed, progress, signal) };
    } catch (error) {
      if (error instanceof VolumeTooLarge) {
        tries += 1;
        measured = whole.measured;
        weigh(heavier, work.plan, error);
        continue;
      }
      measured = undefined;
      if (!(error instanceof SourceBroken) || known[error.index] !== undefined) throw error;
      requireAllowed(work.plan, error.index, error.reason);
      known[error.index] = error.reason;
    } finally {
      whole.close();
    }
  }
}

/** The composition with what was handed out before, which it takes where nothing changed. */
async function besideEarlier(
  services: Services,
  { plan, material, folder }: Work,
  whole: Composition,
): Promise<Again> {
  const ids = whole.volumes.length > 1 ? material.exhibits.map(({ id }) => id) : [];
  const beyond = await services.step(beyondFiles, ids);
  const recipes = whole.volumes.map((_, at) => recipeOf(plan, whole, at, beyond));
  const recorded = await services.step(recordedVolumes, recipes);
  return drawAgain(whole, recipes, { memory: services.previews.drawn, recorded, folder });
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
  composed: Composition,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<{ path: string; fingerprint: string }> {
  const { folder, plan, guard, material, journal, papers, reserve, bundle } = work;
  const { user, keys, blobs } = services.session();
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw asDiskError(error);
  }
  const moment = new Date(plan.exportedAt);
  const total = material.exhibits.reduce((sum, each) => sum + each.size, 0);
  const open = (index: number) => blobs.open(material.exhibits[index]?.blob ?? '');
  return writeBag(
    join(folder, folderName(plan.caseNumber, plan.title, moment)),
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
      agent: program,
    },
    { principal: plan.principal, privateKey: user.signKey },
    {
      signal,
      progress: (bytes) => progress('writing', bytes, Math.max(bytes, total)),
      inspect: async (made) => guard?.readBack(made, composed),
    },
    { [guideFile]: guidePage(plan, { files: composed.files, ...reserve }) },
  );
}

/** The journal's proofs, with the hash of each exhibit and where its original lies in the package. */
function journalOf(
  { plan, material, journal, entries, bundle }: Work,
  { natives }: Composition,
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
export async function volumesOf({ files }: Composition, folder: string, most: number | null) {
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
function folderName(caseNumber: string, title: string, moment: Date): string {
  return `${plain(caseNumber)}-${plain(title).slice(0, 50)}-${format(moment, 'yyyyMMdd-HHmmss')}`;
}
