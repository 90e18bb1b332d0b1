import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { PreviewRow } from '../../core/features/bundles/drafts/preview/model.ts';
import type { Audience, Composition } from '../../core/features/bundles/model.ts';
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
import { type Answer, note } from '../output.ts';
import { table } from '../table.ts';
import { bundleProblemText, language, printable, say } from '../texts.ts';
import { verificationAnswer } from '../verification.ts';
import { chosen, findDraft, openDraft, sectionsOf, versionOf } from './bundle-common.ts';
import { addBundleDraft } from './bundle-draft.ts';
import {
  type ProtectionOptions,
  previewProtected,
  protectionInput,
  protectionLines,
} from './bundle-protection.ts';

/** What a bundle consists of: a kept one, or what the command itself says. */
interface ContentOptions extends ProtectionOptions {
  readonly case: string;
  readonly draft?: string;
  readonly version?: string;
  readonly title?: string;
  readonly exhibit?: readonly string[];
  readonly profile?: string;
  readonly recipient?: string;
  readonly section?: readonly string[];
}

/** The certificate by its handle, with its password; nothing where the PDFs are not to be signed. */
async function signing(client: Client, { sign, signPasswordFile, visibleSignature }: ExportOptions) {
  if (sign === undefined) return undefined;
  const password = passphraseFrom(signPasswordFile, '--sign-password-file', 'CUSTODIA_SIGN_PASSWORD');
  const { handle } = await client.core.offerFile(resolve(sign));
  return { file: handle, password, visible: visibleSignature === true };
}

interface ExportOptions extends ContentOptions {
  readonly out: string;
  readonly sign?: string;
  readonly signPasswordFile?: string;
  readonly visibleSignature?: boolean;
  readonly pagesOnly?: boolean;
}

/** A kept bundle has all of that already: only whose copy it is may differ. */
function requireOne({ draft, version, exhibit, section, profile, audience }: ContentOptions): void {
  const said = [exhibit, section, profile, audience].some((each) => each !== undefined);
  if (draft !== undefined ? said : version !== undefined)
    throw new UsageError('oneOf', { options: '--draft [--version], --exhibit, --section' });
}

async function titleOf(client: Client, caseId: string, { title, draft }: ContentOptions): Promise<string> {
  if (title !== undefined) return title;
  if (draft !== undefined) return (await findDraft(client, caseId, draft)).name;
  return String((await client.call('cases.show', { case: caseId })).fields.title.value ?? '');
}

/** The case's exhibits, or those named in the order named, as one signed package in a folder of `--out`. */
async function exportBundle(options: ExportOptions & Common): Promise<Answer> {
  const isAlone = options.visibleSignature === true || options.signPasswordFile !== undefined;
  if (isAlone && options.sign === undefined) throw new UsageError('signFirst');
  requireOne(options);
  const version = versionOf(options.version);
  const result = (await withJob(options, async (client) => {
    const id = await caseId(client, options.case);
    const out = resolve(options.out);
    await makeFolder(out);
    return client.call('bundles.export', {
      case: id,
      title: await titleOf(client, id, options),
      exhibits:
        options.section === undefined && options.draft === undefined
          ? await chosen(client, id, options.exhibit)
          : [],
      draft: options.draft === undefined ? undefined : (await findDraft(client, id, options.draft)).id,
      version,
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
  const { volumes, taken, placed, repaired, reduced, archive, signature, journal, papers, protection } =
    result;
  for (const { number, name } of natives) note(printable(say('bundle.native', { number, name })));
  // The report's own reasons say more than that there is no paper of it.
  if (protection === null)
    for (const { number, name } of withheld) note(printable(say('bundle.withheld', { number, name })));
  for (const number of repaired) note(printable(say('bundle.repaired', { number })));
  for (const number of reduced) note(printable(say('bundle.reduced', { number })));
  for (const volume of volumes) if (volume.over) note(say('bundle.over', { path: volume.path }));
  if (archive.wanted && archive.exhibits.length > 0) note(say('bundle.notPdfA'));
  if (!papers) note(say('bundle.noPapers'));
  return {
    value: {
      path,
      pdf,
      pages,
      exhibits,
      fingerprint,
      volumes,
      taken,
      placed,
      natives,
      repaired,
      reduced,
      archive,
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
      say(archive.files === volumes.length ? 'bundle.archive' : 'bundle.archiveNot', {
        files: archive.files,
        volumes: volumes.length,
        count: archive.exhibits.length,
      }),
      say('bundle.journal', { count: journal.entries, withheld: journal.withheld }),
      say('bundle.fingerprint', { fingerprint }),
      say('bundle.check', { path }),
    ],
  };
}

async function compositionOf(client: Client, id: string, options: ContentOptions): Promise<Composition> {
  const { draft, recipient, section, exhibit } = options;
  if (draft !== undefined) {
    const { composition } = await openDraft(client, { ...options, case: id }, draft);
    return { ...composition, recipient: recipient ?? composition.recipient };
  }
  const items = (section === undefined ? await chosen(client, id, exhibit) : []).map((each) => ({
    id: each,
    exhibit: each,
    title: '',
    late: null,
  }));
  return {
    profile: options.profile ?? 'bolivia',
    audience: (options.audience ?? 'court') as Audience,
    recipient: recipient ?? '',
    sections:
      section === undefined ? [{ id: 'all', title: '', items }] : await sectionsOf(client, id, section),
  };
}

/** The index as the export would print it, without exporting. */
async function preview(options: ContentOptions & Common): Promise<Answer> {
  requireOne(options);
  return withVault(options, async (client) => {
    const id = await caseId(client, options.case);
    const laid = await client.call('bundles.preview', {
      case: id,
      title: await titleOf(client, id, options),
      composition: await compositionOf(client, id, options),
      redact: options.redact,
    });
    const { pages, rows, natives, withheld, repaired } = laid;
    const volumes = laid.volumes.map(({ labels, ...volume }) => ({ ...volume, pages: labels.length }));
    return {
      value: { pages, volumes, rows, natives, withheld, repaired },
      lines: [say('bundle.previewed', { pages }), ...table(rows.map(rowCells))],
    };
  });
}

function rowCells(row: PreviewRow): string[] {
  if (row.kind === 'section') return ['', row.title, ''];
  return [row.number, row.title, row.from === row.to ? row.from : `${row.from}–${row.to}`];
}

/** The court profiles there are, in the language of the answer. */
async function profiles(options: Common): Promise<Answer> {
  return withVault(options, async (client) => {
    const rows = await client.call('bundles.profiles', {});
    const spoken = language();
    return { value: { profiles: rows }, lines: rows.map(({ id, name }) => `${id}  ${name[spoken]}`) };
  });
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
  const exported = content(leaf(bundle, 'export'));
  option(exported, 'out', { value: 'folder', required: true }, 'bundleOut');
  option(exported, 'pages-only');
  option(exported, 'keep-nothing-back');
  option(exported, 'reason', { value: 'text' }, 'keepReason');
  option(exported, 'open-seals');
  option(exported, 'sign', { value: 'file' });
  option(exported, 'sign-password-file', { value: 'file' });
  option(exported, 'visible-signature');
  does(exported, exportBundle);
  const shown = leaf(bundle, 'protected');
  option(shown, 'case', { value: 'case', required: true });
  option(shown, 'audience', { value: 'audience', required: true });
  option(shown, 'exhibit', { value: 'exhibit', repeat: true });
  does(shown, previewProtected(chosen));
  does(content(leaf(bundle, 'preview')), preview);
  addBundleDraft(bundle);
  does(leaf(bundle, 'profiles'), profiles);
  does(leaf(bundle, 'verify <zip>'), verify);
}

function content(command: Command): Command {
  option(command, 'case', { value: 'case', required: true });
  option(command, 'draft', { value: 'draft' });
  option(command, 'version', { value: 'number' }, 'draftVersion');
  option(command, 'title', { value: 'text' }, 'bundleTitle');
  option(command, 'exhibit', { value: 'exhibit', repeat: true });
  option(command, 'redact');
  option(command, 'profile', { value: 'profile' });
  option(command, 'audience', { value: 'audience' });
  option(command, 'recipient', { value: 'name' });
  return option(command, 'section', { value: 'section', repeat: true });
}
