import type { Command } from 'commander';
import type { Change, Draft, Edit, Purpose, Rule } from '../../core/features/bundles/drafts/model.ts';
import type { Audience } from '../../core/features/bundles/model.ts';
import type { ItemCategory } from '../../core/features/evidence/items/model.ts';
import type { ExhibitKind, Viewer } from '../../core/features/evidence/model.ts';
import { does, group, leaf, option } from '../command.ts';
import { type Client, type Common, caseId, UsageError, withVault } from '../context.ts';
import { allExhibits } from '../lists.ts';
import { type Answer, note } from '../output.ts';
import { table } from '../table.ts';
import { printable, say } from '../texts.ts';
import { chosen, findDraft, openDraft, sectionsOf, versionOf } from './bundle-common.ts';
import { personId } from './marking.ts';

interface InCase extends Common {
  readonly case: string;
}

/** `FETP-2026-0001/E-003` → `E-003`, by the exhibit's id. */
async function numbersIn(client: Client, caseId: string): Promise<(exhibit: string) => string> {
  const rows = await allExhibits(client, caseId);
  const numbers = new Map(rows.map(({ id, number }) => [id, number.slice(number.lastIndexOf('/') + 1)]));
  return (exhibit) => numbers.get(exhibit) ?? exhibit;
}

/** What a change answers with; that numbers which were given out change is said apart. */
async function saved(client: Client, caseId: string, draft: Draft): Promise<Answer> {
  const { id, name, version, renumbers } = draft;
  if (renumbers !== null) {
    const numberOf = await numbersIn(client, caseId);
    const { removed, moved, inserted, sections, profile } = renumbers;
    const why = [
      ...(removed.length === 0 ? [] : [say('draft.removed', { numbers: removed.map(numberOf).join(', ') })]),
      ...(moved.length === 0 ? [] : [say('draft.moved', { numbers: moved.map(numberOf).join(', ') })]),
      ...(inserted.length === 0
        ? []
        : [say('draft.inserted', { numbers: inserted.map(numberOf).join(', ') })]),
      ...(sections ? [say('draft.sections')] : []),
      ...(profile ? [say('draft.profile')] : []),
    ];
    note(printable(say('draft.renumbers', { version: renumbers.version, why: why.join('; ') })));
  }
  return { value: { id, name, version, renumbers }, lines: [say('draft.saved', { name, version })] };
}

async function edit(
  options: InCase,
  given: string,
  wanted: (client: Client, draft: Draft, caseId: string) => Promise<Edit>,
): Promise<Answer> {
  return withVault(options, async (client) => {
    const draft = await openDraft(client, { case: options.case }, given);
    const done = await client.call('bundles.editDraft', {
      case: draft.case,
      draft: draft.id,
      saw: draft.version,
      edit: await wanted(client, draft, draft.case),
    });
    return saved(client, draft.case, done);
  });
}

/** A section by its title. */
function sectionOf({ composition }: Draft, title: string): string {
  const found = composition.sections.filter((section) => section.title === title);
  const [section] = found;
  if (section !== undefined && found.length === 1) return section.id;
  throw new UsageError('term', {
    given: title,
    known: composition.sections.map((each) => each.title).join('\n'),
  });
}

interface Settings {
  readonly purpose?: string;
  readonly profile?: string;
  readonly audience?: string;
  readonly recipient?: string;
}

interface CreateOptions extends InCase, Settings {
  readonly exhibit?: readonly string[];
  readonly section?: readonly string[];
}

async function create(options: CreateOptions, name: string): Promise<Answer> {
  return withVault(options, async (client) => {
    const inCase = await caseId(client, options.case);
    const { purpose = 'other', profile = 'bolivia', audience = 'court', recipient = '' } = options;
    const numbers = options.exhibit?.join(',');
    const said = options.section ?? (numbers === undefined ? [] : [`=${numbers}`]);
    const draft = await client.call('bundles.saveDraft', {
      case: inCase,
      saw: 0,
      name,
      // Any other word is refused by the core, with the field's name.
      purpose: purpose as Purpose,
      composition: {
        profile,
        audience: audience as Audience,
        recipient,
        sections: await sectionsOf(client, inCase, said),
      },
    });
    return saved(client, inCase, draft);
  });
}

async function list(options: InCase): Promise<Answer> {
  return withVault(options, async (client) => {
    const drafts = await client.call('bundles.drafts', { case: await caseId(client, options.case) });
    const lines = table(
      drafts.map(({ name, purpose, version, exhibits, given }) => [
        name,
        say(`draft.purpose.${purpose}`),
        say('draft.version', { version }),
        say('draft.exhibits', { count: exhibits }),
        given === null ? '' : say('draft.given', { version: given.version }),
      ]),
    );
    return { value: { drafts }, lines };
  });
}

async function show(options: InCase & { readonly version?: string }, given: string): Promise<Answer> {
  return withVault(options, async (client) => {
    const { case: inCase, ...draft } = await openDraft(client, options, given);
    const rows = new Map((await allExhibits(client, inCase)).map((row) => [row.id, row]));
    const lines = draft.composition.sections.flatMap(({ title, items }) => [
      ...(title === '' ? [] : [title]),
      ...items.map(({ exhibit, title: own, late }) => {
        const row = rows.get(exhibit);
        const mark = late === null ? '' : say('draft.late', { version: late });
        return `  ${row?.number ?? exhibit}  ${own || (row?.name ?? '')}  ${mark}`.trimEnd();
      }),
    ]);
    const { name, version } = draft;
    return { value: draft, lines: [`${name} · ${say('draft.version', { version })}`, ...lines] };
  });
}

interface PlaceOptions extends InCase {
  readonly into?: string;
  readonly before?: string;
}

function put(what: 'add' | 'move') {
  return (options: PlaceOptions, given: string, numbers: readonly string[]): Promise<Answer> =>
    edit(options, given, async (client, draft, inCase) => {
      const [before] = options.before === undefined ? [] : await chosen(client, inCase, [options.before]);
      return {
        do: what,
        exhibits: await chosen(client, inCase, numbers),
        section: options.into === undefined ? undefined : sectionOf(draft, options.into),
        before,
      };
    });
}

async function remove(options: InCase, given: string, numbers: readonly string[]): Promise<Answer> {
  return edit(options, given, async (client, _draft, inCase) => ({
    do: 'remove',
    exhibits: await chosen(client, inCase, numbers),
  }));
}

interface RenameOptions extends InCase {
  readonly exhibit?: string;
  readonly section?: string;
}

/** Of the bundle itself, of one exhibit in its index, or of a section. */
async function rename(options: RenameOptions, given: string, title: string): Promise<Answer> {
  if (options.exhibit !== undefined && options.section !== undefined)
    throw new UsageError('oneOf', { options: '--exhibit, --section' });
  return edit(options, given, async (client, draft, inCase) => {
    if (options.section !== undefined)
      return { do: 'renameSection', section: sectionOf(draft, options.section), title };
    if (options.exhibit === undefined) return { do: 'set', name: title };
    const [exhibit = ''] = await chosen(client, inCase, [options.exhibit]);
    return { do: 'title', exhibit, title };
  });
}

interface SectionOptions extends InCase {
  readonly before?: string;
  readonly remove?: boolean;
}

/** Makes a section, moves one that is there before another, or removes one without exhibits. */
async function section(options: SectionOptions, given: string, title: string): Promise<Answer> {
  return edit(options, given, async (_client, draft) => {
    if (options.remove === true) return { do: 'removeSection', section: sectionOf(draft, title) };
    const before = options.before === undefined ? undefined : sectionOf(draft, options.before);
    if (draft.composition.sections.some((each) => each.title === title))
      return { do: 'moveSection', section: sectionOf(draft, title), before };
    return { do: 'addSection', title, exhibits: [], before };
  });
}

async function set(options: InCase & Settings, given: string): Promise<Answer> {
  const { purpose, profile, audience, recipient } = options;
  return edit(options, given, async () => ({
    do: 'set',
    purpose: purpose as Purpose | undefined,
    profile,
    audience: audience as Audience | undefined,
    recipient,
  }));
}

interface RuleOptions extends InCase {
  readonly all?: boolean;
  readonly kind?: string;
  readonly type?: string;
  readonly category?: string;
  readonly person?: string;
  readonly tag?: string;
  readonly collection?: string;
  readonly title?: string;
  readonly preview?: boolean;
}

const rules = ['all', 'kind', 'type', 'category', 'person', 'tag', 'collection'] as const;

async function ruleOf(client: Client, inCase: string, options: RuleOptions): Promise<Rule> {
  const [by, more] = rules.filter((each) => options[each] !== undefined);
  if (by === undefined || more !== undefined)
    throw new UsageError('oneOf', { options: rules.map((each) => `--${each}`).join(', ') });
  const value = String(options[by]);
  switch (by) {
    case 'all':
      return { by };
    // Any other word is refused by the core, with the field's name.
    case 'kind':
      return { by, kind: value as ExhibitKind };
    case 'type':
      return { by, type: value as Viewer };
    case 'category':
      return { by, category: value as ItemCategory };
    case 'person':
      return { by, person: await personId(client, inCase, value) };
    case 'tag':
      return { by, tag: value };
    case 'collection':
      return { by, collection: await collectionId(client, inCase, value) };
  }
}

async function collectionId(client: Client, inCase: string, given: string): Promise<string> {
  const { collections } = await client.call('marking.inCase', { case: inCase });
  const found = collections.find(({ id, name }) => id === given || name === given);
  if (found !== undefined) return found.id;
  throw new UsageError('term', { given, known: collections.map(({ name }) => name).join('\n') });
}

/** Adds what a rule finds, and the bundle has not, as a section. */
async function rule(options: RuleOptions, given: string): Promise<Answer> {
  return withVault(options, async (client) => {
    const draft = await openDraft(client, { case: options.case }, given);
    const found = await client.call('bundles.byRule', {
      case: draft.case,
      rule: await ruleOf(client, draft.case, options),
    });
    const has = new Set(
      draft.composition.sections.flatMap(({ items }) => items.map(({ exhibit }) => exhibit)),
    );
    const fresh = found.filter(({ id }) => !has.has(id));
    const told = { found: found.length, added: fresh.length };
    const lines = [say('draft.rule', told)];
    if (options.preview === true || fresh.length === 0)
      return {
        value: { ...told, exhibits: fresh.map(({ id, number, name }) => ({ id, number, name })) },
        lines,
      };
    const done = await client.call('bundles.editDraft', {
      case: draft.case,
      draft: draft.id,
      saw: draft.version,
      edit: { do: 'addSection', title: options.title ?? '', exhibits: fresh.map(({ id }) => id) },
    });
    const answer = await saved(client, draft.case, done);
    return { value: { ...answer.value, ...told }, lines: [...lines, ...answer.lines] };
  });
}

interface DiffOptions extends InCase {
  readonly from?: string;
  readonly to?: string;
}

/** Between two versions; where none is named, what the newest changed. */
async function diff(options: DiffOptions, given: string): Promise<Answer> {
  return withVault(options, async (client) => {
    const inCase = await caseId(client, options.case);
    const { id, version } = await findDraft(client, inCase, given);
    const newer = versionOf(options.to) ?? version;
    const older = versionOf(options.from) ?? Math.max(1, newer - 1);
    const changes = await client.call('bundles.changes', { case: inCase, draft: id, older, newer });
    const numberOf = await numbersIn(client, inCase);
    const lines = [
      say(changes.length === 0 ? 'draft.noChanges' : 'draft.changes', { older, newer }),
      ...changes.map((change) => changeText(change, numberOf)),
    ];
    return { value: { older, newer, changes }, lines };
  });
}

function changeText(change: Change, numberOf: (exhibit: string) => string): string {
  const { what, ...params } = change;
  const number = 'exhibit' in params ? numberOf(params.exhibit) : '';
  const { from = '', to = '', section = '' } = params as Readonly<Record<string, string>>;
  return `  ${say(`draft.change.${what}`, { number, from, to, section })}`;
}

async function history(options: InCase, given: string): Promise<Answer> {
  return withVault(options, async (client) => {
    const inCase = await caseId(client, options.case);
    const { id } = await findDraft(client, inCase, given);
    const versions = await client.call('bundles.versions', { case: inCase, draft: id });
    const lines = table(
      versions.map(({ version, at, author, exhibits, given: out }) => [
        say('draft.version', { version }),
        at,
        author,
        say('draft.exhibits', { count: exhibits }),
        out === null ? '' : say('draft.givenOut'),
      ]),
    );
    return { value: { versions }, lines };
  });
}

/** Bundles that are kept, version after version: `bundle draft`. */
export function addBundleDraft(bundle: Command): void {
  const draft = group(bundle, 'draft');
  const inCase = (name: string): Command =>
    option(leaf(draft, name), 'case', { value: 'case', required: true });
  const settings = (command: Command): Command => {
    option(command, 'purpose', { value: 'kind' }, 'draftPurpose');
    option(command, 'profile', { value: 'profile' });
    option(command, 'audience', { value: 'audience' });
    return option(command, 'recipient', { value: 'name' });
  };
  const created = settings(inCase('create <title>'));
  option(created, 'exhibit', { value: 'exhibit', repeat: true });
  does(option(created, 'section', { value: 'section', repeat: true }), create);
  does(inCase('list'), list);
  does(option(inCase('show <draft>'), 'version', { value: 'number' }, 'draftVersion'), show);
  for (const what of ['add', 'move'] as const) {
    const command = option(inCase(`${what} <draft> <exhibit...>`), 'into', { value: 'text' }, 'draftInto');
    does(option(command, 'before', { value: 'exhibit' }, 'draftBefore'), put(what));
  }
  does(inCase('remove <draft> <exhibit...>'), remove);
  const renamed = option(inCase('rename <draft> <title>'), 'exhibit', { value: 'exhibit' }, 'draftExhibit');
  does(option(renamed, 'section', { value: 'text' }, 'draftSection'), rename);
  const sectioned = option(
    inCase('section <draft> <title>'),
    'before',
    { value: 'text' },
    'draftSectionBefore',
  );
  does(option(sectioned, 'remove', {}, 'draftSectionRemove'), section);
  does(settings(inCase('set <draft>')), set);
  const ruled = option(inCase('rule <draft>'), 'all', {}, 'draftAll');
  option(ruled, 'kind', { value: 'kind' }, 'draftKind');
  option(ruled, 'type', { value: 'kind' }, 'draftType');
  option(ruled, 'category', { value: 'kind' }, 'draftCategory');
  option(ruled, 'person', { value: 'name' }, 'draftPerson');
  option(ruled, 'tag', { value: 'text' }, 'draftTag');
  option(ruled, 'collection', { value: 'name' }, 'draftCollection');
  option(ruled, 'title', { value: 'text' }, 'draftTitle');
  does(option(ruled, 'preview', {}, 'draftPreview'), rule);
  const compared = option(inCase('diff <draft>'), 'from', { value: 'number' }, 'draftFrom');
  does(option(compared, 'to', { value: 'number' }, 'draftTo'), diff);
  does(inCase('history <draft>'), history);
}
