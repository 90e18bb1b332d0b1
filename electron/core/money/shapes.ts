import { z } from 'zod';
import { isCurrency } from './currency.ts';

/** Amounts from the smallest unit up to what adds up exactly a thousand times over. */
const most = 9_000_000_000_000;

const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine(isCurrency);
const minor = z.number().int().max(most);

/** An amount that is there: more than nothing. */
export const amountShape = z.strictObject({ minor: minor.min(1), currency });
/** An amount as counted: it may be nothing. */
export const countedShape = z.strictObject({ minor: minor.min(0), currency });
