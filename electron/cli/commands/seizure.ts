import type { Command } from 'commander';
import {
  type AssetDetails,
  type AssetField,
  type AssetKind,
  type AssetRow,
  assetFields,
  assetKinds,
  assetStages,
  exhibitRoles,
  fieldsOfKind,
  holdingRoles,
} from '../../core/features/seizures/model.ts';
import { does, group, leaf, option } from '../command.ts';
import { type Common, caseId, UsageError, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say } from '../texts.ts';
import { asOfMoment, dayOf, today } from '../times.ts';
import { type Vocabulary, vocabularyOf } from '../vocabulary.ts';
import { personId } from './marking.ts';
import { choiceOf, exhibitOf, findAsset, moneyText } from './seizure-common.ts';
import { addSeizureLists } from './seizure-lists.ts';
import { addSeizurePapers } from './seizure-papers.ts';
import { addSeizureSteps } from './seizure-steps.ts';
import { addSeizureValues, type ValueOptions, valuationOf, valueOptions } from './seizure-values.ts';

interface AddOptions extends Common, ValueOptions {
  readonly case: string;
  readonly name: string;
  readonly kind: string;
  readonly detail?: readonly string[];
  readonly count?: readonly string[];
  readonly identifiedOn?: string;
  readonly place?: string;
  readonly department?: string;
  readonly office?: string;
  readonly description?: string;
  readonly notes?: string;
  readonly duplicateReason?: string;
}

/** `plate=1234ABC`, one for each field, and the notes and coins of cash as `200 x 14`. */
function detailsOf(
  kind: AssetKind,
  { detail = [], count = [] }: Pick<AddOptions, 'detail' | 'count'>,
): AssetDetails {
  const details: Record<string, unknown> = { kind };
  for (const given of detail) {
    const at = given.indexOf('=');
    const field = given.slice(0, Math.max(0, at)).trim();
    const known: readonly string[] = fieldsOfKind[kind];
    if (!known.includes(field) && field !== 'total')
      throw new UsageError('field', { given: field || given, known: known.join(', ') });
    details[field] = given.slice(at + 1).trim();
  }
  if (kind === 'cash')
    details.counts = count.map((given) => {
      const [, value, many] = /^\s*(.+?)\s*[x×*]\s*(\d+)\s*$/iu.exec(given) ?? [];
      if (value === undefined) throw new UsageError('count', { given });
      return { value, count: Number(many) };
    });
  // The core's schema says what is missing: it is the edge.
  return details as unknown as AssetDetails;
}

async function add(options: AddOptions): Promise<Answer> {
  const kind = choiceOf(options.kind, assetKinds);
  const details = detailsOf(kind, options);
  const identifiedOn = dayOf(options.identifiedOn ?? today());
  const { name, place, office, description, notes, duplicateReason } = options;
  return withVault(options, async (client) => {
    const terms = await vocabularyOf(client);
    const department =
      options.department === undefined ? undefined : terms.idOf('departments', options.department);
    const added = await client.call('seizures.add', {
      case: await caseId(client, options.case),
      name,
      details,
      identifiedOn,
      place,
      department,
      office,
      description,
      notes,
      duplicateReason,
      value: options.amount === undefined ? undefined : await valuationOf(client, options),
    });
    const told = added.warnings.map(({ code, value, other }) =>
      say(`seizure.warning.${code}`, { value, other }),
    );
    return { value: added, lines: [say('seizure.added', { number: added.number }), ...told] };
  });
}

interface ListOptions extends Common {
  readonly case?: string;
  readonly stage?: readonly string[];
  readonly kind?: readonly string[];
  readonly text?: string;
  readonly custodian?: string;
  readonly office?: string;
  readonly person?: string;
  readonly challenged?: boolean;
  readonly asOf?: string;
}

const pageSize = 500;

async function list(options: ListOptions): Promise<Answer> {
  const { text, custodian, office, challenged, person } = options;
  const stages = options.stage?.map((each) => choiceOf(each, assetStages));
  const kinds = options.kind?.map((each) => choiceOf(each, assetKinds));
  const asOf = asOfMoment(options.asOf);
  return withVault(options, async (client) => {
    const of = options.case === undefined ? undefined : await caseId(client, options.case);
    if (of === undefined && (person !== undefined || asOf !== undefined)) throw new UsageError('needsCase');
    const filter = {
      case: of,
      text,
      stages,
      kinds,
      custodian,
      office,
      challenged,
      asOf,
      person: of === undefined || person === undefined ? undefined : await personId(client, of, person),
    };
    const assets: AssetRow[] = [];
    let total = 0;
    do {
      const page = await client.call('seizures.list', {
        ...filter,
        sort: 'number',
        descending: false,
        offset: assets.length,
        limit: pageSize,
      });
      total = page.total;
      assets.push(...page.rows);
      if (page.rows.length === 0) break;
    } while (assets.length < total);
    const terms = await vocabularyOf(client);
    const rows = assets.map((row) => assetLine(row, terms));
    return { value: { total, assets }, lines: rows.length === 0 ? [say('seizure.none')] : table(rows) };
  });
}

function assetLine(row: AssetRow, terms: Vocabulary): string[] {
  return [
    row.number,
    terms.nameOf('assetKinds', row.kind),
    terms.nameOf('seizureStages', row.stage),
    row.stageOn,
    moneyText(row.value),
    row.custodian,
    row.name,
  ];
}

async function show(options: Common & { readonly asOf?: string }, given: string): Promise<Answer> {
  const asOf = asOfMoment(options.asOf);
  return withVault(options, async (client) => {
    const { case: of, asset } = await findAsset(client, given);
    const record = await client.call('seizures.show', { case: of, asset, asOf });
    const terms = await vocabularyOf(client);
    const fields = assetFields
      .filter((field) => record.fields[field].value !== null)
      .map((field) => {
        const { value, at, author } = record.fields[field];
        const text = Array.isArray(value) ? value.join('; ') : String(value);
        return [field, text, `${author} ${at.slice(0, 10)}`];
      });
    const events = record.events.map((event) => [
      event.on,
      terms.nameOf('seizureMeasures', event.type),
      event.document?.number ?? '',
      event.author,
      event.annulled === null ? event.id : say('seizure.annulledBecause', { reason: event.annulled.reason }),
    ]);
    const holdings = record.holdings.map(({ role, name, share, id }) => [
      role,
      name,
      share === null ? '' : `${(share / 100).toFixed(2)} %`,
      id,
    ]);
    const due = record.deadlines.map((each) => [each.due, say(`deadline.what.seizure.${each.what}`)]);
    return {
      value: record,
      lines: [
        assetLine(record, terms).filter(Boolean).join('  '),
        ...table(fields),
        ...table(events),
        ...table(holdings),
        ...table(due),
      ],
    };
  });
}

async function amend(
  options: Common & { readonly reason?: string; readonly duplicateReason?: string },
  given: string,
  name: string,
  values: readonly string[],
): Promise<Answer> {
  const field: AssetField | undefined = assetFields.find((each) => each === name);
  if (field === undefined) throw new UsageError('field', { given: name, known: assetFields.join(', ') });
  if (field !== 'counts' && values.length > 1) throw new UsageError('oneValue', { field });
  const value = field === 'counts' ? values : (values[0] ?? '') === '' ? null : (values[0] ?? null);
  return withVault(options, async (client) => {
    const { case: of, asset, number } = await findAsset(client, given);
    const { fields } = await client.call('seizures.show', { case: of, asset });
    const { warnings } = await client.call('seizures.amend', {
      case: of,
      asset,
      amendments: [{ field, value, saw: fields[field].saw, reason: options.reason }],
      duplicateReason: options.duplicateReason,
    });
    return {
      value: { id: asset, number, field, value, warnings },
      lines: [say('seizure.amended', { number })],
    };
  });
}

interface LinkOptions extends Common {
  readonly person?: string;
  readonly exhibit?: string;
  readonly role: string;
  readonly share?: string;
  readonly from?: string;
  readonly until?: string;
  readonly source?: string;
}

async function link(options: LinkOptions, given: string): Promise<Answer> {
  const { person, exhibit, share, from, until, source } = options;
  if ((person === undefined) === (exhibit === undefined))
    throw new UsageError('oneOf', { options: '--person, --exhibit' });
  return withVault(options, async (client) => {
    const { number, ...place } = await findAsset(client, given);
    const { id } =
      person === undefined
        ? await client.call('seizures.linkExhibit', {
            ...place,
            exhibit: (await exhibitOf(client, exhibit)) ?? '',
            role: choiceOf(options.role, exhibitRoles),
          })
        : await client.call('seizures.linkPerson', {
            ...place,
            person: await personId(client, place.case, person),
            role: choiceOf(options.role, holdingRoles),
            share,
            from: from === undefined ? undefined : dayOf(from),
            until: until === undefined ? undefined : dayOf(until),
            source,
          });
    return { value: { id, number }, lines: [say('seizure.linked', { number })] };
  });
}

async function unlink(
  options: Common & { readonly reason: string },
  given: string,
  id: string,
): Promise<Answer> {
  return withVault(options, async (client) => {
    const { number, ...place } = await findAsset(client, given);
    await client.call('seizures.unlink', { ...place, link: id, reason: options.reason });
    return { value: { id, number }, lines: [say('seizure.unlinked', { number })] };
  });
}

/** Assets, from their identification to what became of them. */
export function addSeizure(program: Command): void {
  const seizure = group(program, 'seizure');
  const added = leaf(seizure, 'add');
  option(added, 'case', { value: 'case', required: true });
  option(added, 'name', { value: 'text', required: true }, 'itemName');
  option(added, 'kind', { value: 'kind', required: true }, 'assetKind');
  option(added, 'detail', { value: 'fieldValue', repeat: true });
  option(added, 'count', { value: 'counted', repeat: true });
  option(added, 'identified-on', { value: 'day' });
  for (const name of ['department', 'office', 'description', 'notes', 'duplicate-reason'])
    option(added, name, { value: 'text' }, name === 'office' ? 'seizureOffice' : name);
  option(added, 'place', { value: 'text' }, 'seizurePlace');
  valueOptions(added, false);
  does(added, add);
  const listed = leaf(seizure, 'list');
  option(listed, 'case', { value: 'case' });
  option(listed, 'stage', { value: 'kind', repeat: true }, 'assetStage');
  option(listed, 'kind', { value: 'kind', repeat: true }, 'assetKind');
  option(listed, 'text', { value: 'text' });
  option(listed, 'custodian', { value: 'text' });
  option(listed, 'office', { value: 'text' }, 'seizureOffice');
  option(listed, 'person', { value: 'name' }, 'linkPerson');
  option(listed, 'challenged');
  option(listed, 'as-of', { value: 'day' });
  does(listed, list);
  const shown = leaf(seizure, 'show <asset>');
  option(shown, 'as-of', { value: 'day' });
  does(shown, show);
  const amended = leaf(seizure, 'amend <asset> <assetfield> <value...>');
  option(amended, 'reason', { value: 'text' });
  option(amended, 'duplicate-reason', { value: 'text' });
  does(amended, amend);
  const linked = leaf(seizure, 'link <asset>');
  option(linked, 'person', { value: 'name' }, 'linkPerson');
  option(linked, 'exhibit', { value: 'exhibit' }, 'linkExhibit');
  option(linked, 'role', { value: 'kind', required: true }, 'seizureRole');
  option(linked, 'share', { value: 'number' });
  option(linked, 'from', { value: 'day' }, 'seizureFrom');
  option(linked, 'until', { value: 'day' }, 'seizureUntil');
  option(linked, 'source', { value: 'text' }, 'seizureSource');
  does(linked, link);
  const loosed = leaf(seizure, 'unlink <asset> <id>');
  option(loosed, 'reason', { value: 'text', required: true });
  does(loosed, unlink);
  addSeizureSteps(seizure);
  addSeizureValues(seizure);
  addSeizurePapers(seizure);
  addSeizureLists(seizure);
}
