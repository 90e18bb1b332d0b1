/** What an asset is. The list may grow; a name stays for ever. */
export const assetKinds = [
  'cash',
  'bankAccount',
  'vehicle',
  'realEstate',
  'companyShare',
  'livestock',
  'jewellery',
  'electronics',
  'weapon',
  'cryptocurrency',
  'other',
] as const;
export type AssetKind = (typeof assetKinds)[number];

/** Notes or coins of one denomination: `value` as typed (`200`, `0,50`), how many. */
export interface CashCount {
  readonly value: string;
  readonly count: number;
}

interface Cash {
  readonly kind: 'cash';
  /** ISO 4217. */
  readonly currency: string;
  readonly counts: readonly CashCount[];
  /** What the record says it comes to, as typed: refused where the counts say otherwise. */
  readonly total?: string | undefined;
}
interface BankAccount {
  readonly kind: 'bankAccount';
  readonly bank: string;
  readonly accountNumber: string;
  readonly currency: string;
  readonly holderName?: string | undefined;
  readonly accountType?: string | undefined;
}
interface Vehicle {
  readonly kind: 'vehicle';
  readonly vehicleType?: string | undefined;
  readonly make?: string | undefined;
  readonly model?: string | undefined;
  readonly year?: string | undefined;
  readonly colour?: string | undefined;
  readonly plate?: string | undefined;
  readonly chassis?: string | undefined;
  readonly engine?: string | undefined;
}
interface RealEstate {
  readonly kind: 'realEstate';
  readonly address: string;
  /** The folio real or matrícula in the registry of real rights. */
  readonly registryNumber?: string | undefined;
  readonly propertyType?: string | undefined;
  readonly cadastre?: string | undefined;
  /** With its unit: `240 m²`. */
  readonly area?: string | undefined;
  /** As typed: decimal degrees, degrees and minutes, or a `geo:` address. */
  readonly coordinates?: string | undefined;
}
interface CompanyShare {
  readonly kind: 'companyShare';
  readonly company: string;
  /** The organisation of the case that it is a share of. */
  readonly organisation?: string | undefined;
  readonly registryNumber?: string | undefined;
  /** How many shares or quotas. */
  readonly quantity?: string | undefined;
  /** Of the whole company, in per cent with at most two decimals. */
  readonly portion?: string | undefined;
}
interface Livestock {
  readonly kind: 'livestock';
  readonly species: string;
  /** How many head. */
  readonly quantity: string;
  readonly brand?: string | undefined;
}
interface Jewellery {
  readonly kind: 'jewellery';
  readonly material?: string | undefined;
  /** With its unit: `12,4 g`. */
  readonly weight?: string | undefined;
  readonly quantity?: string | undefined;
  readonly marks?: string | undefined;
}
interface Electronics {
  readonly kind: 'electronics';
  readonly deviceType?: string | undefined;
  readonly make?: string | undefined;
  readonly model?: string | undefined;
  readonly serial?: string | undefined;
  readonly imei?: string | undefined;
}
interface Weapon {
  readonly kind: 'weapon';
  readonly weaponType?: string | undefined;
  readonly make?: string | undefined;
  readonly model?: string | undefined;
  readonly serial?: string | undefined;
  readonly calibre?: string | undefined;
}
interface Cryptocurrency {
  readonly kind: 'cryptocurrency';
  /** `bitcoin`, `ethereum`, `tron`, or another in words. Addresses of the three are checked. */
  readonly chain: string;
  readonly address: string;
  /** The coin or token: BTC, ETH, USDT. */
  readonly token?: string | undefined;
  /** How much of it, an exact decimal. */
  readonly quantity?: string | undefined;
}
interface Other {
  readonly kind: 'other';
  readonly quantity?: string | undefined;
  readonly serial?: string | undefined;
}

/** The facts that an asset of each kind has. */
export type AssetDetails =
  | Cash
  | BankAccount
  | Vehicle
  | RealEstate
  | CompanyShare
  | Livestock
  | Jewellery
  | Electronics
  | Weapon
  | Cryptocurrency
  | Other;
export type Details<K extends AssetKind> = Extract<AssetDetails, { readonly kind: K }>;

/** The fields that every asset has. */
const commonFields = ['name', 'description', 'place', 'department', 'office', 'notes'] as const;

/** The fields of each kind, in the order in which people say them. */
export const fieldsOfKind = {
  cash: ['currency', 'counts'],
  bankAccount: ['bank', 'accountNumber', 'currency', 'holderName', 'accountType'],
  vehicle: ['vehicleType', 'make', 'model', 'year', 'colour', 'plate', 'chassis', 'engine'],
  realEstate: ['address', 'registryNumber', 'propertyType', 'cadastre', 'area', 'coordinates'],
  companyShare: ['company', 'organisation', 'registryNumber', 'quantity', 'portion'],
  livestock: ['species', 'quantity', 'brand'],
  jewellery: ['material', 'weight', 'quantity', 'marks'],
  electronics: ['deviceType', 'make', 'model', 'serial', 'imei'],
  weapon: ['weaponType', 'make', 'model', 'serial', 'calibre'],
  cryptocurrency: ['chain', 'address', 'token', 'quantity'],
  other: ['quantity', 'serial'],
} as const satisfies Readonly<Record<AssetKind, readonly string[]>>;

/** Every amendable field. `counts` is a list of texts: `200.00 × 14`. */
export const assetFields = [
  ...commonFields,
  'currency',
  'counts',
  'bank',
  'accountNumber',
  'holderName',
  'accountType',
  'vehicleType',
  'make',
  'model',
  'year',
  'colour',
  'plate',
  'chassis',
  'engine',
  'address',
  'registryNumber',
  'propertyType',
  'cadastre',
  'area',
  'coordinates',
  'company',
  'organisation',
  'quantity',
  'portion',
  'species',
  'brand',
  'material',
  'weight',
  'marks',
  'deviceType',
  'serial',
  'imei',
  'weaponType',
  'calibre',
  'chain',
  'token',
] as const;
export type AssetField = (typeof assetFields)[number];
