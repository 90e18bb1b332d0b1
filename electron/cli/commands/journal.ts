import type { Command } from 'commander';
import type { TimelineEntry } from '../../core/features/timeline/model.ts';
import { does, group, leaf, option } from '../command.ts';
import { type Client, type Common, caseId, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say, word } from '../texts.ts';
import { asOfMoment, shownMoment } from '../times.ts';
import { verificationAnswer } from '../verification.ts';

async function verify(options: Common): Promise<Answer> {
  return verificationAnswer(await withVault(options, (client) => client.call('timeline.verify', {})));
}

/** The entries of a case, oldest first. */
async function show(options: Common & { readonly case: string; readonly asOf?: string }): Promise<Answer> {
  const asOf = asOfMoment(options.asOf);
  const value = await withVault(options, async (client) => {
    const id = await caseId(client, options.case);
    return { case: id, entries: await entriesOf(client, id, asOf) };
  });
  const rows = value.entries.map((entry) => [
    shownMoment(entry.at),
    entry.author,
    word(`kind.${entry.kind}`, entry.kind),
    entry.subject,
  ]);
  return { value, lines: rows.length === 0 ? [say('journal.none')] : table(rows) };
}

async function entriesOf(client: Client, id: string, asOf: string | undefined): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  let before: string | undefined;
  for (;;) {
    const page = await client.call('timeline.list', { case: id, asOf, before, limit: 500 });
    entries.push(...page.entries);
    if (page.next === null) return entries.reverse();
    before = page.next;
  }
}

export function addJournal(program: Command): void {
  const journal = group(program, 'journal');
  does(leaf(journal, 'verify'), verify);
  const shown = leaf(journal, 'show');
  option(shown, 'case', { value: 'case', required: true });
  option(shown, 'as-of', { value: 'day' });
  does(shown, show);
}
