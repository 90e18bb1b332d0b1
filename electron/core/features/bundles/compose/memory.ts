import { hashedKey, keepNewest } from '../remembered.ts';
import type { BundlePlan, Measured, NativeReason, Own, PrintedExhibit, Remembered } from './model.ts';

/** What sources were found to be, by all that it depends on. It lives as long as the vault is open, in memory only. */
export type Memory = Map<string, Own>;

/** A source that took too long or took the engine down may do better the next time; what can't be printed may be soon. */
const passing: ReadonlySet<NativeReason> = new Set(['tooLong', 'failed', 'unfaithful', 'kind']);

/**
 * All that a source's pages depend on: its content and its kind, what is taken out of it, and how text is set. Null where
 * more than its content decides: what was said in a recording is written down apart from it.
 */
function keyOf({ profile, language, timeZone }: BundlePlan, exhibit: PrintedExhibit): string | null {
  const { sha256, type, size, object, reserved } = exhibit;
  if (object !== undefined || /^(audio|video)\//.test(type)) return null;
  const kept = reserved === undefined ? null : [reserved.order, reserved.blocked];
  return hashedKey([sha256, size, type, profile.paper, profile.maxDpi, language, timeZone, kept]);
}

/** What is known of a plan's sources already. */
export function rememberedOf(memory: Memory, plan: BundlePlan): Remembered {
  const found: Record<number, Own> = {};
  plan.exhibits.forEach((exhibit, index) => {
    const key = keyOf(plan, exhibit);
    const own = key === null ? undefined : memory.get(key);
    if (own !== undefined) found[index] = own;
  });
  return found;
}

/** Keeps what was found for the next time. */
export function remember(memory: Memory, plan: BundlePlan, measured: readonly Measured[]): void {
  plan.exhibits.forEach((exhibit, index) => {
    const key = keyOf(plan, exhibit);
    const found = measured[index];
    if (key === null || found === undefined || (found.reason !== null && passing.has(found.reason))) return;
    const { divider: _divider, ...own } = found;
    keepNewest(memory, key, own);
  });
}
