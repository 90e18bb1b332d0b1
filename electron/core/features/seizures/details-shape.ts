import { z } from 'zod';
import type { AssetDetails } from './model.ts';

const short = z.string().max(500);
const needed = z.string().trim().min(1).max(500);
const some = short.optional();
const currency = z.string().regex(/^[A-Z]{3}$/);

export const cashCountShape = z.strictObject({
  value: needed,
  count: z.number().int().min(1).max(999_999_999),
});

/** What an asset of each kind says of itself. In an entry every number has its one form; from a person it comes as typed. */
export const detailsShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cash'),
    currency,
    counts: z.array(cashCountShape).min(1).max(50).readonly(),
    total: some,
  }),
  z.strictObject({
    kind: z.literal('bankAccount'),
    bank: needed,
    accountNumber: needed,
    currency,
    holderName: some,
    accountType: some,
  }),
  z.strictObject({
    kind: z.literal('vehicle'),
    vehicleType: some,
    make: some,
    model: some,
    year: some,
    colour: some,
    plate: some,
    chassis: some,
    engine: some,
  }),
  z.strictObject({
    kind: z.literal('realEstate'),
    address: needed,
    registryNumber: some,
    propertyType: some,
    cadastre: some,
    area: some,
    coordinates: some,
  }),
  z.strictObject({
    kind: z.literal('companyShare'),
    company: needed,
    organisation: some,
    registryNumber: some,
    quantity: some,
    portion: some,
  }),
  z.strictObject({ kind: z.literal('livestock'), species: needed, quantity: needed, brand: some }),
  z.strictObject({
    kind: z.literal('jewellery'),
    material: some,
    weight: some,
    quantity: some,
    marks: some,
  }),
  z.strictObject({
    kind: z.literal('electronics'),
    deviceType: some,
    make: some,
    model: some,
    serial: some,
    imei: some,
  }),
  z.strictObject({
    kind: z.literal('weapon'),
    weaponType: some,
    make: some,
    model: some,
    serial: some,
    calibre: some,
  }),
  z.strictObject({
    kind: z.literal('cryptocurrency'),
    chain: needed,
    address: needed,
    token: some,
    quantity: some,
  }),
  z.strictObject({ kind: z.literal('other'), quantity: some, serial: some }),
]) satisfies z.ZodType<AssetDetails>;
