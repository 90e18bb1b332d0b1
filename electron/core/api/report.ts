import { CustodiaError } from './errors.ts';

/**
 * Tells developers of a defect on stderr: where in our code, never what data. With `CUSTODIA_DEBUG=1` the message
 * too, which may hold case content: for a vault of made-up cases only.
 */
export function reportDefect(error: unknown): void {
  if (error instanceof CustodiaError && error.code !== 'internal') return;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  const shown =
    process.env.CUSTODIA_DEBUG === '1'
      ? String(error instanceof Error ? error.stack : error)
      : frames.join('\n');
  process.stderr.write(`custodia: unexpected failure\n${shown}\n`);
}
