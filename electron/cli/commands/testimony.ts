import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { TestimonyForm } from '../../core/features/testimony/model.ts';
import { does, group, leaf, option } from '../command.ts';
import { type Common, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say } from '../texts.ts';

interface RecordOptions extends Common {
  readonly person: string;
  readonly form?: TestimonyForm;
  readonly when: string;
  readonly place?: string;
  readonly interviewer?: string;
  readonly language?: string;
}

async function record(options: RecordOptions, given: string): Promise<Answer> {
  const { person, form = 'statement', place = '', interviewer = '', language = '' } = options;
  const when = new Date(options.when).toISOString();
  const value = await withVault(options, async (client) => {
    const at = await client.call('evidence.find', { given });
    const facts = { person, form, when, place, interviewer, present: '', language, conditions: '' };
    await client.call('testimony.record', { ...at, facts });
    return { id: at.exhibit };
  });
  return { value, lines: [say('testimony.recorded')] };
}

async function transcribe(options: Common, given: string, file: string): Promise<Answer> {
  const text = await readFile(file, 'utf8');
  const value = await withVault(options, async (client) => {
    const at = await client.call('evidence.find', { given });
    const { saw } = await client.call('testimony.show', at);
    return client.call('testimony.importCaptions', { ...at, saw, text });
  });
  return { value, lines: [say('testimony.transcribed', { count: value.segments })] };
}

async function show(options: Common, given: string): Promise<Answer> {
  const value = await withVault(options, async (client) =>
    client.call('testimony.show', await client.call('evidence.find', { given })),
  );
  const rows = value.segments.map(({ start, speaker, text }) => [start.toFixed(1), speaker, text]);
  return { value, lines: rows.length === 0 ? [say('testimony.none')] : table(rows) };
}

export function addTestimony(program: Command): void {
  const testimony = group(program, 'testimony');
  const recorded = leaf(testimony, 'record <id>');
  option(recorded, 'person', { value: 'id', required: true }, 'testimonyPerson');
  option(recorded, 'when', { value: 'day', required: true }, 'testimonyWhen');
  option(recorded, 'form', { value: 'kind' }, 'testimonyForm');
  for (const name of ['place', 'interviewer']) option(recorded, name, { value: 'text' });
  option(recorded, 'language', { value: 'text' }, 'testimonyLanguage');
  does(recorded, record);
  does(leaf(testimony, 'transcribe <id> <file>'), transcribe);
  does(leaf(testimony, 'show <id>'), show);
}
