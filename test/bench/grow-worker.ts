import { type GrowOrder, growVault } from './grow.ts';

/** Grows a vault, and prints how many entries went in a second. */
const { vault, user, cases, entries } = JSON.parse(process.argv[2] ?? '{}') as GrowOrder;
process.stdout.write(String(await growVault(vault, user, cases, entries)));
