import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSafeName,
  isSafePath,
  longestName,
  pathKey,
  safeName,
} from '../../../../../electron/core/features/bundles/bag/names.ts';

const name = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(
      '.',
      ' ',
      '/',
      '\\',
      '%',
      '\r',
      '\n',
      '\u202e',
      '\ud800',
      '~',
      '-',
      'a',
      'CON',
      '\u0301',
    ),
    maxLength: 40,
  }),
);

describe('a safe name', () => {
  it.each([
    ['E-003', 'foto.jpg', 'E-003 foto.jpg'],
    ['FETP-2026-0001/E-003', 'foto.jpg', 'FETP-2026-0001_E-003 foto.jpg'],
    ['E-003', '../../etc/passwd', 'E-003 .._.._etc_passwd'],
    ['E-003', 'C:\\a\\b?.txt. . ', 'E-003 C__a_b_.txt'],
    ['E-003', 'gpj.\u202egnp.exe', 'E-003 gpj.gnp.exe'],
    ['E-003', 'an\u0303o 100%\r\n.pdf', 'E-003 año 100_.pdf'],
    ['E-003', '', 'E-003'],
    ['', 'CON', '_ CON'],
    ['nul', '...', '_nul'],
    ['E-003', '.bashrc', 'E-003 .bashrc'],
  ])('of %j and %j is %j', (number, given, expected) => {
    expect(safeName(number, given)).toBe(expected);
  });

  it('keeps the extension of a name that is too long, and whole characters', () => {
    const long = safeName('E-003', `${'👩‍👧ñ'.repeat(60)}.jpeg`);
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(longestName);
    expect(Buffer.byteLength(long)).toBeGreaterThan(longestName - 10);
    expect(long).toMatch(/(👩|👧|ñ)\.jpeg$/u);
  });

  it('is safe, short and in NFC, whatever was given', () => {
    fc.assert(
      fc.property(name, name, (number, given) => {
        const safe = safeName(number, given);
        expect(isSafeName(safe)).toBe(true);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(longestName);
        expect(safe.normalize('NFC')).toBe(safe);
        expect(safe.isWellFormed()).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('differs for different numbers, whatever the files were called', () => {
    const number = fc.stringMatching(/^[A-Z0-9]{1,8}(-[A-Z0-9]{1,6}){0,3}$/);
    fc.assert(
      fc.property(number, number, name, name, (one, other, first, second) => {
        fc.pre(one !== other);
        expect(pathKey(safeName(one, first))).not.toBe(pathKey(safeName(other, second)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a path in a bundle', () => {
  it.each([
    '',
    '/a',
    'a/',
    'a//b',
    '.',
    'a/./b',
    '../a',
    'a/../../b',
    'C:/a',
    'C:a',
    '\\\\host\\a',
    'a\\b',
    '~/a',
    '-rf',
    ' a',
    'a ',
    'a.',
    'a\u0000',
    'a\u202eb',
    'a\u2028b',
    '\ud800',
    '%2e%2e',
    'con',
    'x/LPT1.txt',
    'com¹',
    'aux .txt',
    `a/${'b'.repeat(256)}`,
    'a/'.repeat(600).slice(0, -1),
  ])('is not %j', (path) => {
    expect(isSafePath(path)).toBe(false);
  });

  it.each(['a', 'data/native/E-003 Año.jpg', 'console.txt', 'a..b', 'a-', '日本/ñ'])('may be %j', (path) => {
    expect(isSafePath(path)).toBe(true);
  });
});
