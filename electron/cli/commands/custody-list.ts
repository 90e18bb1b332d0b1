import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  type CustodyColumn,
  type CustodyListOutcome,
  type CustodyListRow,
  custodyColumns,
} from '../../core/features/custody/lists/model.ts';
import { does, leaf, option } from '../command.ts';
import { type Client, type Common, caseId, resultOf, UsageError, withVault } from '../context.ts';
import { makeFolder } from '../folders.ts';
import type { Answer } from '../output.ts';
import { createMeter } from '../progress.ts';
import { table } from '../table.ts';
import { listText, say } from '../texts.ts';
import { shownMoment } from '../times.ts';

interface ImportOptions {
  readonly case: string;
  readonly preview?: boolean;
  readonly columns?: readonly string[];
  readonly acceptGood?: boolean;
  readonly saveRefused?: string;
}

/** `exhibit=N.º interno`: the head of the column that is to be taken for it; nothing after the sign for none. */
function columnsOf(given: readonly string[]): Partial<Record<CustodyColumn, string>> {
  return Object.fromEntries(
    given.map((each) => {
      const at = each.indexOf('=');
      const column = custodyColumns.find((name) => name === each.slice(0, at).trim());
      if (at === -1 || column === undefined)
        throw new UsageError('choice', { given: each, known: custodyColumns.join(', ') });
      return [column, each.slice(at + 1).trim()];
    }),
  );
}

/** A former register: every row's outcome first; then it is written, where none is refused or the good ones are enough. */
async function importList(options: ImportOptions & Common, file: string): Promise<Answer> {
  const { acceptGood = false, preview = false } = options;
  const columns = columnsOf(options.columns ?? []);
  const meter = createMeter(options.progress);
  const outcome = await withVault(
    options,
    async (client) => {
      const id = await caseId(client, options.case);
      const run = async (more: object): Promise<CustodyListOutcome> => {
        const { handle } = await client.core.offerFile(resolve(file));
        const job = await client.call('custody.list', { case: id, file: handle, columns, ...more });
        return (await resultOf(client, job).finally(meter.end)) as CustodyListOutcome;
      };
      const shown = await run(await savingRefused(client, options.saveRefused));
      const { sha256, shown: seen, saved, counts, missing } = shown;
      const writes = !preview && missing.length === 0 && (counts.refused === 0 || acceptGood);
      if (!writes) return shown;
      return { ...(await run({ write: { sha256, shown: seen, onlyGood: acceptGood } })), saved };
    },
    (event) => {
      if (event.name === 'job') meter.show(event.job.step, event.job.done, event.job.total);
    },
  );
  return answerOf(outcome, acceptGood);
}

async function savingRefused(client: Client, given: string | undefined): Promise<object> {
  if (given === undefined) return {};
  const folder = resolve(given);
  await makeFolder(folder);
  return { saveRefused: { folder: (await client.core.offerFolder(folder)).handle } };
}

function answerOf(outcome: CustodyListOutcome, acceptGood: boolean): Answer {
  const { rows, counts, written, missing, heads, saved, sha256 } = outcome;
  const value = {
    rows: rows.length,
    written: written ? counts.write : 0,
    known: counts.known,
    refused: rows.flatMap(({ row, why }) => (why === undefined ? [] : [{ row, why }])),
    warnings: rows.flatMap(({ row, warnings }) => warnings.map(({ kind }) => ({ row, kind }))),
    sha256,
    ...(missing.length === 0 ? {} : { missing, heads }),
    ...(saved === undefined ? {} : { saved }),
  };
  if (missing.length > 0) {
    const names = missing.map((column) => `${column} (${listText(`column.${column}`)})`).join(', ');
    const lines = [say('custody.list.missing', { names }), ...heads.map((head) => `  ${head}`)];
    return { value, lines, failed: true };
  }
  const told = rows.filter(({ outcome: is, warnings }) => is !== 'write' || warnings.length > 0);
  const end = written ? 'written' : counts.write > 0 ? 'notWritten' : 'nothing';
  return {
    value,
    lines: [
      ...table(told.map(lineOf)),
      say('custody.list.counts', { ...counts }),
      ...(saved === undefined ? [] : [say('custody.list.saved', { name: saved })]),
      say(`custody.list.${end}`, { count: counts.write }),
    ],
    failed: counts.refused > 0 && !acceptGood,
  };
}

function lineOf({ row, outcome, given, number, word, when, ...more }: CustodyListRow): string[] {
  const why = more.why === undefined ? [] : [listText(`why.${more.why}`, more.params)];
  const repeats = more.repeats === undefined ? [] : [listText('repeats', { row: more.repeats })];
  const warnings = more.warnings.map(({ kind, expected = '', said = '' }) =>
    listText(`warning.${kind}`, { expected, said }),
  );
  return [
    String(row),
    listText(`outcome.${outcome}`),
    number ?? given,
    word,
    shownMoment(when),
    [...why, ...repeats, ...warnings].join('; '),
  ];
}

/** `custody import`. */
export function addCustodyList(custody: Command): void {
  const imported = leaf(custody, 'import <list>');
  option(imported, 'case', { value: 'case', required: true });
  option(imported, 'preview', {}, 'listPreview');
  option(imported, 'columns', { value: 'text', repeat: true });
  option(imported, 'accept-good', {});
  option(imported, 'save-refused', { value: 'folder' });
  does(imported, importList);
}
