import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { HashListOutcome } from '../../core/features/evidence/items/hashes/model.ts';
import {
  type ItemInput,
  type ItemOccasion,
  itemCategories,
  type Present,
  type Serial,
  serialLabels,
} from '../../core/features/evidence/items/model.ts';
import { attachFiles } from '../attach.ts';
import { does, leaf, option } from '../command.ts';
import { type Common, caseId, resultOf, UsageError, withVault } from '../context.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say } from '../texts.ts';
import { dayOf } from '../times.ts';

interface RecordOptions {
  readonly case: string;
  readonly jsonFile?: string;
  readonly name?: string;
  readonly category?: string;
  readonly description?: string;
  readonly serial?: readonly string[];
  readonly quantity?: string;
  readonly packaging?: string;
  readonly seal?: string;
  readonly inside?: string;
  readonly source?: string;
  readonly place?: string;
  readonly coordinates?: string;
  readonly collectedOn?: string;
  readonly collectedAt?: string;
  readonly collectedBy?: string;
  readonly present?: readonly string[];
}

const known = <T extends string>(list: readonly T[], given: string): T => {
  const found = list.find((each) => each === given);
  if (found === undefined) throw new UsageError('choice', { given, known: list.join(', ') });
  return found;
};

/** `imei:490154203237518`, with `(sic)` after a number that stands so on the thing itself. */
function serialOf(given: string): Serial {
  const [label = '', ...rest] = given.split(':');
  const value = rest.join(':').trim();
  const sic = value.endsWith('(sic)');
  const plain = { label: known(serialLabels, label.trim()), value: sic ? value.slice(0, -5).trim() : value };
  return sic ? { ...plain, sic } : plain;
}

function presentOf(given: string): Present {
  const [name = '', capacity = ''] = given.split(';').map((part) => part.trim());
  return { name, capacity };
}

function occasionOf(options: RecordOptions): ItemOccasion {
  const { source = '', place = '', coordinates = '', collectedAt = '', collectedBy = '' } = options;
  const collectedOn = options.collectedOn === undefined ? '' : dayOf(options.collectedOn);
  const present = (options.present ?? []).map(presentOf);
  return { source, place, coordinates, collectedOn, collectedAt, collectedBy, present };
}

function itemOf(
  { name = '', category = '', ...options }: RecordOptions,
  parent: string | undefined,
): ItemInput {
  const { description, serial = [], quantity, packaging, seal } = options;
  return {
    name,
    category: known(itemCategories, category),
    description,
    serials: serial.map(serialOf),
    ...(quantity === undefined ? {} : { quantity: Number(quantity) }),
    packaging,
    seal,
    parent,
  };
}

/** What a JSON file says; the core looks at its form. */
function fromFile(
  path: string,
  plain: ItemOccasion,
): { occasion: ItemOccasion; items: readonly ItemInput[] } {
  const said = JSON.parse(readFileSync(resolve(path), 'utf8')) as {
    readonly occasion?: Partial<ItemOccasion>;
    readonly items?: readonly ItemInput[];
  };
  return { occasion: { ...plain, ...said.occasion }, items: said.items ?? [] };
}

async function record(options: RecordOptions & Common): Promise<Answer> {
  const items = await withVault(options, async (client) => {
    const id = await caseId(client, options.case);
    const plain = occasionOf(options);
    if (options.jsonFile !== undefined)
      return client.call('evidence.recordItems', { case: id, ...fromFile(options.jsonFile, plain) });
    const inside =
      options.inside === undefined
        ? undefined
        : await client.call('evidence.find', { given: options.inside });
    return client.call('evidence.recordItems', {
      case: id,
      occasion: plain,
      items: [itemOf(options, inside?.exhibit)],
    });
  });
  return { value: { items }, lines: table(items.map(({ number }) => [number, say('item.recorded')])) };
}

interface PlaceOptions {
  readonly inside?: string;
  readonly outOfAll?: boolean;
  readonly reason: string;
}

async function place(options: PlaceOptions & Common, given: string): Promise<Answer> {
  const { inside, outOfAll = false, reason } = options;
  if ((inside === undefined) !== outOfAll)
    throw new UsageError('choice', { given: inside ?? '', known: '--inside, --out-of-all' });
  const placed = await withVault(options, async (client) => {
    const found = await client.call('evidence.find', { given });
    const parent =
      inside === undefined ? null : (await client.call('evidence.find', { given: inside })).exhibit;
    await client.call('evidence.place', { ...found, parent, reason });
    return client.call('evidence.show', found);
  });
  const { id, number, parent } = placed;
  return { value: { id, number, parent }, lines: [say('item.placed', { number })] };
}

interface HashOptions {
  readonly case: string;
  readonly write?: boolean;
  readonly attach?: boolean;
}

async function importHashes(options: HashOptions & Common, file: string): Promise<Answer> {
  const outcome = await withVault(options, async (client) => {
    const id = await caseId(client, options.case);
    const compare = async (write?: { readonly sha256: string }): Promise<HashListOutcome> => {
      const { handle } = await client.core.offerFile(resolve(file));
      const job = await client.call('evidence.hashList', { case: id, file: handle, write });
      return (await resultOf(client, job)) as HashListOutcome;
    };
    const shown = await compare();
    if (options.write !== true) return shown;
    const written = await compare({ sha256: shown.sha256 });
    if (options.attach === true) {
      const nothing = { source: '', place: '', collectedOn: '', collectedBy: '', description: '' };
      await attachFiles(client, id, [file], nothing);
    }
    return written;
  });
  const rows = outcome.rows.map(({ row, outcome: is, number = '', name }) => [
    String(row),
    say(`item.outcome.${is}`),
    number,
    name,
  ]);
  const lines = [
    ...table(rows),
    say('item.counts', { ...outcome.counts }),
    say(outcome.written ? 'item.written' : 'item.notWritten'),
  ];
  return { value: outcome, lines, failed: outcome.counts.differs > 0 };
}

/** Things that lie in a store, and lists that are compared: commands of the group `evidence`. */
export function addItems(evidence: Command): void {
  const recorded = leaf(evidence, 'record');
  option(recorded, 'case', { value: 'case', required: true });
  option(recorded, 'json-file', { value: 'file' });
  option(recorded, 'name', { value: 'text' }, 'itemName');
  option(recorded, 'category', { value: 'text' });
  for (const name of [
    'description',
    'packaging',
    'quantity',
    'source',
    'place',
    'coordinates',
    'collected-by',
  ])
    option(recorded, name, { value: 'text' });
  option(recorded, 'seal', { value: 'text' }, 'itemSeal');
  option(recorded, 'serial', { value: 'text', repeat: true });
  option(recorded, 'present', { value: 'text', repeat: true });
  option(recorded, 'collected-on', { value: 'day' });
  option(recorded, 'collected-at', { value: 'text' });
  option(recorded, 'inside', { value: 'exhibit' });
  does(recorded, record);
  const placed = leaf(evidence, 'place <exhibit>');
  option(placed, 'inside', { value: 'exhibit' });
  option(placed, 'out-of-all', {});
  option(placed, 'reason', { value: 'text', required: true });
  does(placed, place);
  const imported = leaf(evidence, 'import-hashes <list>');
  option(imported, 'case', { value: 'case', required: true });
  for (const name of ['preview', 'write', 'attach']) option(imported, name, {});
  does(imported, importHashes);
}
