import type { Command } from 'commander';
import {
  type LogInput,
  type LogRow,
  type Proof,
  riskLevels,
} from '../../../core/features/operations/model.ts';
import { does, leaf, option } from '../../command.ts';
import type { Common } from '../../context.ts';
import type { Answer } from '../../output.ts';
import { table } from '../../table.ts';
import { say, word } from '../../texts.ts';
import { dayOf, shownMoment } from '../../times.ts';
import { choiceOf, done, type Opened, whenOf, withOperation } from './given.ts';

interface WriteOptions extends Common {
  readonly agent: string;
  readonly place: string;
  readonly when?: string;
  readonly contact?: string;
  readonly person?: readonly string[];
  readonly target?: readonly string[];
  readonly exhibit?: readonly string[];
  readonly technique?: readonly string[];
  readonly risk?: string;
  readonly note?: string;
  readonly assignment?: string;
  readonly irregular?: string;
}

/** A place or person by its words is the ruling's where the ruling names it so. */
async function inputOf(options: WriteOptions, text: string, at: Opened): Promise<LogInput> {
  const { client, operation } = at;
  const when = whenOf(options);
  const { authorisations, assignments } = await client.call('operations.show', { operation });
  const day = when.slice(0, 10);
  const ruling = authorisations.find(({ from, until }) => from <= day && day <= until);
  const item = (part: 'places' | 'persons', said: string): string | undefined =>
    ruling?.scope[part].find((each) => each.text === said || each.id === said)?.id;
  const agent = await at.agent(options.agent);
  const named = assignments.filter((each) => each.agent === agent);
  const assignment = named.find(({ id, act }) => [id, act.kind, act.text].includes(options.assignment ?? ''));
  const person = (target: boolean) => (name: string) => ({ name, target, scope: item('persons', name) });
  const { contact, technique, risk, note, irregular, place } = options;
  return {
    ...{ operation, agent, when, place, contact, text, techniques: technique, riskNote: note, irregular },
    scopePlace: item('places', place),
    persons: [...(options.person ?? []).map(person(false)), ...(options.target ?? []).map(person(true))],
    exhibits: await at.exhibits(options.exhibit),
    risk: risk === undefined ? undefined : choiceOf(riskLevels, risk),
    assignment: assignment?.id ?? options.assignment,
  };
}

async function write(options: WriteOptions, given: string, text: string): Promise<Answer> {
  return withOperation(options, given, async (at) =>
    done(await at.client.call('operations.write', await inputOf(options, text, at))),
  );
}

async function correct(options: WriteOptions, given: string, log: string, text: string): Promise<Answer> {
  return withOperation(options, given, async (at) => {
    const corrects =
      (await allEntries(at)).find(({ id, position }) => id === log || String(position) === log)?.id ?? log;
    return done(
      await at.client.call('operations.write', { ...(await inputOf(options, text, at)), corrects }),
    );
  });
}

/** The whole log, however long it is. */
export async function allEntries({ client, operation }: Opened): Promise<LogRow[]> {
  const rows: LogRow[] = [];
  for (;;) {
    const page = await client.call('operations.log', { operation, offset: rows.length, limit: 500 });
    rows.push(...page.rows);
    if (rows.length >= page.total || page.rows.length === 0) return rows;
  }
}

async function entries(options: Common, given: string): Promise<Answer> {
  const log = await withOperation(options, given, allEntries);
  const rows = log.map((row) => [
    String(row.position),
    shownMoment(row.when),
    row.codeName,
    row.lateHours === 0 ? '' : say('operation.late', { hours: row.lateHours }),
    row.irregularities.map((kind) => word(`operation.irregular.${kind}`, kind)).join(', '),
    row.text,
  ]);
  return { value: { entries: log }, lines: rows.length === 0 ? [say('operation.noEntries')] : table(rows) };
}

async function irregularities(options: Common, given: string): Promise<Answer> {
  const found = await withOperation(options, given, ({ client, operation }) =>
    client.call('operations.irregularities', { operation }),
  );
  const rows = found.map((row) => [
    shownMoment(row.when),
    row.codeName,
    word(`operation.irregular.${row.kind}`, row.kind),
    row.what,
    row.why,
  ]);
  return {
    value: { irregularities: found },
    lines: rows.length === 0 ? [say('operation.regular')] : table(rows),
  };
}

interface DeclareOptions extends Common {
  readonly why: string;
  readonly agent?: string;
  readonly excess?: boolean;
  readonly when?: string;
}

async function declare(options: DeclareOptions, given: string, what: string): Promise<Answer> {
  return withOperation(options, given, async ({ client, operation, agent }) =>
    done(
      await client.call('operations.declare', {
        ...{ operation, what, why: options.why, when: whenOf(options) },
        kind: options.excess === true ? 'excess' : 'declared',
        agent: options.agent === undefined ? undefined : await agent(options.agent),
      }),
    ),
  );
}

interface ReportOptions extends Common {
  readonly from: string;
  readonly until: string;
  readonly done: string;
  readonly planned: string;
  readonly learned: string;
  readonly when?: string;
}

async function report(options: ReportOptions, given: string): Promise<Answer> {
  const { planned, learned } = options;
  const span = { from: dayOf(options.from), until: dayOf(options.until) };
  return withOperation(options, given, async ({ client, operation }) =>
    done(
      await client.call('operations.report', {
        ...{ operation, when: whenOf(options), planned, learned, done: options.done },
        ...span,
      }),
    ),
  );
}

async function reports(options: Common, given: string): Promise<Answer> {
  const shown = await withOperation(options, given, ({ client, operation }) =>
    client.call('operations.reports', { operation }),
  );
  return {
    value: shown,
    lines: [
      ...shown.missing.map((day) => say('operation.reportMissing', { day })),
      ...(shown.next === '' ? [] : [say('operation.reportDue', { day: shown.next })]),
      ...table(shown.reports.map((row) => [shownMoment(row.when), `${row.from} – ${row.until}`, row.done])),
    ],
  };
}

interface ChargeOptions extends Common {
  readonly entry?: readonly string[];
  readonly agent?: readonly string[];
  readonly exhibit?: readonly string[];
  readonly proof?: readonly string[];
  readonly charge?: string;
}

async function charge(options: ChargeOptions, given: string, text: string): Promise<Answer> {
  const value = await withOperation(options, given, async (at) => {
    const log = await allEntries(at);
    const proof = (kind: Proof['kind']) => (id: string) => ({ kind, id, text: '' });
    const proofs = [
      ...(options.entry ?? [])
        .map((said) => log.find(({ position }) => String(position) === said)?.id ?? said)
        .map(proof('log')),
      ...(await Promise.all((options.agent ?? []).map(at.agent))).map(proof('agent')),
      ...(await at.exhibits(options.exhibit)).map(proof('exhibit')),
      ...(options.proof ?? []).map((words) => ({ kind: 'other' as const, id: '', text: words })),
    ];
    const { operation } = at;
    return at.client.call('operations.charge', { operation, charge: options.charge, text, proofs });
  });
  return { value, lines: [say(value.agentAlone ? 'operation.agentAlone' : 'operation.done')] };
}

async function charges(options: Common, given: string): Promise<Answer> {
  const all = await withOperation(options, given, ({ client, operation }) =>
    client.call('operations.charges', { operation }),
  );
  const rows = all.map((row) => [row.id, row.text, row.agentAlone ? say('operation.agentAlone') : '']);
  return { value: { charges: all }, lines: table(rows), failed: all.some(({ agentAlone }) => agentAlone) };
}

function writing(command: Command): void {
  option(command, 'agent', { value: 'name', required: true }, 'codeName');
  option(command, 'place', { value: 'text', required: true });
  option(command, 'when', { value: 'moment' });
  option(command, 'contact', { value: 'text' });
  option(command, 'person', { value: 'name', repeat: true }, 'logPerson');
  option(command, 'target', { value: 'name', repeat: true });
  option(command, 'exhibit', { value: 'exhibit', repeat: true }, 'logExhibit');
  option(command, 'technique', { value: 'id', repeat: true }, 'logTechnique');
  option(command, 'risk', { value: 'kind' });
  option(command, 'note', { value: 'text' }, 'riskNote');
  option(command, 'assignment', { value: 'text' });
  option(command, 'irregular', { value: 'text' });
}

export function addLog(operation: Command): void {
  const written = leaf(operation, 'log <operation> <text>');
  writing(written);
  does(written, write);
  const corrected = leaf(operation, 'correct <operation> <entry> <text>');
  writing(corrected);
  does(corrected, correct);
  does(leaf(operation, 'entries <operation>'), entries);
  does(leaf(operation, 'irregularities <operation>'), irregularities);
  const declared = leaf(operation, 'declare <operation> <text>');
  option(declared, 'why', { value: 'text', required: true }, 'declareWhy');
  option(declared, 'agent', { value: 'name' }, 'codeName');
  option(declared, 'excess');
  option(declared, 'when', { value: 'moment' });
  does(declared, declare);
  const reported = leaf(operation, 'report <operation>');
  option(reported, 'from', { value: 'day', required: true }, 'firstDay');
  option(reported, 'until', { value: 'day', required: true }, 'lastDay');
  for (const name of ['done', 'planned', 'learned'])
    option(reported, name, { value: 'text', required: true });
  option(reported, 'when', { value: 'moment' });
  does(reported, report);
  does(leaf(operation, 'reports <operation>'), reports);
  const charged = leaf(operation, 'charge <operation> <text>');
  option(charged, 'entry', { value: 'number', repeat: true });
  option(charged, 'agent', { value: 'name', repeat: true }, 'agentProof');
  option(charged, 'exhibit', { value: 'exhibit', repeat: true }, 'logExhibit');
  option(charged, 'proof', { value: 'text', repeat: true });
  option(charged, 'charge', { value: 'id' });
  does(charged, charge);
  does(leaf(operation, 'charges <operation>'), charges);
}
