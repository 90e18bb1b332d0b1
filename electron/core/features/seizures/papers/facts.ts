import { exact } from '../../../money/index.ts';
import type { Money } from '../../../money/model.ts';
import type { AssetWords } from '../asset-words.ts';
import type { AssetEvent, AssetRecord, EventFacts, EventType, Holding } from '../model.ts';
import { fieldsOfKind } from '../model.ts';
import { blank, type Facts } from './fill.ts';

/** What a document is filled from, as it stands in the register; nothing of it is worded yet. */
export interface Material {
  readonly office: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  /** In the words of the language. */
  readonly offences: readonly string[];
  readonly court: string;
  readonly courtNumber: string;
  /** Empty where the team has none, or more than one. */
  readonly prosecutor: string;
  /** yyyy-MM-dd */
  readonly today: string;
  readonly from: string;
  readonly until: string;
  readonly assets: readonly AssetRecord[];
}

type Row = Readonly<Record<string, string>>;
type EventOf<T extends EventType> = Extract<AssetEvent, { type: T }>;

/** The events of a type that count, oldest first. */
function eventsOf<T extends EventType>(asset: AssetRecord, type: T): EventOf<T>[] {
  return asset.events.filter((event): event is EventOf<T> => event.type === type && event.annulled === null);
}

/** What the last event of a type says; undefined where there is none. */
function lastOf<T extends EventType>(asset: AssetRecord, type: T): EventOf<T> | undefined {
  return eventsOf(asset, type).at(-1);
}

/** One text for all assets: the different ones after each other; a gap among them where one asset lacks it. */
function common(assets: readonly AssetRecord[], textOf: (asset: AssetRecord) => string): string {
  const texts = assets.map((asset) => textOf(asset));
  if (texts.every((text) => text === '')) return '';
  return [...new Set(texts.map((text) => (text === '' ? blank : text)))].join('; ');
}

/** `FETP-2026-0001/B-003` → `B-003`. */
function short(number: string): string {
  return number.slice(number.lastIndexOf('/') + 1);
}

/** What a document may say of its assets and their measure, in the words of one language. */
export function factsOf(material: Material, words: AssetWords): Facts {
  const { assets } = material;
  const day = (given: string): string => (given === '' ? '' : words.longDay(given));
  const inPeriod = ({ on }: AssetEvent): boolean =>
    (material.from === '' || on >= material.from) && (material.until === '' || on <= material.until);
  const measure = <T extends EventType>(
    type: T,
    textOf: (facts: EventFacts[T], event: EventOf<T>) => string,
  ): string =>
    common(assets, (asset) => {
      const event = lastOf(asset, type);
      return event === undefined ? '' : textOf(event.facts as EventFacts[T], event);
    });
  const list = (rows: (asset: AssetRecord) => readonly Row[]): Row[] => assets.flatMap(rows);

  const witnesses = distinct(
    list((asset) =>
      (lastOf(asset, 'execute')?.facts.witnesses ?? []).map((witness) => ({
        'witness.name': witness.name,
        'witness.document': witness.document,
        'witness.capacity': witness.capacity,
      })),
    ),
  );
  const costs = list((asset) =>
    eventsOf(asset, 'cost')
      .filter(inPeriod)
      .map(({ on, facts: { cost, what, paidFrom } }) => ({
        'cost.day': words.day(on),
        'cost.asset': short(asset.number),
        'cost.what': what,
        'cost.paidFrom': words(`paidFrom.${paidFrom}`),
        'cost.amount': words.money(cost),
      })),
  );
  const spent = assets.flatMap((asset) =>
    eventsOf(asset, 'cost')
      .filter(inPeriod)
      .map(({ facts }) => facts.cost),
  );

  return {
    values: {
      'office.name': material.office,
      'case.number': material.caseNumber,
      'case.title': material.caseTitle,
      'case.offences': material.offences.join('; '),
      'case.court': material.court,
      'case.courtNumber': material.courtNumber,
      prosecutor: material.prosecutor,
      today: day(material.today),
      'request.court': measure('request', ({ court }) => court),
      'request.grounds': measure('request', ({ grounds }) => grounds),
      'order.court': measure('order', ({ order }) => order.court),
      'order.number': measure('order', ({ order }) => order.number),
      'order.day': measure('order', ({ order }) => day(order.date)),
      'order.scope': measure('order', ({ scope }) => scope),
      'execute.place': measure('execute', ({ place }) => place),
      'execute.coordinates': measure('execute', ({ coordinates }) => where(coordinates)),
      'execute.day': measure('execute', (_facts, { on }) => day(on)),
      'execute.by': measure('execute', ({ by }) => by),
      // Only of those that were executed without an order: the others lack nothing.
      'execute.urgency': urgencies(assets),
      'confirm.due': measure('execute', ({ confirm }) => day(confirm?.due ?? '')),
      'register.registry': measure('register', ({ registry }) => registry),
      'register.entry': measure('register', ({ entryNumber }) => entryNumber),
      'administer.custodian': common(assets, ({ custodian }) => custodian),
      'administer.institution': measure('administer', ({ institution }) => institution),
      'administer.place': measure('administer', ({ place }) => place),
      'administer.coordinates': measure('administer', ({ coordinates }) => where(coordinates)),
      'administer.day': measure('administer', (_facts, { on }) => day(on)),
      'receipt.day': measure('administer', (_facts, { on }) => day(on)),
      'account.due': common(assets, (asset) => day(dueOf(asset, 'account'))),
      'check.due': common(assets, (asset) => day(dueOf(asset, 'check'))),
      'period.from': day(material.from),
      'period.until': day(material.until),
      holders: [...new Set(assets.flatMap(({ holdings }) => holdings.map(({ name }) => name)))].join('; '),
      totals: totals(
        assets.flatMap(({ value }) => (value === null ? [] : [value])),
        words,
      ),
      'costs.total': spent.length === 0 ? words('none') : totals(spent, words),
      'assets.count': String(assets.length),
      'witness.first': witnesses[0]?.['witness.name'] ?? '',
      'witness.second': witnesses[1]?.['witness.name'] ?? '',
    },
    lists: {
      assets: assets.map((asset) => ({
        'asset.number': short(asset.number),
        'asset.name': asset.name,
        'asset.description': description(asset, words),
        'asset.value': asset.value === null ? '' : words.money(asset.value),
        'asset.condition': condition(asset, words),
        'asset.place': asset.place,
      })),
      inventory: list((asset) => inventory(asset)),
      owners: list((asset) => asset.holdings.map((holding) => ownerRow(asset, holding, words))),
      exhibits: list((asset) =>
        asset.exhibitLinks.map((link) => ({
          'exhibit.number': short(link.number),
          'exhibit.name': link.name,
          'exhibit.asset': short(asset.number),
          'exhibit.role': words(`exhibitRole.${link.role}`),
        })),
      ),
      witnesses,
      checks: list((asset) =>
        eventsOf(asset, 'check')
          .filter(inPeriod)
          .map(({ on, facts }) => ({
            'check.day': words.day(on),
            'check.asset': short(asset.number),
            'check.condition': words(`condition.${facts.condition}`),
            'check.by': facts.by,
            'check.place': facts.place,
          })),
      ),
      valuations: list((asset) =>
        eventsOf(asset, 'value')
          .filter(inPeriod)
          .map(({ on, facts }) => ({
            'value.day': words.day(on),
            'value.asset': short(asset.number),
            'value.amount': words.money(facts.value),
            'value.basis': words(`basis.${facts.basis}`),
            'value.source': facts.source,
          })),
      ),
      costs,
    },
  };
}

function where(coordinates: { readonly latitude: number; readonly longitude: number } | null): string {
  return coordinates === null
    ? ''
    : `${coordinates.latitude.toFixed(6)}, ${coordinates.longitude.toFixed(6)}`;
}

function urgencies(assets: readonly AssetRecord[]): string {
  const said = assets.map((asset) => lastOf(asset, 'execute')?.facts.urgency ?? '');
  return [...new Set(said.filter((text) => text !== ''))].join('; ');
}

function dueOf({ deadlines }: AssetRecord, what: 'account' | 'check'): string {
  return deadlines.find((deadline) => deadline.what === what)?.due ?? '';
}

/** What it is and its facts, as one sentence: `Vehículo. Placa: 1234ABC; Chasis: …`. */
function description(asset: AssetRecord, words: AssetWords): string {
  const told = fieldsOfKind[asset.kind].flatMap((field) => {
    const { value } = asset.fields[field];
    const text = Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : '';
    return text === '' ? [] : [`${words(`field.${field}`)}: ${text}`];
  });
  const { value } = asset.fields.description;
  const said = typeof value === 'string' ? value : '';
  return [words.kind(asset.kind), told.join('; '), said].filter((text) => text !== '').join('. ');
}

/** As it was found at the last check. */
function condition(asset: AssetRecord, words: AssetWords): string {
  const found = lastOf(asset, 'check')?.facts.condition;
  return found === undefined ? '' : words(`condition.${found}`);
}

/** The lines of the executing record; an asset without any is its own only line. */
function inventory(asset: AssetRecord): Row[] {
  const lines = lastOf(asset, 'execute')?.facts.inventory ?? [];
  const number = { 'line.asset': short(asset.number) };
  if (lines.length === 0)
    return [{ ...number, 'line.description': asset.name, 'line.quantity': '', 'line.condition': '' }];
  return lines.map((line) => ({
    ...number,
    'line.description': line.description,
    'line.quantity': line.quantity,
    'line.condition': line.condition,
  }));
}

function ownerRow(asset: AssetRecord, { name, role, share, source }: Holding, words: AssetWords): Row {
  return {
    'owner.asset': short(asset.number),
    'owner.name': name,
    'owner.role': words(`holdingRole.${role}`),
    'owner.share': share === null ? '' : words.share(share),
    'owner.source': source,
  };
}

/** Each currency's sum, exactly: currencies are never added to each other. */
function totals(amounts: readonly Money[], words: AssetWords): string {
  const sums = new Map<string, bigint>();
  for (const { currency, minor } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(minor));
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => words.money({ currency, minor: exact(minor) }))
    .join('; ');
}

function distinct(rows: readonly Row[]): Row[] {
  const known = new Map(rows.map((row) => [JSON.stringify(row), row] as const));
  return [...known.values()];
}
