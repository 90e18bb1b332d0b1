import type { Command } from 'commander';
import {
  type Ground,
  grounds,
  type LinkKind,
  type LinkType,
  linkTypes,
  type Rect,
} from '../../core/features/marking/model.ts';
import { does, leaf, option } from '../command.ts';
import { type Client, type Common, UsageError, withVault } from '../context.ts';
import { allExhibits } from '../lists.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import { say } from '../texts.ts';

/** One of the words that an option takes, or wrong usage with those that it does. */
function choice<T extends string>(given: string, known: readonly T[]): T {
  const found = known.find((each) => each === given);
  if (found === undefined) throw new UsageError('choice', { given, known: known.join(', ') });
  return found;
}

/** A page as people count, from 1 on; the API counts from 0. */
export function pageOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new UsageError('number', { given });
  return Number(given) - 1;
}

function numberOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (given.trim() === '' || !Number.isFinite(number) || number < 0)
    throw new UsageError('number', { given });
  return number;
}

/** `0.1,0.2,0.3,0.05`: left, top, width and height in parts of the page. */
function rectOf(given: string): Rect {
  const [x, y, width, height, more] = given.split(',').map(Number);
  const all = [x, y, width, height];
  if (more !== undefined || !all.every((each) => each !== undefined && each >= 0 && each <= 1))
    throw new UsageError('rect', { given });
  return { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
}

async function found(
  client: Client,
  given: string,
): Promise<{ case: string; exhibit: string; number: string }> {
  const place = await client.call('evidence.find', { given });
  return { ...place, number: (await client.call('evidence.show', place)).number };
}

interface TagOptions {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

async function tag(options: TagOptions & Common, given: string): Promise<Answer> {
  return withVault(options, async (client) => {
    const { number, ...place } = await found(client, given);
    const { add = [], remove = [] } = options;
    await client.call('marking.tag', { ...place, add: [...add], remove: [...remove] });
    const tags = (await client.call('marking.show', place)).tags.map(({ word }) => word);
    return { value: { id: place.exhibit, number, tags }, lines: [`${number}: ${tags.join(', ')}`] };
  });
}

interface NoteOptions {
  readonly text: string;
  readonly page?: string;
  readonly time?: string;
}

async function note(options: NoteOptions & Common, given: string): Promise<Answer> {
  const [page, time] = [pageOf(options.page), numberOf(options.time)];
  return withVault(options, async (client) => {
    const { number, ...place } = await found(client, given);
    const { id } = await client.call('marking.note', { ...place, text: options.text, page, time });
    return { value: { id, number }, lines: [say('marking.noted', { number })] };
  });
}

interface LinkOptions {
  readonly person?: string;
  readonly place?: string;
  readonly asset?: string;
  readonly exhibit?: string;
  readonly type: string;
  readonly page?: string;
}

async function link(options: LinkOptions & Common, given: string): Promise<Answer> {
  const type: LinkType = choice(options.type, linkTypes);
  const page = pageOf(options.page);
  return withVault(options, async (client) => {
    const { number, ...place } = await found(client, given);
    const target = await targetOf(client, place.case, options);
    const { id } = await client.call('marking.link', { ...place, ...target, type, page });
    return { value: { id, number }, lines: [say('marking.linked', { number })] };
  });
}

interface Target {
  readonly toKind: LinkKind;
  readonly to?: string;
  readonly toText?: string;
}

/** To what: exactly one of the four options says it. */
async function targetOf(client: Client, caseId: string, options: LinkOptions): Promise<Target> {
  const said = [options.person, options.place, options.asset, options.exhibit].filter(
    (each) => each !== undefined,
  );
  if (said.length !== 1) throw new UsageError('oneOf', { options: '--person, --place, --asset, --exhibit' });
  if (options.place !== undefined) return { toKind: 'place', toText: options.place };
  if (options.asset !== undefined) return { toKind: 'asset', toText: options.asset };
  if (options.person !== undefined)
    return { toKind: 'person', to: await personId(client, caseId, options.person) };
  const to = await client.call('evidence.find', { given: options.exhibit ?? '' });
  return { toKind: 'exhibit', to: to.exhibit };
}

/** A person of the case by id or by name. */
export async function personId(client: Client, caseId: string, given: string): Promise<string> {
  const people = await client.call('people.list', { case: caseId });
  const named = people.filter(({ id, fields }) => id === given || fields.name.value === given);
  const [person] = named;
  if (person !== undefined && named.length === 1) return person.id;
  const known = people.map(({ id, fields }) => `${id}  ${String(fields.name.value ?? '')}`).join('\n');
  throw new UsageError('term', { given, known });
}

interface RedactOptions {
  readonly term?: string;
  readonly partOfWord?: boolean;
  readonly page?: string;
  readonly rect?: readonly string[];
  readonly face?: boolean;
  readonly ground: string;
  readonly groundText?: string;
  readonly reason?: string;
}

async function redact(options: RedactOptions & Common, given: string): Promise<Answer> {
  const ground: Ground = choice(options.ground, grounds);
  const { term: text, groundText, reason } = options;
  const page = pageOf(options.page);
  const rects = (options.rect ?? []).map(rectOf);
  if ((text === undefined) === (page === undefined || rects.length === 0))
    throw new UsageError('oneOf', { options: '--term, --page … --rect …' });
  const what =
    text === undefined
      ? {
          area: {
            page: page ?? 0,
            rects,
            shows: options.face === true ? ('face' as const) : ('other' as const),
          },
        }
      : { term: { text, wholeWord: options.partOfWord !== true } };
  return withVault(options, async (client) => {
    const { number, ...place } = await found(client, given);
    const { id } = await client.call('marking.redact', { ...place, ...what, ground, groundText, reason });
    const places =
      text === undefined
        ? undefined
        : await client.call('marking.findTerm', { ...place, text, wholeWord: options.partOfWord !== true });
    const lines = [say('marking.redacted', { number })];
    if (places !== undefined)
      lines.push(say('marking.places', { count: places.total, pages: places.pages.length }));
    if (places !== undefined && places.unread.length > 0)
      lines.push(say('marking.unread', { count: places.unread.length }));
    return { value: { id, number, ...(places === undefined ? {} : { places }) }, lines };
  });
}

async function unredact(
  options: Common & { readonly reason: string },
  given: string,
  redaction: string,
): Promise<Answer> {
  return withVault(options, async (client) => {
    const { number, ...place } = await found(client, given);
    await client.call('marking.unredact', { ...place, redaction, reason: options.reason });
    return { value: { id: redaction, number }, lines: [say('marking.unredacted', { number })] };
  });
}

async function marks(options: Common, given: string): Promise<Answer> {
  return withVault(options, async (client) => {
    const { number, ...place } = await found(client, given);
    const all = await client.call('marking.show', place);
    const exhibits = new Map((await allExhibits(client, place.case)).map((row) => [row.id, row.number]));
    const onPage = (page: number | null): string =>
      page === null ? '' : say('marking.onPage', { page: page + 1 });
    const lines = [
      number,
      ...table([
        ...all.tags.map(({ word }) => [say('marking.tag'), word, '']),
        ...all.collections.map(({ name }) => [say('marking.collection'), name, '']),
        ...all.notes.map(({ text, page }) => [say('marking.note'), text, onPage(page)]),
        ...all.links.map(({ type, name, to, page }) => [
          say(`marking.type.${type}`),
          to === null ? name : (exhibits.get(to) ?? name),
          onPage(page),
        ]),
        ...all.redactions.map(({ id, term, area, ground, groundText }) => [
          say('marking.reserved'),
          `${term?.text ?? onPage(area?.page ?? null)} (${ground}${groundText === '' ? '' : `: ${groundText}`})`,
          id,
        ]),
      ]),
    ];
    return { value: { id: place.exhibit, number, ...all }, lines };
  });
}

/** What people put to an exhibit, under `evidence`. */
export function addMarking(evidence: Command): void {
  const tagged = leaf(evidence, 'tag <exhibit>');
  option(tagged, 'add', { value: 'text', repeat: true }, 'tagAdd');
  option(tagged, 'remove', { value: 'text', repeat: true }, 'tagRemove');
  does(tagged, tag);
  const noted = leaf(evidence, 'note <exhibit>');
  option(noted, 'text', { value: 'text', required: true }, 'noteText');
  option(noted, 'page', { value: 'number' });
  option(noted, 'time', { value: 'number' });
  does(noted, note);
  const linked = leaf(evidence, 'link <exhibit>');
  option(linked, 'person', { value: 'name' }, 'linkPerson');
  option(linked, 'place', { value: 'text' }, 'linkPlace');
  option(linked, 'asset', { value: 'text' }, 'linkAsset');
  option(linked, 'exhibit', { value: 'exhibit' }, 'linkExhibit');
  option(linked, 'type', { value: 'kind', required: true }, 'linkType');
  option(linked, 'page', { value: 'number' });
  does(linked, link);
  const reserved = leaf(evidence, 'redact <exhibit>');
  option(reserved, 'term', { value: 'text' });
  option(reserved, 'part-of-word');
  option(reserved, 'page', { value: 'number' });
  option(reserved, 'rect', { value: 'rect', repeat: true });
  option(reserved, 'face');
  option(reserved, 'ground', { value: 'kind', required: true });
  option(reserved, 'ground-text', { value: 'text' });
  option(reserved, 'reason', { value: 'text' });
  does(reserved, redact);
  const taken = leaf(evidence, 'unredact <exhibit> <redaction>');
  option(taken, 'reason', { value: 'text', required: true });
  does(taken, unredact);
  does(leaf(evidence, 'marks <exhibit>'), marks);
}
