import type { Command } from 'commander';
import type { Settlement } from '../../core/features/deadlines/model.ts';
import { does, group, leaf, option } from '../command.ts';
import { type Common, caseId, UsageError, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say } from '../texts.ts';
import { dayOf, today } from '../times.ts';
import { vocabularyOf } from '../vocabulary.ts';

async function list(options: Common & { readonly case?: string }): Promise<Answer> {
  return withVault(options, async (client) => {
    const of = options.case === undefined ? {} : { case: await caseId(client, options.case) };
    const deadlines = await client.call('deadlines.list', of);
    const terms = await vocabularyOf(client);
    const rows = deadlines.map((row) => [
      row.due,
      say(`deadline.${row.state}`, { count: Math.abs(row.daysLeft) }),
      row.caseNumber,
      row.what === 'own' ? row.label : `${say(`deadline.what.${row.what}`)} · ${row.label}`,
      row.term === null ? '' : terms.nameOf('terms', row.term),
      row.id.replace(/^own /, ''),
    ]);
    return { value: { deadlines }, lines: rows.length === 0 ? [say('deadline.none')] : table(rows) };
  });
}

interface SetOptions extends Common {
  readonly case: string;
  readonly due?: string;
  readonly term?: string;
  readonly from?: string;
  readonly note?: string;
}

async function set(options: SetOptions, label: string): Promise<Answer> {
  const { due, term, from, note } = options;
  if ((due === undefined) === (term === undefined)) throw new UsageError('dueOrTerm');
  const value = await withVault(options, async (client) => {
    const when =
      term === undefined
        ? ({ by: 'day', due: dayOf(due ?? '') } as const)
        : ({
            by: 'term',
            term: (await vocabularyOf(client)).idOf('terms', term),
            from: dayOf(from ?? today()),
          } as const);
    return client.call('deadlines.set', { case: await caseId(client, options.case), label, note, when });
  });
  return { value, lines: [say('deadline.set', { day: value.due })] };
}

interface SettleOptions extends Common {
  readonly case: string;
  readonly how?: Settlement;
  readonly note?: string;
}

async function settle(options: SettleOptions, deadline: string): Promise<Answer> {
  const { how = 'met', note } = options;
  await withVault(options, async (client) =>
    client.call('deadlines.settle', { case: await caseId(client, options.case), deadline, how, note }),
  );
  return { value: { id: deadline, how }, lines: [say('deadline.settled')] };
}

export function addDeadline(program: Command): void {
  const deadline = group(program, 'deadline');
  const listed = leaf(deadline, 'list');
  option(listed, 'case', { value: 'case' });
  does(listed, list);
  const made = leaf(deadline, 'set <text>');
  option(made, 'case', { value: 'case', required: true });
  option(made, 'due', { value: 'day' });
  option(made, 'term', { value: 'kind' }, 'legalTerm');
  option(made, 'from', { value: 'day' }, 'termFrom');
  option(made, 'note', { value: 'text' });
  does(made, set);
  const ended = leaf(deadline, 'settle <id>');
  option(ended, 'case', { value: 'case', required: true });
  option(ended, 'how', { value: 'kind' }, 'settleHow');
  option(ended, 'note', { value: 'text' });
  does(ended, settle);
}
