import { resolve } from 'node:path';
import type { Command } from 'commander';
import { CustodiaError } from '../../core/api/errors.ts';
import type { Section } from '../../core/features/bundles/model.ts';
import type { BundleJobResult } from '../../core/features/bundles/records.ts';
import { does, group, leaf, option } from '../command.ts';
import {
  type Client,
  type Common,
  caseId,
  passphraseFrom,
  UsageError,
  withJob,
  withVault,
} from '../context.ts';
import { makeFolder } from '../folders.ts';
import { allExhibits } from '../lists.ts';
import { type Answer, note } from '../output.ts';
import { bundleProblemText, language, printable, say } from '../texts.ts';
import { verificationAnswer } from '../verification.ts';
import {
  type ProtectionOptions,
  previewProtected,
  protectionInput,
  protectionLines,
} from './bundle-protection.ts';

interface ExportOptions extends ProtectionOptions {
  readonly case: string;
  readonly out: string;
  readonly title?: string;
  readonly exhibit?: readonly string[];
  readonly pagesOnly?: boolean;
  readonly profile?: string;
  readonly recipient?: string;
  readonly section?: readonly string[];
  readonly sign?: string;
  readonly signPasswordFile?: string;
  readonly visibleSignature?: boolean;
}

/** The certificate by its handle, with its password; nothing where the PDFs are not to be signed. */
async function signing(client: Client, { sign, signPasswordFile, visibleSignature }: ExportOptions) {
  if (sign === undefined) return undefined;
  const password = passphraseFrom(signPasswordFile, '--sign-password-file', 'CUSTODIA_SIGN_PASSWORD');
  const { handle } = await client.core.offerFile(resolve(sign));
  return { file: handle, password, visible: visibleSignature === true };
}

/** The case's exhibits, or those named in the order named, as one signed package in a folder of `--out`. */
async function exportBundle(options: ExportOptions & Common): Promise<Answer> {
  const isAlone = options.visibleSignature === true || options.signPasswordFile !== undefined;
  if (isAlone && options.sign === undefined) throw new UsageError('signFirst');
  const result = (await withJob(options, async (client) => {
    const id = await caseId(client, options.case);
    const out = resolve(options.out);
    await makeFolder(out);
    return client.call('bundles.export', {
      case: id,
      title:
        options.title ?? String((await client.call('cases.show', { case: id })).fields.title.value ?? ''),
      exhibits: options.section === undefined ? await chosen(client, id, options.exhibit) : [],
      sections: options.section === undefined ? undefined : await sectionsOf(client, id, options.section),
      profile: options.profile,
      ...protectionInput(options),
      recipient: options.recipient,
      folder: (await client.core.offerFolder(out)).handle,
      sign: await signing(client, options),
      unreadable: options.pagesOnly === true ? 'stop' : 'native',
    });
  })) as BundleJobResult;
  const { path, pdf, pages, exhibits, fingerprint, natives, reserved, withheld } = result;
  const { volumes, placed, repaired, reduced, notPdfA, signature, journal, papers, protection } = result;
  for (const { number, name } of natives) note(printable(say('bundle.native', { number, name })));
  // The report's own reasons say more than that there is no paper of it.
  if (protection === null)
    for (const { number, name } of withheld) note(printable(say('bundle.withheld', { number, name })));
  for (const number of repaired) note(printable(say('bundle.repaired', { number })));
  for (const number of reduced) note(printable(say('bundle.reduced', { number })));
  for (const volume of volumes) if (volume.over) note(say('bundle.over', { path: volume.path }));
  if (notPdfA) note(say('bundle.notPdfA'));
  if (!papers) note(say('bundle.noPapers'));
  return {
    value: {
      path,
      pdf,
      pages,
      exhibits,
      fingerprint,
      volumes,
      placed,
      natives,
      repaired,
      reduced,
      notPdfA,
      reserved,
      withheld,
      signature,
      journal,
      papers,
      protection,
    },
    lines: [
      say('bundle.exported', { pages, exhibits }),
      ...(reserved === 0 ? [] : [say('bundle.reserved', { count: reserved })]),
      ...protectionLines(protection),
      path,
      ...(volumes.length === 1
        ? []
        : volumes.map((volume) => say('bundle.volume', { path: volume.path, pages: volume.pages }))),
      ...(signature === null ? [] : [printable(say('bundle.signed', { ...signature }))]),
      say('bundle.journal', { count: journal.entries, withheld: journal.withheld }),
      say('bundle.fingerprint', { fingerprint }),
      say('bundle.check', { path }),
    ],
  };
}

/** `Prueba documental=E-001,E-002`: the last sign of equality parts the title from the exhibits. */
async function sectionsOf(client: Client, caseId: string, given: readonly string[]): Promise<Section[]> {
  const sections: Section[] = [];
  for (const [at, each] of given.entries()) {
    const cut = each.lastIndexOf('=');
    const numbers = each.slice(cut + 1).split(',');
    const exhibits = await chosen(client, caseId, numbers.map((number) => number.trim()).filter(Boolean));
    sections.push({
      id: `section-${at + 1}`,
      title: each.slice(0, Math.max(0, cut)).trim(),
      items: exhibits.map((exhibit) => ({ id: exhibit, exhibit, title: '', late: null })),
    });
  }
  return sections;
}

/** The court profiles there are, in the language of the answer. */
async function profiles(options: Common): Promise<Answer> {
  return withVault(options, async (client) => {
    const rows = await client.call('bundles.profiles', {});
    const spoken = language();
    return { value: { profiles: rows }, lines: rows.map(({ id, name }) => `${id}  ${name[spoken]}`) };
  });
}

async function chosen(
  client: Client,
  caseId: string,
  given: readonly string[] | undefined,
): Promise<readonly string[]> {
  if (given === undefined) return (await allExhibits(client, caseId)).map((row) => row.id);
  const found: string[] = [];
  for (const each of given) {
    const place = await client.call('evidence.find', { given: each });
    if (place.case !== caseId) throw new CustodiaError('call.notFound', { what: 'exhibit' });
    found.push(place.exhibit);
  }
  return found;
}

/** Checks a bundle, every byte of it. Needs no vault. */
async function verify(_options: Common, path: string): Promise<Answer> {
  const { verifyBundle } = await import('../../core/features/bundles/index.ts');
  return verificationAnswer(await verifyBundle(resolve(path)), ({ item, what }) =>
    bundleProblemText(what, item),
  );
}

export function addBundle(program: Command): void {
  const bundle = group(program, 'bundle');
  const exported = leaf(bundle, 'export');
  option(exported, 'case', { value: 'case', required: true });
  option(exported, 'out', { value: 'folder', required: true }, 'bundleOut');
  option(exported, 'title', { value: 'text' }, 'bundleTitle');
  option(exported, 'exhibit', { value: 'exhibit', repeat: true });
  option(exported, 'pages-only');
  option(exported, 'redact');
  option(exported, 'keep-nothing-back');
  option(exported, 'reason', { value: 'text' }, 'keepReason');
  option(exported, 'open-seals');
  option(exported, 'profile', { value: 'profile' });
  option(exported, 'audience', { value: 'audience' });
  option(exported, 'recipient', { value: 'name' });
  option(exported, 'sign', { value: 'file' });
  option(exported, 'sign-password-file', { value: 'file' });
  option(exported, 'visible-signature');
  option(exported, 'section', { value: 'section', repeat: true });
  does(exported, exportBundle);
  const shown = leaf(bundle, 'protected');
  option(shown, 'case', { value: 'case', required: true });
  option(shown, 'audience', { value: 'audience', required: true });
  option(shown, 'exhibit', { value: 'exhibit', repeat: true });
  does(shown, previewProtected(chosen));
  does(leaf(bundle, 'profiles'), profiles);
  does(leaf(bundle, 'verify <zip>'), verify);
}
