import type { ProtectedData, ProtectionRule } from '../../office/jurisdiction.ts';
import type { IdentifyingFacts } from '../../people/index.ts';
import type { Audience } from '../model.ts';

/** What the law lets a recipient know of somebody: pure. */

const majority = 18;

/** Whether somebody born then was under age on that day. */
export function isMinor(birthDate: string, day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return false;
  const comes = `${Number(birthDate.slice(0, 4)) + majority}${birthDate.slice(4)}`;
  return day < comes;
}

export interface Kept {
  /** The rule that gives the mark and the ground: the first that keeps something back. */
  readonly rule: ProtectionRule;
  readonly rules: readonly string[];
  readonly kinds: readonly ProtectedData[];
}

/** What of a person is kept back from a recipient, by all rules that fit; null where nothing is. */
export function keptOf(
  { role, kind, birthDate }: Pick<IdentifyingFacts, 'role' | 'kind' | 'birthDate'>,
  rules: readonly ProtectionRule[],
  audience: Audience,
  day: string,
): Kept | null {
  const fitting = rules
    .filter(
      (rule) => rule.roles.includes(role) || (rule.minors && kind === 'person' && isMinor(birthDate, day)),
    )
    .filter((rule) => rule.keepBack[audience].length > 0);
  const [rule] = fitting;
  if (rule === undefined) return null;
  return {
    rule,
    rules: fitting.map(({ id }) => id),
    kinds: [...new Set(fitting.flatMap((each) => each.keepBack[audience]))],
  };
}
