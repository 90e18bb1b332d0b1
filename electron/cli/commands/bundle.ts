import { resolve } from 'node:path';
import type { Command } from 'commander';
import { CustodiaError } from '../../core/api/errors.ts';
import type { BundleJobResult } from '../../core/features/bundles/records.ts';
import { does, group, leaf, option } from '../command.ts';
import { type Client, type Common, caseId, withJob } from '../context.ts';
import { makeFolder } from '../folders.ts';
import { allExhibits } from '../lists.ts';
import { type Answer, note } from '../output.ts';
import { bundleProblemText, printable, say } from '../texts.ts';
import { verificationAnswer } from '../verification.ts';

interface ExportOptions {
  readonly case: string;
  readonly out: string;
  readonly title?: string;
  readonly exhibit?: readonly string[];
  readonly pagesOnly?: boolean;
  readonly redact?: boolean;
}

/** The case's exhibits, or those named in the order named, as one signed package in a folder of `--out`. */
async function exportBundle(options: ExportOptions & Common): Promise<Answer> {
  const result = (await withJob(options, async (client) => {
    const id = await caseId(client, options.case);
    const out = resolve(options.out);
    await makeFolder(out);
    return client.call('bundles.export', {
      case: id,
      title:
        options.title ?? String((await client.call('cases.show', { case: id })).fields.title.value ?? ''),
      exhibits: await chosen(client, id, options.exhibit),
      folder: (await client.core.offerFolder(out)).handle,
      redact: options.redact === true,
      unreadable: options.pagesOnly === true ? 'stop' : 'native',
    });
  })) as BundleJobResult;
  const { path, pdf, pages, exhibits, fingerprint, natives, reserved, withheld } = result;
  for (const { number, name } of natives) note(printable(say('bundle.native', { number, name })));
  for (const { number, name } of withheld) note(printable(say('bundle.withheld', { number, name })));
  return {
    value: { path, pdf, pages, exhibits, fingerprint, natives, reserved, withheld },
    lines: [
      say('bundle.exported', { pages, exhibits }),
      ...(reserved === 0 ? [] : [say('bundle.reserved', { count: reserved })]),
      path,
      say('bundle.fingerprint', { fingerprint }),
      say('bundle.check', { path }),
    ],
  };
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
  does(exported, exportBundle);
  does(leaf(bundle, 'verify <zip>'), verify);
}
