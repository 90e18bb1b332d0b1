import type { Command } from 'commander';
import { type CaseField, caseFields } from '../../core/features/cases/model.ts';
import type { FieldValue } from '../../core/journal/model.ts';
import { does, group, leaf, option } from '../command.ts';
import { type Common, caseId, UsageError, withVault } from '../context.ts';
import { allCases } from '../lists.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say } from '../texts.ts';
import { asOfMoment, dayOf, shownMoment, today } from '../times.ts';
import { type Vocabulary, vocabularyOf } from '../vocabulary.ts';

interface OpenOptions {
  readonly title: string;
  readonly summary?: string;
  readonly offence?: readonly string[];
  readonly stage?: string;
  readonly status?: string;
  readonly openedOn?: string;
  readonly court?: string;
  readonly courtNumber?: string;
}

/** A case starts in the jurisdiction's first stage and status, today, where nothing else is said. */
async function open(options: OpenOptions & Common): Promise<Answer> {
  const { title, summary, court, courtNumber } = options;
  if (title.trim() === '') throw new UsageError('empty', { option: '--title' });
  const openedOn = options.openedOn === undefined ? today() : dayOf(options.openedOn);
  const { id, number } = await withVault(options, async (client) => {
    const words = await vocabularyOf(client);
    const term = (register: 'stages' | 'statuses', given: string | undefined): string | undefined =>
      given === undefined ? words.first(register) : words.idOf(register, given);
    return client.call('cases.open', {
      title,
      summary,
      offences: (options.offence ?? []).map((given) => words.idOf('offences', given)),
      stage: term('stages', options.stage),
      status: term('statuses', options.status),
      openedOn,
      court,
      courtNumber,
    });
  });
  return { value: { id, number }, lines: [say('case.opened', { number })] };
}

interface ListOptions {
  readonly text?: string;
  readonly stage?: string;
  readonly status?: string;
  readonly offence?: string;
}

async function list(options: ListOptions & Common): Promise<Answer> {
  return withVault(options, async (client) => {
    const words = await vocabularyOf(client);
    const id = (
      register: 'stages' | 'statuses' | 'offences',
      given: string | undefined,
    ): string | undefined => (given === undefined ? undefined : words.idOf(register, given));
    const cases = await allCases(client, {
      text: options.text,
      stage: id('stages', options.stage),
      status: id('statuses', options.status),
      offence: id('offences', options.offence),
    });
    const rows = cases.map((row) => [
      row.number,
      row.openedOn,
      words.nameOf('statuses', row.status),
      say('exhibits', { count: row.exhibits }),
      row.title,
    ]);
    return {
      value: { total: cases.length, cases },
      lines: rows.length === 0 ? [say('case.none')] : table(rows),
    };
  });
}

async function show(options: Common & { readonly asOf?: string }, given: string): Promise<Answer> {
  const asOf = asOfMoment(options.asOf);
  return withVault(options, async (client) => {
    const words = await vocabularyOf(client);
    const detail = await client.call('cases.show', { case: await caseId(client, given), asOf });
    const fields = caseFields
      .map((field) => [say(`field.${field}`), shownField(words, field, detail.fields[field])] as const)
      .filter(([, value]) => value !== '');
    const lines = [
      detail.number,
      ...table([
        ...fields,
        [say('case.openedBy'), `${detail.openedBy}, ${shownMoment(detail.openedAt)}`],
        [say('case.team'), detail.team.map((member) => member.name).join(', ')],
        [
          say('case.holds'),
          `${say('exhibits', { count: detail.exhibits })}, ${say('people', { count: detail.people })}`,
        ],
      ]),
    ];
    return { value: detail, lines };
  });
}

function shownField(words: Vocabulary, field: CaseField, { value, conflicting }: FieldValue): string {
  const registers = { offences: 'offences', stage: 'stages', status: 'statuses' } as const;
  const register = field in registers ? registers[field as keyof typeof registers] : undefined;
  const values = (Array.isArray(value) ? value : [value ?? '']).map(String);
  const shown = values
    .map((each) => (register === undefined ? each : words.nameOf(register, each)))
    .join('; ');
  return conflicting.length === 0 ? shown : `${shown} ${say('case.conflict')}`;
}

/** Amends one field as it stands now. Offences are given all at once, since the field is their list. */
async function amend(
  options: Common & { readonly reason: string },
  given: string,
  name: string,
  values: readonly string[],
): Promise<Answer> {
  const field = caseFields.find((each) => each === name);
  if (field === undefined) throw new UsageError('field', { given: name, known: caseFields.join(', ') });
  if (field !== 'offences' && values.length > 1) throw new UsageError('oneValue', { field });
  return withVault(options, async (client) => {
    const words = await vocabularyOf(client);
    const detail = await client.call('cases.show', { case: await caseId(client, given) });
    const value = amended(words, field, values);
    const { saw } = detail.fields[field];
    const { reason } = options;
    await client.call('cases.amend', { case: detail.id, amendments: [{ field, value, saw, reason }] });
    return {
      value: { id: detail.id, number: detail.number, field, value },
      lines: [say('case.amended', { number: detail.number, field: say(`field.${field}`) })],
    };
  });
}

function amended(
  words: Vocabulary,
  field: CaseField,
  values: readonly string[],
): string | readonly string[] | null {
  const [value = ''] = values;
  if (field === 'offences') {
    return values.filter((each) => each !== '').map((each) => words.idOf('offences', each));
  }
  if (value === '') return null;
  if (field === 'stage') return words.idOf('stages', value);
  if (field === 'status') return words.idOf('statuses', value);
  return field === 'openedOn' ? dayOf(value) : value;
}

export function addCase(program: Command): void {
  const cases = group(program, 'case');
  const opened = leaf(cases, 'open');
  option(opened, 'title', { value: 'text', required: true });
  option(opened, 'summary', { value: 'text' });
  option(opened, 'offence', { value: 'id', repeat: true });
  option(opened, 'stage', { value: 'id' });
  option(opened, 'status', { value: 'id' });
  option(opened, 'opened-on', { value: 'day' });
  option(opened, 'court', { value: 'text' });
  option(opened, 'court-number', { value: 'text' });
  does(opened, open);
  const listed = leaf(cases, 'list');
  option(listed, 'text', { value: 'text' });
  option(listed, 'stage', { value: 'id' });
  option(listed, 'status', { value: 'id' });
  option(listed, 'offence', { value: 'id' });
  does(listed, list);
  const shown = leaf(cases, 'show <case>');
  option(shown, 'as-of', { value: 'day' });
  does(shown, show);
  const changed = leaf(cases, 'amend <case> <field> <value...>');
  option(changed, 'reason', { value: 'text', required: true });
  does(changed, amend);
}
