import type { Verification } from '../core/journal/model.ts';
import type { Answer } from './output.ts';
import { say, word } from './texts.ts';

/** What was found, in words; `hash differs` has its text under `hash-differs`. */
const problemText = (what: string): string => word(`problem.${what.replaceAll(' ', '-')}`, what);
const countLabel = (what: string): string => say(`counted.${what}`);

/** Every check answers alike: `{valid, problems: [{item, what}]}` and what it counted; not valid is exit code 1. */
export function verificationAnswer(result: Verification): Answer {
  const { valid, problems, ...rest } = result;
  const counted = Object.entries(rest).filter(([, count]) => typeof count === 'number');
  const counts = counted.map(([what, count]) => `${countLabel(what)}: ${String(count)}`);
  return {
    value: { valid, problems, ...Object.fromEntries(counted) },
    lines: [
      say(valid ? 'verify.valid' : 'verify.invalid', { count: problems.length }),
      ...problems.map(({ item, what }) => `  ${item}: ${problemText(what)}`),
      ...counts,
    ],
    failed: !valid,
  };
}
