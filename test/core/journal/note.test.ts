import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCheckpoint, parseCheckpoint } from '../../../electron/core/journal/checkpoint.ts';
import {
  addSignature,
  NoteError,
  openNote,
  signNote,
  verifierText,
} from '../../../electron/core/journal/note.ts';

const one = generateKeyPairSync('ed25519');
const two = generateKeyPairSync('ed25519');
const text = formatCheckpoint({ origin: 'custodia.invalid/log/x', size: 7, root: Buffer.alloc(32, 5) });
const note = signNote(text, { name: 'uno', privateKey: one.privateKey });
const known = [{ name: 'uno', publicKey: one.publicKey }];

describe('a signed checkpoint', () => {
  it('is the three lines of the standard, a blank line, and a signature line', () => {
    expect(note.split('\n').slice(0, 4)).toEqual([
      'custodia.invalid/log/x',
      '7',
      Buffer.alloc(32, 5).toString('base64'),
      '',
    ]);
    expect(note.split('\n')[4]).toMatch(/^— uno [A-Za-z0-9+/]+=*$/);
    expect(parseCheckpoint(openNote(note, known).text).size).toBe(7);
    expect(verifierText('uno', one.publicKey)).toMatch(/^uno\+[0-9a-f]{8}\+A/);
  });

  it('may be countersigned, and each signature is checked by its own key', () => {
    const both = addSignature(note, { name: 'dos', privateKey: two.privateKey });
    const verifiers = [...known, { name: 'dos', publicKey: two.publicKey }];
    expect(openNote(both, verifiers).verified).toEqual(['uno', 'dos']);
    expect(openNote(both, known).verified).toEqual(['uno']);
  });

  it('is refused with another key, without a known signature, or with any character changed', () => {
    expect(() => openNote(note, [{ name: 'uno', publicKey: two.publicKey }])).toThrow(NoteError);
    expect(() => openNote(note, [])).toThrow(NoteError);
    fc.assert(
      fc.property(fc.nat(text.length - 2), (at) => {
        const changed = `${note.slice(0, at)}${note[at] === 'a' ? 'b' : 'a'}${note.slice(at + 1)}`;
        expect(() => openNote(changed, known)).toThrow(NoteError);
      }),
    );
  });

  it('is refused with its signature changed, cut off, or with control characters', () => {
    const start = note.lastIndexOf(' ') + 1;
    fc.assert(
      fc.property(fc.integer({ min: start, max: note.length - 4 }), (at) => {
        const bad = `${note.slice(0, at)}${note[at] === 'B' ? 'C' : 'B'}${note.slice(at + 1)}`;
        expect(() => openNote(bad, known)).toThrow(NoteError);
      }),
    );
    for (const bad of [text, note.trimEnd(), note.replace('— ', '- '), note.replace('\n', '\r\n')])
      expect(() => openNote(bad, known)).toThrow(NoteError);
    expect(() => signNote('sin fin de línea', { name: 'uno', privateKey: one.privateKey })).toThrow(
      NoteError,
    );
    expect(() => signNote(text, { name: 'u no', privateKey: one.privateKey })).toThrow(NoteError);
  });
});
