import { z } from 'zod';
import { maxMinor } from '../../money/index.ts';

/** Pieces that what comes in and what is written have in common. */
export const id = z.string().min(1).max(100);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const short = z.string().max(500);
export const words = z.string().max(2_000);
export const text = z.string().max(20_000);
const needed = z.string().trim().min(1).max(500);

export const moneyShape = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  minor: z.number().int().min(0).max(maxMinor),
});
export const orderShape = z.strictObject({ court: needed, number: needed, date: day });
export const witnessesShape = z
  .array(z.strictObject({ name: needed, document: short, capacity: short }))
  .max(20)
  .readonly();
export const inventoryShape = z
  .array(z.strictObject({ description: needed, quantity: short, condition: short }))
  .max(500)
  .readonly();

/** An amount as it comes in: as it was typed. */
export const typedMoney = z.strictObject({
  currency: z.string().max(10),
  amount: z.string().max(50),
});
export const currencyCode = z.string().regex(/^[A-Z]{3}$/);
export const reasonGiven = z.string().trim().min(1).max(2_000);
