import { z } from 'zod';

/** Pieces of what calls of this register take. */
export const id = z.string().min(1).max(100);
export const reason = z.string().max(2_000);
export const inCase = z.strictObject({ case: id });
export const ofExhibit = z.strictObject({ case: id, exhibit: id });
