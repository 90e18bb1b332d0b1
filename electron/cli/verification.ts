import type { Problem, Verification } from '../core/journal/model.ts';
import type { Answer } from './output.ts';
import { table } from './table.ts';
import { say, word } from './texts.ts';

/** What was found, in words; `hash differs` has its text under `hash-differs`. */
const problemText = (what: string): string => word(`problem.${what.replaceAll(/[ ,]+/g, '-')}`, what);
const countLabel = (what: string): string => say(`counted.${what}`);

/** Every check answers alike: `{valid, problems: [{item, what}]}` and what it counted or found; not valid is exit code 1. */
export function verificationAnswer(
  result: Verification,
  describe = ({ item, what }: Problem): string => `${item}: ${problemText(what)}`,
): Answer {
  const { valid, problems, ...rest } = result;
  const found = Object.entries(rest).map(([what, value]) => [countLabel(what), String(value)]);
  return {
    value: { valid, problems, ...rest },
    lines: [
      say(valid ? 'verify.valid' : 'verify.invalid', { count: problems.length }),
      ...problems.map((problem) => `  ${describe(problem)}`),
      ...table(found),
    ],
    failed: !valid,
  };
}
