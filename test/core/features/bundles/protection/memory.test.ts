import { expect, it } from 'vitest';
import {
  keyOf,
  type LookedBy,
  remember,
  type SurveyMemory,
} from '../../../../../electron/core/features/bundles/protection/memory.ts';
import type {
  Looked,
  ProtectedTerm,
} from '../../../../../electron/core/features/bundles/protection/model.ts';

const term: ProtectedTerm = {
  text: 'Rosenda',
  wholeWord: true,
  kind: 'name',
  ground: 'other',
  groundText: '',
  mark: 'Víctima 1',
};
const file: LookedBy = {
  ...{ sha256: 'a'.repeat(64), size: 10, type: 'application/pdf', name: 'acta.pdf', state: 'read' },
  ...{ terms: [term], marked: [] },
};
const looked: Looked = { findings: [], areas: [], unchecked: null, unprinted: false };

it.each<[string, Partial<LookedBy>]>([
  ['another content', { sha256: 'b'.repeat(64) }],
  ['another term', { terms: [{ ...term, text: 'Huallpa' }] }],
  ['one term more', { terms: [term, { ...term, text: 'Huallpa' }] }],
  ['another mark for the same person', { terms: [{ ...term, mark: 'Víctima 2' }] }],
  ['another kind of file', { type: 'text/plain' }],
])('%s is another thing to look through', (_, change) => {
  expect(keyOf({ ...file, ...change })).not.toBe(keyOf(file));
});

it.each<[string, Partial<LookedBy>]>([
  ['a file that OCR has not read to its end', { state: 'scanned' }],
  ['a file that waits to be read', { state: 'waiting' }],
  ['a recording, whose transcript may change', { type: 'audio/wav' }],
  ['a thing without content', { sha256: '' }],
])('%s is looked through each time', (_, change) => {
  expect(keyOf({ ...file, ...change })).toBeNull();
});

it('holds no term in its keys, and nothing of what could not be looked at', () => {
  expect(keyOf(file)).not.toContain('Rosenda');
  const memory: SurveyMemory = new Map();
  remember(memory, keyOf(file), { ...looked, unchecked: { pages: [0], why: 'picture' } });
  remember(memory, null, looked);
  expect(memory.size).toBe(0);
  remember(memory, keyOf(file), looked);
  expect(memory.get(keyOf(file) ?? '')).toBe(looked);
});
