import { readStep } from '../../api/procedure.ts';
import type { Verification } from '../../journal/model.ts';
import { verifyJournal } from '../../journal/verify.ts';
import { createAuthority } from '../office/index.ts';

/** Checks every entry: id, signature, chain, the author's right to sign, and the Merkle log over all of them. */
export const verifyStep = readStep(
  'timeline.verify',
  ({ sql }, _input: null): Verification & { entries: number } => verifyJournal(sql, createAuthority()),
);
