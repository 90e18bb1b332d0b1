import { z } from 'zod';
import { kind } from '../../journal/kind.ts';

/** A copy of the whole vault was written outside it. */
export const backupMade = kind('backup.made', z.object({ name: z.string(), files: z.number().int() }));

export const safekeepingKinds = [backupMade];
