import { expect, it } from 'vitest';
import { confirmationOf, signStatement } from '../../../../electron/core/features/custody/statement.ts';
import { publicKeyText } from '../../../../electron/core/journal/keys.ts';
import { newSignKey } from '../../../../electron/core/vault/keyring.ts';

const privateKey = newSignKey();
const terms = {
  case: 'c',
  handover: 'h',
  when: '2026-09-15T10:00:00-04:00',
  from: 'Ana',
  to: 'Beto',
  place: 'Sala',
  reason: 'Pericia',
  dueBack: '',
};
const named = [{ exhibit: 'e', number: 'X/E-001', sha256: '00' }];
const signature = {
  user: 'beto',
  ...signStatement({ ...terms, exhibits: named, signer: 'beto' }, { privateKey }),
};
const { case: _case, ...record } = { ...terms, dueBack: undefined, signature };
const of = { case: 'c', exhibit: 'e' };
const keys = (user: string): string | undefined => (user === 'beto' ? publicKeyText(privateKey) : undefined);

it('holds for what was signed, by who signed it', () => {
  expect(confirmationOf(record, of, keys)).toBe('signed');
  expect(confirmationOf({ ...record, signature: undefined }, of, keys)).toBe('none');
});

it.each([
  ['another receiver', { to: 'Pedro' }],
  ['another giver', { from: 'Pedro' }],
  ['another moment', { when: '2026-09-15T11:00:00-04:00' }],
  ['another place', { place: 'Otra' }],
  ['another reason', { reason: 'Otra' }],
  ['a return that was not signed', { dueBack: '2026-10-01' }],
  ['another hand-over', { handover: 'x' }],
])('does not hold for %s', (_what, change) => {
  expect(confirmationOf({ ...record, ...change }, of, keys)).toBe('invalid');
});

it('does not hold for another exhibit or case, another key, or a statement that was touched', () => {
  expect(confirmationOf(record, { ...of, exhibit: 'x' }, keys)).toBe('invalid');
  expect(confirmationOf(record, { ...of, case: 'x' }, keys)).toBe('invalid');
  expect(confirmationOf(record, of, () => publicKeyText(newSignKey()))).toBe('invalid');
  expect(confirmationOf(record, of, () => undefined)).toBe('invalid');
  const touched = { ...signature, statement: signature.statement.replace('Beto', 'Bето') };
  expect(confirmationOf({ ...record, signature: touched }, of, keys)).toBe('invalid');
});
