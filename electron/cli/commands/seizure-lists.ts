import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  type ImportColumn,
  type ImportDefaults,
  type ImportedList,
  type ImportListInput,
  listColumns,
} from '../../core/features/seizures/lists/model.ts';
import { assetKinds } from '../../core/features/seizures/model.ts';
import { does, leaf, option } from '../command.ts';
import { asError, type Client, type Common, caseId, UsageError, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { assetRowText, say } from '../texts.ts';
import { dayOf } from '../times.ts';
import { exhibitOf } from './seizure-common.ts';

function formatOf(out: string): 'csv' | 'xlsx' {
  const format = (['csv', 'xlsx'] as const).find((each) => out.toLowerCase().endsWith(`.${each}`));
  if (format === undefined) throw new UsageError('choice', { given: out, known: '.csv, .xlsx' });
  return format;
}

interface ExportOptions extends Common {
  readonly case?: string;
  readonly out: string;
  readonly text?: string;
}

async function exportList(options: ExportOptions): Promise<Answer> {
  const format = formatOf(options.out);
  const path = resolve(options.out);
  const made = await withVault(options, async (client) => {
    const of = options.case === undefined ? undefined : await caseId(client, options.case);
    const file = await client.core.offerDestination(path);
    return client.call('seizures.exportList', { case: of, text: options.text, format, file });
  });
  return { value: { path, ...made }, lines: [say('seizure.exported', { rows: made.rows }), path] };
}

interface ImportOptions extends Common {
  readonly case: string;
  readonly preview?: boolean;
  readonly acceptGood?: boolean;
  readonly column?: readonly string[];
  readonly kind?: string;
  readonly identifiedOn?: string;
  readonly currency?: string;
  readonly document?: string;
  readonly refusedOut?: string;
}

/** `3=plate`: the third column, counted from 1; `3=` leaves it out. */
function mappingOf(given: readonly string[]): Omit<ImportColumn, 'head'>[] {
  return given.map((each) => {
    const [, at, name = ''] = /^([1-9]\d{0,2})=(\w*)$/.exec(each) ?? [];
    const column = name === '' ? null : listColumns.find((known) => known === name);
    if (at === undefined || column === undefined)
      throw new UsageError('choice', { given: each, known: listColumns.join(', ') });
    return { at: Number(at) - 1, column };
  });
}

function defaultsOf({ kind, identifiedOn, currency }: ImportOptions): ImportDefaults {
  const known = assetKinds.find((each) => each === kind);
  if (kind !== undefined && known === undefined)
    throw new UsageError('choice', { given: kind, known: assetKinds.join(', ') });
  return {
    kind: known,
    identifiedOn: identifiedOn === undefined ? undefined : dayOf(identifiedOn),
    valueCurrency: currency,
  };
}

async function importList(options: ImportOptions, given: string): Promise<Answer> {
  const path = resolve(given);
  const said = { mapping: mappingOf(options.column ?? []), defaults: defaultsOf(options) };
  const list = await withVault(options, async (client) => {
    const id = await caseId(client, options.case);
    const choice = { ...said, document: await exhibitOf(client, options.document) };
    const shown = await run(client, path, { case: id, ...choice });
    if (options.refusedOut !== undefined && shown.counts.refused > 0) {
      const file = (await client.core.offerFile(path)).handle;
      const out = await client.core.offerDestination(resolve(options.refusedOut));
      await client.call('seizures.exportRefused', { case: id, ...choice, file, out });
    }
    if (options.preview === true) return shown;
    // Row by row said why: what is refused whole is told as its rows are.
    if (shown.counts.refused > 0 && options.acceptGood !== true) return shown;
    const write = { seen: shown.seen, acceptGood: options.acceptGood === true };
    return run(client, path, { case: id, ...choice, write });
  });
  const rows = list.rows.map(({ row, outcome, number, name, reasons }) => [
    String(row),
    say(`seizure.outcome.${outcome}`),
    number,
    name,
    reasons
      .map(({ reason, column, value, other }) => assetRowText(reason, column ?? '', { value, other }))
      .join('. '),
  ]);
  const last = list.written === null ? 'seizure.notWritten' : 'seizure.written';
  return {
    value: list,
    lines: [
      ...table(rows),
      say('seizure.counts', { ...list.counts }),
      say(last, { count: list.written ?? 0 }),
    ],
    failed: list.counts.refused > 0 && options.acceptGood !== true,
  };
}

type Order = Omit<ImportListInput, 'file'>;

async function run(client: Client, path: string, order: Order): Promise<ImportedList> {
  const { handle } = await client.core.offerFile(path);
  const job = await client.call('seizures.importList', { ...order, file: handle });
  const ended = await client.core.services.jobs.ended(job.id);
  if (ended.error !== undefined) throw asError(ended.error);
  return ended.result as ImportedList;
}

/** Lists of assets, out and in: commands of the group `seizure`. */
export function addSeizureLists(seizure: Command): void {
  const out = leaf(seizure, 'export');
  option(out, 'case', { value: 'case' });
  option(out, 'out', { value: 'file', required: true }, 'listOut');
  option(out, 'text', { value: 'text' }, 'listText');
  does(out, exportList);
  const into = leaf(seizure, 'import <register>');
  option(into, 'case', { value: 'case', required: true });
  option(into, 'preview', {}, 'importPreview');
  option(into, 'accept-good');
  option(into, 'column', { value: 'text', repeat: true }, 'importColumn');
  option(into, 'kind', { value: 'kind' }, 'importKind');
  option(into, 'identified-on', { value: 'day' }, 'listIdentifiedOn');
  option(into, 'currency', { value: 'text' }, 'importCurrency');
  option(into, 'document', { value: 'exhibit' }, 'importDocument');
  option(into, 'refused-out', { value: 'file' });
  does(into, importList);
}
