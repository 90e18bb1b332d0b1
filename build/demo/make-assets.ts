import type { Client } from '../../electron/core/client.ts';
import type { AssetInput, ExhibitRole, HoldingRole } from '../../electron/core/features/seizures/model.ts';

/** The demonstration's case, with the ids of its people by key and of its exhibits by file name. */
export interface DemoIds {
  readonly case: string;
  readonly person: (key: string) => string;
  readonly exhibit: (name: string) => string;
}

interface DemoAsset extends AssetInput {
  readonly holders: readonly (readonly [key: string, role: HoldingRole, share?: string])[];
  readonly shown: readonly (readonly [name: string, role: ExhibitRole])[];
  /** How far the measure went: each asset goes all the steps before. */
  readonly until: 'identified' | 'requested' | 'ordered' | 'executed' | 'registered' | 'administered';
}

const court = 'Juzgado de Instrucción en lo Penal 3.º de El Alto';
const record = 'Acta de allanamiento.pdf';

const assets: readonly DemoAsset[] = [
  {
    name: 'Dinero del cajón con llave',
    details: {
      kind: 'cash',
      currency: 'BOB',
      counts: [
        { value: '200', count: 31 },
        { value: '100', count: 14 },
        { value: '0,50', count: 25 },
      ],
    },
    identifiedOn: '2026-09-14',
    place: 'Oficina del taller, primer piso',
    department: 'laPaz',
    holders: [['choquevilca', 'holder']],
    shown: [[record, 'inventory']],
    until: 'administered',
  },
  {
    name: 'Minibús blanco de franja verde',
    details: {
      kind: 'vehicle',
      vehicleType: 'Minibús',
      make: 'Toyota',
      model: 'HiAce',
      year: '2011',
      colour: 'Blanco, franja verde',
      plate: '2417-KTR',
    },
    identifiedOn: '2026-08-28',
    place: 'Calle 14, zona Villa Nueva Esperanza',
    department: 'laPaz',
    value: {
      amount: '38000',
      currency: 'BOB',
      on: '2026-09-20',
      basis: 'estimate',
      source: 'Tabla de valores del municipio',
      by: 'Sgto. 1.º Freddy Ayaviri Condo',
    },
    holders: [
      ['balderrama', 'holder'],
      ['tikaPunku', 'owner'],
    ],
    shown: [['Cámara de la calle 2026-07-27.webm', 'other']],
    until: 'registered',
  },
  {
    name: 'Inmueble del taller',
    details: {
      kind: 'realEstate',
      address: 'Calle 14 N.º 1420, zona Villa Nueva Esperanza, El Alto',
      registryNumber: '2.01.4.01.0099417',
      propertyType: 'Casa de dos plantas',
      area: '240 m²',
      coordinates: '-16.5206, -68.2131',
    },
    identifiedOn: '2026-08-28',
    department: 'laPaz',
    value: {
      amount: '92000',
      currency: 'USD',
      on: '2026-10-02',
      basis: 'appraisal',
      source: 'Avalúo pericial',
      by: 'Arq. Silvia Nina (ficticia)',
    },
    holders: [['choquevilca', 'owner', '100']],
    shown: [['Foto 01 fachada.jpg', 'photograph']],
    until: 'ordered',
  },
  {
    name: 'Cuenta de ahorro de «Doña Nilda»',
    details: {
      kind: 'bankAccount',
      bank: 'Banco del Altiplano (ficticio)',
      accountNumber: '4010-778-2231',
      currency: 'BOB',
      holderName: 'Nilda Paredes Mamani',
    },
    identifiedOn: '2026-09-18',
    department: 'laPaz',
    value: {
      amount: '14250,75',
      currency: 'BOB',
      on: '2026-09-18',
      basis: 'statement',
      source: 'Extracto bancario',
      by: 'Banco del Altiplano (ficticio)',
    },
    holders: [['paredes', 'owner', '100']],
    shown: [['Extracto bancario jun-ago 2026.pdf', 'valuation']],
    until: 'requested',
  },
  {
    name: 'Once máquinas de coser industriales',
    details: { kind: 'other', quantity: '11' },
    identifiedOn: '2026-09-14',
    place: 'Taller, planta baja',
    department: 'laPaz',
    value: {
      amount: '27500',
      currency: 'BOB',
      on: '2026-09-16',
      basis: 'estimate',
      source: 'Precio de mercado de segunda mano',
      by: 'Sgto. 1.º Freddy Ayaviri Condo',
    },
    holders: [['tikaPunku', 'owner']],
    shown: [['Foto 02 taller.jpg', 'photograph']],
    until: 'administered',
  },
  {
    name: 'Cuotas de «Tika Punku»',
    details: { kind: 'companyShare', company: 'Confecciones «Tika Punku»', portion: '60' },
    identifiedOn: '2026-09-22',
    department: 'laPaz',
    holders: [
      ['choquevilca', 'owner', '60'],
      ['paredes', 'beneficiary', '40'],
    ],
    shown: [],
    until: 'identified',
  },
  {
    name: 'Teléfono LP-0417-01',
    details: { kind: 'electronics', deviceType: 'Teléfono', make: 'Samsung', imei: '356938035643809' },
    identifiedOn: '2026-09-14',
    department: 'laPaz',
    value: {
      amount: '600',
      currency: 'BOB',
      on: '2026-09-16',
      basis: 'estimate',
      source: 'Precio de mercado de segunda mano',
      by: 'Sgto. 1.º Freddy Ayaviri Condo',
    },
    holders: [['choquevilca', 'owner']],
    shown: [['Dictamen pericial informático.pdf', 'document']],
    until: 'executed',
  },
];

const reached = ['identified', 'requested', 'ordered', 'executed', 'registered', 'administered'] as const;

/** Enters the demonstration's assets, each with who holds it, what shows it and the steps of its measure. */
export async function makeAssets(client: Client, ids: DemoIds): Promise<number> {
  for (const { holders, shown, until, ...input } of assets) {
    const { id: asset } = await client.call('seizures.add', { case: ids.case, ...input });
    const of = { case: ids.case, asset };
    for (const [key, role, share] of holders)
      await client.call('seizures.linkPerson', { ...of, person: ids.person(key), role, share });
    for (const [name, role] of shown)
      await client.call('seizures.linkExhibit', { ...of, exhibit: ids.exhibit(name), role });
    for (const stage of reached.slice(1, reached.indexOf(until) + 1)) await step(client, of, stage, ids);
  }
  await client.call('seizures.stateRate', {
    case: ids.case,
    from: 'USD',
    to: 'BOB',
    rate: '6,96',
    on: '2026-09-01',
    source: 'Tipo de cambio oficial de venta',
  });
  return assets.length;
}

async function step(
  client: Client,
  of: { readonly case: string; readonly asset: string },
  stage: (typeof reached)[number],
  ids: DemoIds,
): Promise<void> {
  const { saw } = await client.call('seizures.show', of);
  const document = ids.exhibit(record);
  switch (stage) {
    case 'requested':
      await client.call('seizures.request', {
        ...{ ...of, saw, on: '2026-10-05', document, court },
        grounds: 'Instrumentos y ganancias de la trata de personas',
      });
      return;
    case 'ordered':
      await client.call('seizures.order', {
        ...{ ...of, saw, on: '2026-10-08', document },
        order: { court, number: '164/2026', date: '2026-10-08' },
        scope: 'Incautación y anotación preventiva',
        provisional: true,
      });
      return;
    case 'executed':
      await client.call('seizures.execute', {
        ...{ ...of, saw, on: '2026-10-12', document },
        place: 'Calle 14 N.º 1420, El Alto',
        by: 'Sgto. 1.º Freddy Ayaviri Condo',
        witnesses: [{ name: 'Eusebia Laura Chambi', document: 'CI ficticia 0000000', capacity: 'Vecina' }],
        inventory: [{ description: 'Según acta', quantity: '1', condition: 'Usado' }],
      });
      return;
    case 'registered':
      await client.call('seizures.register', {
        ...{ ...of, saw, on: '2026-10-19', document },
        registry: 'Registro correspondiente (ficticio)',
        entryNumber: 'A-2026-5512',
      });
      return;
    case 'administered':
      await client.call('seizures.administer', {
        ...{ ...of, saw, on: '2026-10-26', document },
        custodian: 'Unidad de bienes incautados',
        institution: 'DIRCABI',
        place: 'Depósito de El Alto',
      });
      return;
    case 'identified':
      return;
  }
}
