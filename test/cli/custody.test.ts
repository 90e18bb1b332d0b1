import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lightenKeys } from '../support/light-keys.ts';
import { createPlace, passphrase } from './custodia.ts';

const place = createPlace();
const receiver = 'la frase de quien recibe 481';
let number: string;
let secret: string;

beforeAll(async () => {
  await place.createLight();
  const { number: opened } = place.json<{ number: string }>(['case', 'open', '--title', 'Segundo teléfono']);
  const file = join(place.dir, 'telefono.bin');
  writeFileSync(file, 'memoria');
  secret = join(place.dir, 'frase.txt');
  writeFileSync(secret, receiver);
  const { exhibits } = place.json<{ exhibits: { number: string }[] }>([
    'evidence',
    'attach',
    '--case',
    opened,
    file,
  ]);
  number = exhibits[0]?.number ?? '';
  place.json(['user', 'add', 'Juan', '--role', 'investigator', '--new-passphrase-file', secret]);
  // Without a name every key file is tried.
  await lightenKeys(place.vault, [passphrase, receiver]);
  place.json(['custody', 'record', number, 'received', '--to', 'Secretaría', '--when', '2026-05-05 09:00']);
});
afterAll(() => place.clear());

describe('custody', () => {
  it('is handed over with the passphrase of the receiver, and not with another', () => {
    const to = ['evidence', 'transfer', number, '--to', 'juan', '--when', '2026-05-05 15:00'];
    const wrong = join(place.dir, 'otra.txt');
    writeFileSync(wrong, 'no es la frase de nadie');
    expect(place.run([...to, '--receiver-passphrase-file', wrong]).code).toBe(1);
    expect(place.json([...to, '--receiver-passphrase-file', secret])).toMatchObject({
      state: 'signed',
      holder: 'Juan',
    });
  });

  it('tells who held it on a Tuesday, and says when that is not certain', () => {
    const answer = place.json<{ certain: boolean; spans: { kind: string; holder: string }[] }>([
      'custody',
      'holder',
      number,
      '--on',
      '2026-05-05 10:30',
    ]);
    expect(answer).toMatchObject({ certain: true, spans: [{ kind: 'held', holder: 'Secretaría' }] });
    const day = place.run(['custody', 'holder', number, '--on', '2026-05-05']);
    expect(day.out).toContain('Secretaría');
    expect(day.out).toContain('Juan');
    // Before it was received nobody is on record.
    expect(day.code).toBe(1);
  });

  it('refuses a giver who does not hold it, and records it as a gap where the reason is said', () => {
    const odd = [
      'evidence',
      'transfer',
      number,
      '--from',
      'Portería',
      '--to',
      'Depósito',
      '--when',
      '2026-05-06 09:00',
    ];
    const refused = place.run(odd);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('Juan');
    expect(place.run([...odd, '--why', 'lo dejaron sin acta']).code).toBe(0);
    const { out } = place.run(['custody', 'show', number]);
    expect(out).toContain('pero la entregó Portería');
    expect(out).toContain('lo dejaron sin acta');
  });

  it('lists what is overdue', () => {
    const args = [
      '--to',
      'IDIF',
      '--document',
      'CI 1 LP',
      '--due-back',
      '2026-05-20',
      '--when',
      '2026-05-07 09:00',
    ];
    expect(place.json(['evidence', 'transfer', number, ...args])).toMatchObject({ state: 'paper' });
    const { overdue } = place.json<{ overdue: object[] }>(['custody', 'overdue']);
    expect(overdue).toMatchObject([{ number, holder: 'IDIF', dueBack: '2026-05-20' }]);
  });

  it('writes sheet, labels and receipt', () => {
    const out = join(place.dir, 'hojas');
    const { records } = place.json<{ records: { handover: string }[] }>(['custody', 'show', number]);
    const kase = number.slice(0, number.indexOf('/'));
    for (const args of [
      ['sheet', number],
      ['label', number, '--code', 'code128'],
      ['receipt', records.at(-1)?.handover ?? '', '--case', kase],
    ]) {
      const { path, pages } = place.json<{ path: string; pages: number }>(['custody', ...args, '--out', out]);
      expect(existsSync(path)).toBe(true);
      expect(pages).toBe(1);
    }
  });

  it('is destroyed with its order only, and nothing follows', () => {
    const destroyed = ['custody', 'record', number, 'destroyed', '--order-date', '2026-05-30'];
    expect(place.run(destroyed).code).toBe(1);
    expect(
      place.run([...destroyed, '--order-authority', 'Juzgado 3.º', '--order-number', '12/2026']).code,
    ).toBe(0);
    const after = place.run(['custody', 'record', number, 'received', '--to', 'x']);
    expect({ code: after.code, out: after.out }).toEqual({ code: 1, out: '' });
    expect(after.err).toContain('se destruyó');
  });
});
