import { readStep } from '../../api/procedure.ts';
import type { Verification } from '../../journal/model.ts';
import { verifyJournal } from '../../journal/verify.ts';
import { signatureProblems } from '../custody/index.ts';
import { createAuthority } from '../office/index.ts';

/**
 * Checks every entry: id, signature, chain, the author's right to sign, the Merkle log over all of them, and the
 * signatures of those who received exhibits.
 */
export const verifyStep = readStep(
  'timeline.verify',
  ({ sql }, _input: null): Verification & { entries: number } => {
    const journal = verifyJournal(sql, createAuthority());
    const problems = [...journal.problems, ...signatureProblems(sql)];
    return { valid: problems.length === 0, problems, entries: journal.entries };
  },
);
