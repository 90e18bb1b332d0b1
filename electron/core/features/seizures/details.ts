import { CustodiaError } from '../../api/errors.ts';
import { decimalOf, exact, parseAmount } from '../../money/index.ts';
import type { Money } from '../../money/model.ts';
import { decimalText, luhnHolds, parseCoordinates } from '../evidence/index.ts';
import { addressHolds } from './addresses.ts';
import { bare, chassisDigitHolds, isChassis, isSic, withoutSic } from './identifiers.ts';
import type { AssetDetails, AssetField, AssetKind, Details, Warning } from './model.ts';
import { fieldsOfKind } from './model.ts';
import { shareOf, shareText } from './shares.ts';

/** Forms that the jurisdiction's numbers normally have: told, never refused. */
export interface Forms {
  readonly plate?: string | undefined;
  readonly registryNumber?: string | undefined;
}

interface Tidy<D> {
  readonly details: D;
  readonly warnings: readonly Warning[];
}

const refuse = (field: AssetField, value: string): never => {
  throw new CustodiaError('seizure.detail', { field, value });
};
const told = (code: Warning['code'], field: AssetField, value: string): Warning => ({
  code,
  field,
  value,
  other: '',
});

/**
 * The facts of an asset as they are kept: every number in its one form, empty ones left out; and what the person should
 * look at again.
 *
 * @throws `seizure.detail` (field, value), `seizure.countsDisagree`, and `money.*`
 */
export function tidyDetails(given: AssetDetails, forms: Forms): Tidy<AssetDetails> {
  const details = trimmed(given);
  switch (details.kind) {
    case 'cash':
      return { details: tidyCash(details), warnings: [] };
    case 'bankAccount':
      parseAmount({ currency: details.currency, amount: '0' });
      return { details, warnings: [] };
    case 'vehicle':
      return tidyVehicle(details, forms);
    case 'realEstate':
      return tidyRealEstate(details, forms);
    case 'companyShare':
      return { details: tidyCompanyShare(details), warnings: [] };
    case 'livestock':
      return { details: { ...details, quantity: wholeCount(details.quantity) }, warnings: [] };
    case 'electronics':
      return tidyElectronics(details);
    case 'cryptocurrency':
      return { details: tidyCoin(details), warnings: [] };
    default:
      return { details, warnings: [] };
  }
}

/** Without spaces around, and without the texts that say nothing. */
function trimmed(details: AssetDetails): AssetDetails {
  const entries = Object.entries(details)
    .map(([key, value]) => [key, typeof value === 'string' ? value.normalize('NFC').trim() : value] as const)
    .filter(([, value]) => value !== '' && value !== undefined);
  return Object.fromEntries(entries) as unknown as AssetDetails;
}

function tidyCash({ currency, counts, total }: Details<'cash'>): Details<'cash'> {
  const kept = counts.map(({ value, count }) => {
    const money = parseAmount({ currency, amount: value });
    if (money.minor === 0) refuse('counts', value);
    return { value: decimalOf(money), count };
  });
  const counted = cashTotal({ kind: 'cash', currency, counts: kept });
  if (total !== undefined && parseAmount({ currency, amount: total }).minor !== counted.minor)
    throw new CustodiaError('seizure.countsDisagree', {
      counted: decimalOf(counted),
      stated: total,
      currency,
    });
  return { kind: 'cash', currency, counts: kept, total: decimalOf(counted) };
}

/** What the counted notes and coins come to. @throws `money.tooLarge` */
export function cashTotal({ currency, counts }: Details<'cash'>): Money {
  const sum = counts.reduce(
    (all, { value, count }) => all + BigInt(parseAmount({ currency, amount: value }).minor) * BigInt(count),
    0n,
  );
  const money = { currency, minor: exact(sum) };
  // Goes through the same bounds as an amount that is typed.
  return parseAmount({ currency, amount: decimalOf(money) });
}

function tidyVehicle(details: Details<'vehicle'>, forms: Forms): Tidy<Details<'vehicle'>> {
  const warnings: Warning[] = [];
  const plate = details.plate === undefined ? undefined : capitals(details.plate);
  if (plate !== undefined && !fits(forms.plate, bare(plate)))
    warnings.push(told('plateForm', 'plate', plate));
  const chassis = details.chassis === undefined ? undefined : tidyChassis(details.chassis, warnings);
  if (details.year !== undefined && !/^(18[89]|19\d|20\d)\d$/.test(details.year))
    refuse('year', details.year);
  return { details: kept({ ...details, plate, chassis }), warnings };
}

function tidyChassis(given: string, warnings: Warning[]): string {
  const chassis = capitals(withoutSic(given)).replace(/[\s-]/gu, '');
  if (!isChassis(chassis)) {
    if (!isSic(given)) refuse('chassis', given);
    warnings.push(told('chassisForm', 'chassis', chassis));
    return `${chassis} (sic)`;
  }
  if (!chassisDigitHolds(chassis)) warnings.push(told('chassisCheckDigit', 'chassis', chassis));
  return chassis;
}

function tidyRealEstate(details: Details<'realEstate'>, forms: Forms): Tidy<Details<'realEstate'>> {
  const { coordinates, registryNumber } = details;
  const at = coordinates === undefined ? null : parseCoordinates(coordinates);
  if (at === null && coordinates !== undefined) refuse('coordinates', coordinates);
  const odd = registryNumber !== undefined && !fits(forms.registryNumber, registryNumber);
  return {
    details: at === null ? details : { ...details, coordinates: decimalText(at) },
    warnings: odd ? [told('registryForm', 'registryNumber', registryNumber)] : [],
  };
}

function tidyCompanyShare(details: Details<'companyShare'>): Details<'companyShare'> {
  const { quantity, portion } = details;
  const share = portion === undefined ? undefined : shareOf(portion);
  if (share === null) refuse('portion', portion ?? '');
  return kept({
    ...details,
    quantity: quantity === undefined ? undefined : wholeCount(quantity),
    portion: share === undefined || share === null ? undefined : shareText(share),
  });
}

function tidyElectronics(details: Details<'electronics'>): Tidy<Details<'electronics'>> {
  const { imei: given } = details;
  if (given === undefined) return { details, warnings: [] };
  const imei = withoutSic(given).replace(/[\s./-]/gu, '');
  if (!/^\d{14,16}$/.test(imei)) {
    if (!isSic(given)) refuse('imei', given);
    return {
      details: { ...details, imei: `${imei} (sic)` },
      warnings: [told('serialCheckDigit', 'imei', imei)],
    };
  }
  // Fourteen digits have no check digit yet, sixteen a software version in its place.
  const odd = imei.length === 15 && !luhnHolds(imei);
  return { details: { ...details, imei }, warnings: odd ? [told('serialCheckDigit', 'imei', imei)] : [] };
}

function tidyCoin(details: Details<'cryptocurrency'>): Details<'cryptocurrency'> {
  const chain = details.chain.toLowerCase();
  const { address, quantity } = details;
  if (!addressHolds(chain, address)) refuse('address', address);
  if (quantity === undefined) return { ...details, chain };
  // A quantity of coins has up to eighteen decimals and groups no thousands.
  const decimal = quantity.replace(',', '.');
  if (!/^\d{1,20}(\.\d{1,18})?$/.test(decimal)) refuse('quantity', quantity);
  return { ...details, chain, quantity: decimal };
}

function wholeCount(given: string): string {
  if (!/^[1-9]\d{0,8}$/.test(given)) refuse('quantity', given);
  return given;
}

function capitals(text: string): string {
  return text.toUpperCase().replaceAll(/\s+/gu, ' ');
}

function fits(pattern: string | undefined, text: string): boolean {
  return pattern === undefined || new RegExp(pattern, 'u').test(text);
}

/** Without the fields that came to nothing. */
function kept<D extends object>(details: D): D {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)) as D;
}

/** Each field of the details as the field's history keeps it; the counts of cash as `200.00 × 14`. */
export function detailTexts(details: AssetDetails): Partial<Record<AssetField, string | string[]>> {
  const texts: Partial<Record<AssetField, string | string[]>> = {};
  for (const field of fieldsOfKind[details.kind]) {
    const value = (details as unknown as Readonly<Record<string, unknown>>)[field];
    if (typeof value === 'string') texts[field] = value;
  }
  if (details.kind === 'cash') texts.counts = details.counts.map(({ value, count }) => `${value} × ${count}`);
  return texts;
}

/** The way back: what the fields say, as details still to be tidied. Null texts are fields that were emptied. */
export function detailsOf(
  kind: AssetKind,
  texts: Readonly<Partial<Record<AssetField, unknown>>>,
): Readonly<Record<string, unknown>> {
  const details: Record<string, unknown> = { kind };
  for (const field of fieldsOfKind[kind]) {
    const value = texts[field];
    if (typeof value === 'string' && value !== '') details[field] = value;
    if (field === 'counts') details.counts = Array.isArray(value) ? value.map(countOf) : [];
  }
  return details;
}

function countOf(text: unknown): { value: string; count: number } {
  const [, value, count] = /^\s*(.+?)\s*[×x*]\s*(\d{1,9})\s*$/iu.exec(String(text)) ?? [];
  if (value === undefined || count === undefined) return refuse('counts', String(text));
  return { value, count: Number(count) };
}
