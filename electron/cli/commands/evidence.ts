import { resolve } from 'node:path';
import type { Command } from 'commander';
import { exhibitFields } from '../../core/features/evidence/model.ts';
import { attachFiles, surveyFolders } from '../attach.ts';
import { does, group, leaf, option } from '../command.ts';
import { type Common, caseId, withVault } from '../context.ts';
import { allExhibits } from '../lists.ts';
import { type Answer, errorText, note } from '../output.ts';
import { createMeter } from '../progress.ts';
import { table } from '../table.ts';
import { bytesText, printable, say } from '../texts.ts';
import { asOfMoment, dayOf, shownMoment } from '../times.ts';
import { verificationAnswer } from '../verification.ts';
import { addTransfer } from './custody.ts';
import { addItems } from './items.ts';
import { addMarking } from './marking.ts';

interface AttachOptions {
  readonly case: string;
  readonly preview?: boolean;
  readonly source?: string;
  readonly place?: string;
  readonly collectedOn?: string;
  readonly collectedBy?: string;
  readonly description?: string;
}

/** What lies in the folders, without attaching anything. */
async function preview(options: Common, folders: readonly string[]): Promise<Answer> {
  const survey = await withVault(options, (client) => surveyFolders(client, folders));
  const { id: _, ...value } = survey;
  const rows = [
    ...survey.kinds.map(({ ending, files, bytes }) => [ending || '—', String(files), bytesText(bytes)]),
    [say('survey.total'), String(survey.files), bytesText(survey.bytes)],
    [say('survey.litter'), String(survey.litter), ''],
    [say('survey.links'), String(survey.links), ''],
    [say('survey.unreadable'), String(survey.unreadable), ''],
    [say('survey.free'), '', bytesText(survey.free)],
  ];
  return { value, lines: table(rows) };
}

async function attach(options: AttachOptions & Common, files: readonly string[]): Promise<Answer> {
  if (options.preview === true) return preview(options, files);
  const { source = '', place = '', collectedBy = '', description = '' } = options;
  const collectedOn = options.collectedOn === undefined ? '' : dayOf(options.collectedOn);
  const meter = createMeter(options.progress);
  const { exhibits, failures } = await withVault(
    options,
    async (client) => {
      const id = await caseId(client, options.case);
      return attachFiles(client, id, files, { source, place, collectedOn, collectedBy, description });
    },
    (event) => {
      if (event.name === 'intake') {
        meter.show(event.intake.current, event.intake.bytesDone, event.intake.bytesTotal);
      }
    },
  );
  meter.end();
  for (const { name, error } of failures) note(`${printable(name)}: ${errorText(error)}`);
  const rows = exhibits.map(({ number, sha256, size, name, duplicateOf }) => [
    number,
    sha256,
    bytesText(size),
    duplicateOf === undefined ? name : `${name} ${say('exhibit.duplicate', { number: duplicateOf })}`,
  ]);
  return { value: { exhibits }, lines: table(rows), failed: failures.length > 0 };
}

interface ListOptions {
  readonly case: string;
  readonly asOf?: string;
  readonly inside?: string;
}

async function list(options: ListOptions & Common): Promise<Answer> {
  const asOf = asOfMoment(options.asOf);
  const exhibits = await withVault(options, async (client) => {
    const { inside: given } = options;
    const inside = given === undefined ? undefined : await client.call('evidence.find', { given });
    return allExhibits(client, await caseId(client, options.case), asOf, inside?.exhibit);
  });
  const rows = exhibits.map(({ number, type, size, name, category }) =>
    category === null ? [number, type, bytesText(size), name] : [number, category, '', name],
  );
  return {
    value: { total: exhibits.length, exhibits },
    lines: rows.length === 0 ? [say('exhibit.none')] : table(rows),
  };
}

function fieldText(value: unknown): string {
  return Array.isArray(value) ? value.join('; ') : String(value ?? '');
}

async function show(options: Common & { readonly asOf?: string }, given: string): Promise<Answer> {
  const asOf = asOfMoment(options.asOf);
  const detail = await withVault(options, async (client) => {
    const found = await client.call('evidence.find', { given });
    return client.call('evidence.show', { ...found, asOf });
  });
  const fields = exhibitFields.map((field) => [say(`field.${field}`), fieldText(detail.fields[field].value)]);
  const custody = detail.custodyRecords.map((record) => [
    `  ${shownMoment(record.when)}`,
    say(`custody.${record.event}`),
    [record.from, record.to].filter((each) => each !== '').join(' → '),
    [record.place, record.reason, record.seal, record.note].filter((each) => each !== '').join('; '),
  ]);
  const lines = [
    detail.number,
    ...table([
      ...fields.filter(([, value]) => value !== ''),
      ...(detail.item === null
        ? [
            ['SHA-256', detail.sha256],
            [say('field.type'), detail.type],
            [say('field.size'), bytesText(detail.size)],
          ]
        : []),
      [say('field.attached'), `${shownMoment(detail.attachedAt)}, ${detail.attachedBy}`],
    ]),
    say(custody.length === 0 ? 'custody.none' : 'custody.chain'),
    ...table(custody),
  ];
  return { value: detail, lines };
}

async function extract(options: Common & { readonly out: string }, given: string): Promise<Answer> {
  const path = resolve(options.out);
  const number = await withVault(options, async (client) => {
    const found = await client.call('evidence.find', { given });
    const file = await client.core.offerDestination(path);
    await client.call('evidence.extract', { ...found, file });
    return (await client.call('evidence.show', found)).number;
  });
  return { value: { path, number }, lines: [say('exhibit.extracted', { number, path })] };
}

async function verify(options: Common, given: string): Promise<Answer> {
  const result = await withVault(options, async (client) =>
    client.call('evidence.verify', await client.call('evidence.find', { given })),
  );
  return verificationAnswer(result);
}

export function addEvidence(program: Command): void {
  const evidence = group(program, 'evidence');
  const attached = leaf(evidence, 'attach <file...>');
  option(attached, 'case', { value: 'case', required: true });
  for (const name of ['source', 'place', 'collected-by', 'description'])
    option(attached, name, { value: 'text' });
  option(attached, 'collected-on', { value: 'day' });
  option(attached, 'preview');
  does(attached, attach);
  const listed = leaf(evidence, 'list');
  option(listed, 'case', { value: 'case', required: true });
  option(listed, 'as-of', { value: 'day' });
  option(listed, 'inside', { value: 'exhibit' });
  addItems(evidence);
  does(listed, list);
  const shown = leaf(evidence, 'show <exhibit>');
  option(shown, 'as-of', { value: 'day' });
  does(shown, show);
  const extracted = leaf(evidence, 'extract <exhibit>');
  option(extracted, 'out', { value: 'file', required: true }, 'extractOut');
  does(extracted, extract);
  does(leaf(evidence, 'verify <exhibit>'), verify);
  addTransfer(evidence);
  addMarking(evidence);
}
