import { CustodiaError } from '../../api/errors.ts';
import { countIn, redactText } from '../../redaction/text.ts';
import type { Sql } from '../../vault/database/sql.ts';
import { readSettings } from '../office/index.ts';
import { agentsOf, authorisationsOf, gapsOf, headOf } from './list.ts';
import type {
  Disclosed,
  DisclosureInput,
  DisclosureOrder,
  IrregularityRow,
  LogRow,
  ScopeItem,
} from './model.ts';
import { dayNow } from './moments.ts';
import type { DisclosedEntry, DisclosurePlan, KeptBack } from './print/model.ts';
import { listIrregularities, showReports, wholeLog } from './show-log.ts';
import { packOf } from './terms.ts';

/** All that the plan is made from, read in one step. */
export type Ground = ReturnType<typeof readGround>;

export function readGround(sql: Sql, { operation, language }: DisclosureInput) {
  const head = headOf(sql, operation);
  const settings = readSettings(sql);
  const pack = packOf(sql);
  const rulings = authorisationsOf(sql, operation);
  const today = dayNow(Date.now());
  return {
    head,
    rulings,
    office: settings.name,
    language: language ?? settings.language,
    timeZone: pack.timeZone,
    terms: [...pack.operationActs, ...pack.operationTechniques],
    gaps: gapsOf(rulings, head, today),
    log: wholeLog(sql, operation),
    irregularities: listIrregularities(sql, operation),
    codeNames: agentsOf(sql, operation).map(({ codeName }) => codeName),
    reports: showReports(sql, operation, today),
  };
}

/** What stands where a whole field is taken out. */
const black = '████████';

const orderText = ({ authority, number, day }: DisclosureOrder): string =>
  `${authority} · ${number} · ${day}`;

type Redactor = (text: string) => string;

/** What the court or the defence gets. Every entry of the log was decided on, and every irregularity stands in it. */
export function planDisclosure(ground: Ground, input: DisclosureInput): DisclosurePlan {
  const { head, log } = ground;
  const decided = new Map(input.entries.map((each) => [each.log, each] as const));
  const undecided = log.filter(({ id }) => !decided.has(id)).length;
  if (undecided > 0 || decided.size !== log.length)
    throw new CustodiaError('operation.undecided', { count: undecided });
  const words = input.entries.flatMap((each) => each.words ?? []);
  const redact: Redactor = (text) =>
    redactText(
      text,
      words.map((word) => ({ text: word, wholeWord: false })),
    );
  requireFound(input.entries, log);
  const { named, position } = lookUps(ground);
  // In the order in which the person decided, which is what is recorded; the paper follows the log's.
  const entries = input.entries.map((each) => {
    const row = log.find(({ id }) => id === each.log);
    if (row === undefined) throw new CustodiaError('call.notFound', { what: 'log' });
    return entryOf(row, each, { redact, named, position });
  });
  const keptBack = input.entries.flatMap((each, index) => keptOf(each, entries[index], input));
  return {
    form: 'disclosure',
    language: ground.language,
    timeZone: ground.timeZone,
    office: ground.office,
    number: head.number,
    caseNumber: head.caseNumber,
    printedAt: new Date().toISOString(),
    recipient: input.recipient,
    order: orderText(input.order),
    codeNames: ground.codeNames,
    rulings: ground.rulings.map((ruling) => ({
      ...{ court: ruling.court, number: ruling.number, judge: ruling.judge, day: ruling.day },
      ...{ from: ruling.from, until: ruling.until },
      grounds: redact(ruling.grounds),
      insufficiency: redact(ruling.insufficiency),
      acts: ruling.scope.acts.map((item) => redact(named(item))),
      places: ruling.scope.places.map((item) => redact(named(item))),
      persons: ruling.scope.persons.map((item) => redact(named(item))),
      techniques: ruling.scope.techniques.map((item) => redact(named(item))),
      extensions: ruling.extensions.map(
        ({ number, judge, day, until }) => `${number} · ${judge} · ${day} → ${until}`,
      ),
    })),
    gaps: ground.gaps.map(({ from, until }) => ({ from, until })),
    irregularities: ground.irregularities.map((row) =>
      irregularityOf(row, decided.get(row.subject), redact, position),
    ),
    entries,
    keptBack,
    reports: ground.reports.reports.map(({ when, from, until }) => ({ when, from, until })),
    missingReports: ground.reports.missing,
  };
}

/** A word that is to be black and stands nowhere was mistyped: what it was meant for would stay readable. */
function requireFound(entries: readonly Disclosed[], log: readonly LogRow[]): void {
  for (const { log: id, words = [] } of entries) {
    const row = log.find((each) => each.id === id);
    const text = row === undefined ? '' : textOf(row);
    if (words.some((word) => countIn(text, { text: word, wholeWord: false }) === 0))
      throw new CustodiaError('call.invalid', { field: 'words' });
  }
}

const textOf = ({ place, contact, text, persons, riskNote, act, irregular }: LogRow): string =>
  [place, contact, text, ...persons.map(({ name }) => name), riskNote, act, irregular].join('\n');

interface LookUps {
  readonly named: (item: Pick<ScopeItem, 'kind' | 'text'>) => string;
  readonly position: (log: string) => number;
}

function lookUps({ terms, language, log }: Ground): LookUps {
  return {
    named: ({ kind, text }) => {
      const name = terms.find(({ id }) => id === kind)?.name[language] ?? kind;
      return [name, text].filter((part) => part !== '').join(': ');
    },
    position: (id) => log.find((row) => row.id === id)?.position ?? 0,
  };
}

function entryOf(
  row: LogRow,
  { how, fields = [] }: Disclosed,
  use: LookUps & { redact: Redactor },
): DisclosedEntry {
  const { codeName, when, writtenAt, lateHours, position } = row;
  const bare = {
    ...{ position, codeName, when, writtenAt, lateHours },
    corrects: row.corrects === '' ? 0 : use.position(row.corrects),
    irregularities: row.irregularities,
  };
  if (how === 'withheld') {
    const nothing = { place: '', contact: '', text: '', persons: [], riskNote: '', act: '', techniques: [] };
    return { ...bare, how, ...nothing, exhibits: [], why: '' };
  }
  const field = (name: (typeof fields)[number], text: string): string =>
    fields.includes(name) && text !== '' ? black : use.redact(text);
  const shown = {
    place: field('place', row.place),
    contact: field('contact', row.contact),
    text: field('text', row.text),
    persons: row.persons.map(({ name }) => field('persons', name)),
    riskNote: field('riskNote', row.riskNote),
    act: use.redact(row.act),
    why: use.redact(row.irregular),
  };
  const changed = JSON.stringify(shown).includes('█');
  const techniques = row.techniques.map((kind) => use.named({ kind, text: '' }));
  return { ...bare, how: changed ? 'redacted' : how, ...shown, techniques, exhibits: row.exhibitNumbers };
}

/** Why and on whose order; what is black because of another entry's word is so on the order of the whole. */
function keptOf(
  { how, words = [], fields = [], reason = '', order }: Disclosed,
  entry: DisclosedEntry | undefined,
  input: DisclosureInput,
): KeptBack[] {
  if (entry === undefined || entry.how === 'whole') return [];
  const whose = orderText(order ?? input.order);
  const what =
    how === 'whole' ? '' : [...fields, words.length === 0 ? '' : `${words.length} ×`].join(' ').trim();
  return [{ position: entry.position, how: entry.how, what, reason, order: whose }];
}

function irregularityOf(
  row: IrregularityRow,
  decided: Disclosed | undefined,
  redact: Redactor,
  position: (log: string) => number,
) {
  const { kind, codeName, when } = row;
  const withheld = decided?.how === 'withheld';
  const bare = { kind, codeName, when, position: position(row.subject) };
  const hidden = decided !== undefined && (decided.fields?.length ?? 0) > 0;
  // What it is stays; the place or person that it names goes with the entry that names it.
  return {
    ...bare,
    what: withheld
      ? ''
      : hidden && ['placeOutside', 'personOutside'].includes(kind)
        ? black
        : redact(row.what),
    why: withheld ? '' : redact(row.why),
  };
}
