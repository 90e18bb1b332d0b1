import { z } from 'zod';
import { CustodiaError } from '../../api/errors.ts';
import type { Procedures } from '../../api/procedure.ts';
import type { Services } from '../../api/services.ts';
import { verifyBundle } from './bag/verify.ts';
import { listProfiles, loadProfile, usualProfile } from './compose/profile.ts';
import { keptVersion } from './drafts/steps.ts';
import { type ExportOrder, exportBundle } from './export.ts';
import { audiences, type Composition, type Section } from './model.ts';
import { protectionChosen } from './protection/choice.ts';
import { previewProtection } from './protection/preview.ts';
import type { BundleRow } from './records.ts';
import { sectionShape } from './shapes.ts';

/** What is to be exported: sections as they are given, or a list of exhibits as the one section without a title. */
function compositionOf(input: {
  readonly exhibits: readonly string[];
  readonly sections?: readonly Section[] | undefined;
  readonly profile?: string | undefined;
  readonly audience?: Composition['audience'] | undefined;
  readonly recipient?: string | undefined;
}): Composition {
  const { profile = usualProfile, audience = 'court', recipient = '' } = input;
  const items = [...new Set(input.exhibits)].map((exhibit) => ({
    id: exhibit,
    exhibit,
    title: '',
    late: null,
  }));
  const sections = input.sections ?? [{ id: 'all', title: '', items }];
  return { profile, audience, recipient, sections };
}

/** A version of a kept bundle as it was saved, only its recipient of this copy's own; or what the call itself says. */
async function contentOf(
  services: Services,
  input: Parameters<typeof compositionOf>[0] & {
    readonly case: string;
    readonly draft?: string | undefined;
    readonly version?: number | undefined;
  },
): Promise<Pick<ExportOrder, 'composition' | 'kept'>> {
  const { case: caseId, draft, version, recipient } = input;
  if (draft === undefined) return { composition: compositionOf(input) };
  const { exhibits, sections, profile, audience } = input;
  if (exhibits.length > 0 || [sections, profile, audience].some((each) => each !== undefined))
    throw new CustodiaError('call.invalid', { field: 'draft' });
  const found = await services.step(keptVersion, { case: caseId, draft, version });
  const { composition } = found;
  return {
    composition: { ...composition, recipient: recipient ?? composition.recipient },
    kept: { draft, version: found.version },
  };
}

export const bundleProcedures = {
  'bundles.list': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({ case: z.string() }),
    run: ({ sql }, input) =>
      sql.all<BundleRow>(
        `SELECT b.id, b.title, b.exported_at AS exportedAt, coalesce(u.name, b.author) AS author, b.pages, b.exhibits,
           b.fingerprint, b.version, b.audience, b.recipient
         FROM bundle b LEFT JOIN user u ON u.id = b.author WHERE b.case_id = ? ORDER BY b.exported_at DESC`,
        [input.case],
      ),
  },
  'bundles.profiles': {
    type: 'query',
    right: 'case.read',
    input: z.strictObject({}),
    run: () => listProfiles(),
  },
  'bundles.export': {
    type: 'task',
    right: 'bundle.export',
    input: z.strictObject({
      case: z.string(),
      title: z.string().trim().min(1).max(200),
      exhibits: z.array(z.string().max(100)).max(10_000),
      sections: z.array(sectionShape).max(200).optional(),
      draft: z.string().min(1).max(100).optional(),
      version: z.int().min(1).optional(),
      profile: z.string().max(60).optional(),
      audience: z.enum(audiences).optional(),
      recipient: z.string().trim().max(120).optional(),
      folder: z.string().optional(),
      unreadable: z.enum(['stop', 'native']),
      redact: z.boolean().optional(),
      sign: z
        .strictObject({ file: z.string().max(100), password: z.string().max(1_000), visible: z.boolean() })
        .optional(),
      keepNothingBack: z.strictObject({ reason: z.string().trim().min(10).max(2_000) }).optional(),
      passphrase: z.string().max(1_000).optional(),
    }),
    run: async (services, input) => {
      const { case: caseId, title, unreadable, passphrase } = input;
      const { composition, kept } = await contentOf(services, input);
      // Said before anything is begun: an unknown profile is the caller's mistake.
      loadProfile(composition.profile);
      const { redact, reason: keepNothingBack } = await protectionChosen(
        services,
        composition.audience,
        input,
      );
      // A certificate that cannot sign is told before anything is begun; it lives as long as the export, and no longer.
      const { sign } = input;
      const signature =
        sign === undefined
          ? undefined
          : {
              // What reads certificates is large, and each of the core's threads would hold it: it comes when somebody signs.
              signer: await (await import('./proof/p12.ts')).openP12(
                services.handles.take(sign.file),
                sign.password,
              ),
              visible: sign.visible,
            };
      const folder =
        input.folder === undefined ? services.exportsFolder() : services.handles.take(input.folder);
      const order = {
        ...{ case: caseId, title, unreadable, composition, kept, folder, signature },
        ...{ redact, keepNothingBack, passphrase },
      };
      return services.jobs.start('bundle', caseId, (progress, signal) =>
        exportBundle(services, order, progress, signal),
      );
    },
  },
  'bundles.protected': {
    type: 'task',
    right: 'bundle.export',
    input: z.strictObject({
      case: z.string(),
      audience: z.enum(audiences),
      exhibits: z.array(z.string().max(100)).max(10_000),
    }),
    run: (services, input) => services.stepApart(previewProtection, input),
  },
  'bundles.verify': {
    type: 'task',
    right: 'office.read',
    input: z.strictObject({ folder: z.string() }),
    run: (services, { folder }) => verifyBundle(services.handles.take(folder)),
  },
} satisfies Procedures;
