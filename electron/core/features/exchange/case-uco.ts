import { createHash } from 'node:crypto';
import type { ExhibitDetail } from '../evidence/index.ts';

/**
 * Exhibits with their provenance and custody in the terms of CASE 1.x and UCO 1.x (Unified Cyber Ontology), as
 * JSON-LD: what forensic tools exchange. Each exhibit is an observable object with its file and its hash, its number
 * stands in a provenance record, and how it came here and through whose hands it went are investigative actions, each
 * by a person, at a time. Persons bear the names of the case file, never a sealed one.
 */

export interface CaseUcoMaterial {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly office: string;
  readonly exhibits: readonly ExhibitDetail[];
  /** ISO. */
  readonly exportedAt: string;
  readonly exportedBy: string;
  readonly version: string;
}

type Node = { readonly '@id'?: string; readonly '@type': string } & Readonly<Record<string, unknown>>;

export interface CaseUcoDocument {
  readonly '@context': Readonly<Record<string, string>>;
  readonly '@graph': readonly Node[];
}

const uco = 'https://ontology.unifiedcyberontology.org/uco';
const context = {
  kb: 'urn:custodia:',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'uco-core': `${uco}/core/`,
  'uco-observable': `${uco}/observable/`,
  'uco-types': `${uco}/types/`,
  'uco-identity': `${uco}/identity/`,
  'uco-action': `${uco}/action/`,
  'uco-location': `${uco}/location/`,
  'uco-tool': `${uco}/tool/`,
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
} as const;

const typed = (type: string, value: string) => ({ '@type': `xsd:${type}`, '@value': value });
const moment = (iso: string) => typed('dateTime', new Date(iso).toISOString());
const ref = (id: string) => ({ '@id': id });

/** The same thing has the same name in every export, and its name tells nothing of it. */
function named(kind: string, ...of: readonly string[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([kind, ...of]))
    .digest('hex');
  return `kb:${kind}-${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The document, and its nodes in the order: tool, office, people, places, exhibits with their actions, the case. */
export function caseUco(material: CaseUcoMaterial): CaseUcoDocument {
  const { caseId } = material;
  const people = new Map<string, Node>();
  const places = new Map<string, Node>();
  const person = (name: string): string => {
    const id = named('Person', caseId, name);
    people.set(id, { '@id': id, '@type': 'uco-identity:Person', 'uco-core:name': name });
    return id;
  };
  const place = (name: string, facets: readonly Node[] = []): string => {
    const id = named('Location', caseId, name);
    if (!places.has(id)) {
      const with_ = facets.length === 0 ? {} : { 'uco-core:hasFacet': facets };
      places.set(id, { '@id': id, '@type': 'uco-location:Location', 'uco-core:name': name, ...with_ });
    }
    return id;
  };
  const tool = named('Tool', 'custodia', material.version);
  const made = material.exhibits.flatMap((exhibit) => exhibitNodes(exhibit, { caseId, person, place, tool }));
  const exporter = person(material.exportedBy);
  return {
    '@context': context,
    '@graph': [
      {
        '@id': tool,
        '@type': 'uco-tool:Tool',
        'uco-core:name': 'Custodia',
        'uco-tool:version': material.version,
      },
      {
        '@id': named('Organization', caseId, material.office),
        '@type': 'uco-identity:Organization',
        'uco-core:name': material.office,
      },
      ...people.values(),
      ...places.values(),
      ...made,
      {
        '@id': named('InvestigativeAction', caseId, 'export', material.exportedAt),
        '@type': 'case-investigation:InvestigativeAction',
        'uco-core:name': 'exported',
        'uco-action:startTime': moment(material.exportedAt),
        'uco-action:performer': ref(exporter),
        'uco-action:instrument': [ref(tool)],
        'uco-action:object': material.exhibits.map((exhibit) => ref(named('Exhibit', exhibit.id))),
      },
      {
        '@id': named('Investigation', caseId),
        '@type': 'case-investigation:Investigation',
        'uco-core:name': material.caseNumber,
        'uco-core:description': [material.title],
        'uco-core:object': made.map((node) => ref(node['@id'] ?? '')),
      },
    ],
  };
}

interface Around {
  readonly caseId: string;
  readonly person: (name: string) => string;
  readonly place: (name: string, facets?: readonly Node[]) => string;
  readonly tool: string;
}

function exhibitNodes(exhibit: ExhibitDetail, around: Around): Node[] {
  const { caseId } = around;
  const id = named('Exhibit', exhibit.id);
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const { fields } = exhibit;
  const description = text(fields.description.value);
  const observable: Node = {
    '@id': id,
    '@type': exhibit.item === null ? 'uco-observable:File' : 'uco-observable:ObservableObject',
    'uco-core:name': text(fields.name.value),
    ...(description === '' ? {} : { 'uco-core:description': [description] }),
    'uco-core:hasFacet': exhibit.item === null ? fileFacets(exhibit) : itemFacets(exhibit),
  };
  const record: Node = {
    '@id': named('ProvenanceRecord', exhibit.id),
    '@type': 'case-investigation:ProvenanceRecord',
    'uco-core:name': `Exhibit ${exhibit.number}`,
    'case-investigation:exhibitNumber': exhibit.number,
    ...(exhibit.parentNumber === null || exhibit.parentNumber === undefined
      ? {}
      : { 'case-investigation:rootExhibitNumber': [exhibit.parentNumber] }),
    'uco-core:object': [ref(id)],
  };
  const collector = text(fields.collectedBy.value);
  const day = text(fields.collectedOn.value);
  const where = text(fields.place.value);
  const collected =
    collector === '' && day === '' && where === ''
      ? []
      : [
          {
            '@id': named('InvestigativeAction', exhibit.id, 'collected'),
            '@type': 'case-investigation:InvestigativeAction',
            'uco-core:name': 'collected',
            ...(day === '' ? {} : { 'uco-action:startTime': moment(`${day}T00:00:00Z`) }),
            ...(collector === '' ? {} : { 'uco-action:performer': ref(around.person(collector)) }),
            ...(where === ''
              ? {}
              : { 'uco-action:location': [ref(around.place(where, coordinates(exhibit)))] }),
            'uco-action:object': [ref(id)],
          },
        ];
  const attached: Node = {
    '@id': named('InvestigativeAction', exhibit.id, 'attached'),
    '@type': 'case-investigation:InvestigativeAction',
    'uco-core:name': exhibit.item === null ? 'attached' : 'recorded',
    'uco-action:startTime': moment(exhibit.attachedAt),
    'uco-action:performer': ref(around.person(exhibit.attachedBy)),
    'uco-action:instrument': [ref(around.tool)],
    'uco-action:object': [ref(id)],
    'uco-action:result': [ref(named('ProvenanceRecord', exhibit.id))],
  };
  const custody = exhibit.custodyRecords.map((each): Node => {
    const people = [each.from, each.to].filter((name) => name !== '').map((name) => ref(around.person(name)));
    const said = [each.reason, each.seal, each.note].filter((part) => part !== '');
    return {
      '@id': named('InvestigativeAction', caseId, each.entry),
      '@type': 'case-investigation:InvestigativeAction',
      'uco-core:name': each.event,
      ...(said.length === 0 ? {} : { 'uco-core:description': said }),
      'uco-action:startTime': moment(each.when),
      'uco-action:performer': ref(around.person(each.author)),
      ...(people.length === 0 ? {} : { 'uco-action:participant': people }),
      ...(each.place === '' ? {} : { 'uco-action:location': [ref(around.place(each.place))] }),
      'uco-action:object': [ref(id)],
    };
  });
  return [observable, record, ...collected, attached, ...custody];
}

/** A facet has a name of its own, as the ontology asks of everything that may be spoken of. */
function facet(type: string, exhibit: string, values: Readonly<Record<string, unknown>>): Node {
  return {
    '@id': named(type, exhibit),
    '@type': type.startsWith('Lat') ? `uco-location:${type}` : `uco-observable:${type}`,
    ...values,
  };
}

function fileFacets(exhibit: ExhibitDetail): Node[] {
  const { id, fields, path, size, type, sha256, createdAt, modifiedAt } = exhibit;
  const name = String(fields.name.value ?? '');
  return [
    facet('FileFacet', id, {
      'uco-observable:fileName': name,
      ...(path === '' ? {} : { 'uco-observable:filePath': `${path}/${name}` }),
      'uco-observable:sizeInBytes': typed('integer', String(size)),
      ...(createdAt === '' ? {} : { 'uco-observable:observableCreatedTime': moment(createdAt) }),
      ...(modifiedAt === '' ? {} : { 'uco-observable:modifiedTime': moment(modifiedAt) }),
    }),
    facet('ContentDataFacet', id, {
      'uco-observable:mimeType': [type],
      'uco-observable:sizeInBytes': typed('integer', String(size)),
      'uco-observable:hash': [
        {
          '@id': named('Hash', id, sha256),
          '@type': 'uco-types:Hash',
          'uco-types:hashMethod': 'SHA256',
          'uco-types:hashValue': typed('hexBinary', sha256.toUpperCase()),
        },
      ],
    }),
  ];
}

function itemFacets(exhibit: ExhibitDetail): Node[] {
  const serials = exhibit.item?.serials ?? [];
  const of = (label: string): string[] =>
    serials.filter((each) => each.label === label).map((each) => each.value);
  const [serial] = of('serial');
  const imei = of('imei');
  const [iccid] = of('iccid');
  return [
    facet('DeviceFacet', exhibit.id, serial === undefined ? {} : { 'uco-observable:serialNumber': serial }),
    ...(imei.length === 0 ? [] : [facet('MobileDeviceFacet', exhibit.id, { 'uco-observable:IMEI': imei })]),
    ...(iccid === undefined ? [] : [facet('SIMCardFacet', exhibit.id, { 'uco-observable:ICCID': iccid })]),
  ];
}

function coordinates(exhibit: ExhibitDetail): Node[] {
  const [latitude, longitude] =
    exhibit.item?.coordinates?.decimal.split(',').map((part) => part.trim()) ?? [];
  if (latitude === undefined || longitude === undefined) return [];
  return [
    facet('LatLongCoordinatesFacet', exhibit.id, {
      'uco-location:latitude': typed('decimal', latitude),
      'uco-location:longitude': typed('decimal', longitude),
    }),
  ];
}
