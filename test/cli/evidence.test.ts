import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminName, createPlace, passphrase, program } from './custodia.ts';

interface Exhibit {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  readonly duplicateOf?: string;
}

const place = createPlace();
let opened: { id: string; number: string };
let exhibits: readonly Exhibit[];

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const statement = 'Declaración de la víctima: «me llamaron de Potosí».\n';

beforeAll(async () => {
  await place.createLight();
});
afterAll(() => place.clear());

describe('case', () => {
  it('open answers with id and number, and takes offences by id or name', () => {
    const args = ['--title', 'Ñandú & Cía.', '--summary', 'Dos víctimas', '--offence', 'cp281bis'];
    opened = place.json(['case', 'open', ...args, '--offence', 'proxenetismo', '--court-number', '20123']);
    expect(Object.keys(opened)).toEqual(['id', 'number']);
    expect(opened.number).toMatch(/^FETP-\d{4}-0001$/);
    const shown = place.json<{ fields: Record<string, { value: unknown }> }>(['case', 'show', opened.number]);
    expect(shown.fields.title?.value).toBe('Ñandú & Cía.');
    expect(shown.fields.offences?.value).toEqual(['cp281bis', 'cp321']);
    expect(shown.fields.stage?.value).toBe('preliminary');
    const unknown = place.run(['case', 'open', '--title', 'x', '--offence', 'robo']);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('cp281bis  Trata de personas');
  });

  it('amend changes one field, with its reason, and is found by search and list', () => {
    const done = place.json([
      'case',
      'amend',
      opened.id,
      'title',
      'Operación Ñusta',
      '--reason',
      'Nombre mal escrito',
    ]);
    expect(done).toEqual({ ...opened, field: 'title', value: 'Operación Ñusta' });
    const { total, cases } = place.json<{ total: number; cases: { title: string }[] }>([
      'case',
      'list',
      '--text',
      'ñusta',
    ]);
    expect([total, cases[0]?.title]).toEqual([1, 'Operación Ñusta']);
    const { hits } = place.json<{ hits: { kind: string; id: string }[] }>(['search', 'ñusta']);
    // The case by its name first, then the line of the log that says how it got it.
    expect(hits.map((hit) => hit.kind)).toEqual(['case', 'entry']);
    expect(hits[0]).toEqual(expect.objectContaining({ kind: 'case', id: opened.id }));
    expect(place.run(['case', 'show', 'FETP-1999-0001']).code).toBe(1);
  });

  it('people enter in their roles', () => {
    const inCase = ['--case', opened.number];
    const { id } = place.json<{ id: string }>([
      'person',
      'add',
      ...inCase,
      '--name',
      'Flor',
      '--role',
      'protectedVictim',
    ]);
    place.json(['person', 'add', ...inCase, '--name', 'Agencia Sol', '--role', 'agency', '--phone', '591 2']);
    const { people } = place.json<{ people: { id: string; kind: string }[] }>(['person', 'list', ...inCase]);
    expect(people.map((person) => person.kind)).toEqual(['person', 'organisation']);
    expect(people[0]?.id).toBe(id);
  });
});

describe('evidence attach', () => {
  it('takes names of any kind, empty files and duplicates', () => {
    mkdirSync(place.path('in'));
    const names = [
      'ñandú 你好 🧾.txt',
      '..\\..\\evil.bat',
      '-starts-with-a-dash',
      'line\nbreak\u001b[31m',
      'empty',
      'twin',
    ];
    const contents = [statement, '@echo off', 'dash', 'escape', '', statement];
    const files = names.map((name, index) => place.file(join('in', name), contents[index] ?? ''));
    const provenance = ['--source', 'seizure', '--place', 'La Paz', '--collected-on', '2026-05-03'];
    const answer = place.json<{ exhibits: Exhibit[] }>([
      ...['evidence', 'attach', '--case', opened.number, ...provenance, '--collected-by', 'Sgto. Mamani'],
      ...files,
    ]);
    exhibits = answer.exhibits;
    expect(Object.keys(answer)).toEqual(['exhibits']);
    expect(exhibits.map((each) => each.name)).toEqual(names.map((name) => name.normalize('NFC')));
    expect(exhibits.map((each) => each.sha256)).toEqual(contents.map(sha256));
    expect(exhibits.map((each) => each.size)).toEqual(contents.map((each) => Buffer.byteLength(each)));
    expect(exhibits.map((each) => each.number)).toEqual(
      names.map((_n, i) => `${opened.number}/E-00${i + 1}`),
    );
    expect(Object.keys(exhibits[0] ?? {})).toEqual(['id', 'number', 'name', 'sha256', 'size', 'type']);
    expect(exhibits[0]?.type).toBe('text/plain');
    expect(exhibits[5]?.duplicateOf).toBe(exhibits[0]?.number);
  });

  it('a name that begins with a dash goes after --, options of every command also before the command', () => {
    const args = ['--json', 'evidence', 'attach', '--case', opened.id, '--', '-starts-with-a-dash'];
    const { status, stdout } = spawnSync(process.execPath, [program, ...args], {
      encoding: 'utf8',
      cwd: place.path('in'),
      env: { PATH: process.env.PATH ?? '', CUSTODIA_VAULT: place.vault, CUSTODIA_PASSPHRASE: passphrase },
    });
    expect(status).toBe(0);
    const { exhibits: dashed } = JSON.parse(stdout) as { exhibits: Exhibit[] };
    expect(dashed.map((each) => each.name)).toEqual(['-starts-with-a-dash']);
  });

  it('a file that is gone is named; the rest is attached; exit code 1', () => {
    const args = ['evidence', 'attach', '--case', opened.number, place.path('gone.pdf')];
    const { code, out, err } = place.run([...args, place.path('in/twin'), '--json']);
    expect(code).toBe(1);
    expect((JSON.parse(out) as { exhibits: Exhibit[] }).exhibits.map((each) => each.name)).toEqual(['twin']);
    expect(err).toMatch(/^gone\.pdf: El archivo ya no está/m);
    const none = place.run(['evidence', 'attach', '--case', opened.number, place.path('gone.pdf'), '--json']);
    expect([none.code, JSON.parse(none.out)]).toEqual([1, { exhibits: [] }]);
  });

  it('a folder is looked through first, and attached whole', () => {
    const other = place.json<{ number: string }>(['case', 'open', '--title', 'Una carpeta']);
    const args = ['evidence', 'attach', '--case', other.number, place.path('in')];
    const seen = place.json<{ files: number; litter: number }>([...args, '--preview']);
    expect(place.json<{ total: number }>(['evidence', 'list', '--case', other.number]).total).toBe(0);
    const { exhibits: taken } = place.json<{ exhibits: Exhibit[] }>(args);
    expect(taken).toHaveLength(seen.files);
    expect(seen.files).toBeGreaterThan(3);
  });

  it('refuses a case that is not there', () => {
    const { code, out } = place.run([
      'evidence',
      'attach',
      '--case',
      'FETP-1999-0001',
      place.path('in/twin'),
    ]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });

  it('shows a terminal no control characters from a name', () => {
    const { out } = place.run(['evidence', 'list', '--case', opened.number]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(out.trim().split('\n')).toHaveLength(8);
  });

  it('Ctrl-C keeps what is attached, takes back the rest and says so', async () => {
    const big = place.path('big.bin');
    closeSync(openSync(big, 'w'));
    truncateSync(big, 6 * 1024 ** 3);
    const env = {
      PATH: process.env.PATH ?? '',
      CUSTODIA_VAULT: place.vault,
      CUSTODIA_PASSPHRASE: passphrase,
    };
    const args = [
      'evidence',
      'attach',
      '--case',
      opened.number,
      place.path('in/empty'),
      big,
      '--json',
      '--progress',
    ];
    const child = spawn(process.execPath, [program, ...args], { env });
    let out = '';
    let err = '';
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
    });
    child.stderr.on('data', (part: Buffer) => {
      if (err === '' || !err.includes('big.bin')) setTimeout(() => child.kill('SIGINT'), 300);
      err += part.toString();
    });
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(code).toBe(1);
    expect((JSON.parse(out) as { exhibits: Exhibit[] }).exhibits.map((each) => each.name)).toEqual(['empty']);
    expect(err).toContain('Se canceló');
    unlinkSync(big);
    expect(place.json(['vault', 'verify'])).toMatchObject({ valid: true });
    const left = readdirSync(join(place.vault, 'blobs'), { recursive: true, encoding: 'utf8' });
    for (const name of left) expect(statSync(join(place.vault, 'blobs', name)).size).toBeLessThan(1024 ** 2);
  });
});

describe('evidence extract', () => {
  it('writes the plain file exactly, under the name asked for, and records it', () => {
    const [first] = exhibits;
    const out = place.path('out ñ.txt');
    const answer = place.json(['evidence', 'extract', first?.number ?? '', '--out', out]);
    expect(answer).toEqual({ path: out, number: first?.number });
    expect(readFileSync(out, 'utf8')).toBe(statement);
    const empty = place.path('empty.out');
    place.json(['evidence', 'extract', exhibits[4]?.id ?? '', '--out', empty]);
    expect(statSync(empty).size).toBe(0);
    const { entries } = place.json<{ entries: { kind: string; subject: string }[] }>([
      'journal',
      'show',
      '--case',
      opened.number,
    ]);
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: 'access.recorded', subject: first?.number }),
    );
  });

  it('overwrites nothing and leaves nothing half done', () => {
    const there = place.file('there.txt', 'mine');
    const again = place.run(['evidence', 'extract', exhibits[0]?.number ?? '', '--out', there]);
    expect(again.code).toBe(1);
    expect(again.err).toContain('No se escribió encima');
    expect(readFileSync(there, 'utf8')).toBe('mine');
    const nowhere = place.run([
      'evidence',
      'extract',
      exhibits[0]?.number ?? '',
      '--out',
      place.path('no/x'),
    ]);
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain('No se puede escribir en esa carpeta');
    expect(readdirSync(place.dir).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  const tool = 'age';
  const age = spawnSync(tool, ['--version']).status === 0;
  if (!age) process.stdout.write('NOT RUN: age opens a blob with the recovery file: age is not installed\n');

  it.skipIf(!age)('is not needed by who has age and the recovery file', () => {
    const { blob } = place.json<{ blob: string }>(['evidence', 'show', exhibits[0]?.number ?? '']);
    const all = readdirSync(join(place.vault, 'blobs'), { recursive: true, encoding: 'utf8' });
    const file = all.find((name) => name.replaceAll(/[\\/]/g, '').includes(blob));
    const { stdout, stderr } = spawnSync(tool, [
      '-d',
      '-i',
      place.recovery,
      join(place.vault, 'blobs', file ?? ''),
    ]);
    expect(stderr.toString()).toBe('');
    expect(stdout.toString()).toBe(statement);
  });
});

describe('custody', () => {
  const number = (): string => exhibits[1]?.number ?? '';

  it('is a chain: what cannot follow is refused', () => {
    const early = place.run(['evidence', 'transfer', number(), '--to', 'Laboratorio']);
    expect(early.code).toBe(1);
    expect(early.err).toContain('la cadena de custodia empieza con la recepción');
    const received = [
      'custody',
      'record',
      number(),
      'received',
      '--to',
      'Secretaría',
      '--when',
      '2026-05-03 10:00',
    ];
    expect(place.json(received)).toMatchObject({ number: number(), event: 'received', holder: 'Secretaría' });
    const args = ['--to', 'Laboratorio IDIF', '--place', 'La Paz', '--reason', 'Pericia'];
    expect(place.json(['evidence', 'transfer', number(), ...args])).toMatchObject({
      holder: 'Laboratorio IDIF',
    });
    const { custodyRecords } = place.json<{ custodyRecords: Record<string, string>[] }>([
      'evidence',
      'show',
      number(),
    ]);
    expect(custodyRecords.map((record) => [record.event, record.from, record.to])).toEqual([
      ['received', '', 'Secretaría'],
      ['transferred', 'Secretaría', 'Laboratorio IDIF'],
    ]);
  });
});

describe('journal show', () => {
  it('tells the case as it stood', () => {
    const of = (...more: string[]) =>
      place.json<{ case: string; entries: { kind: string; author: string }[] }>([
        ...['journal', 'show', '--case', opened.number, ...more],
      ]);
    const all = of();
    expect(all.case).toBe(opened.id);
    expect(all.entries[0]).toMatchObject({ kind: 'case.opened', author: adminName });
    expect(of('--as-of', '2020-01-01').entries).toEqual([]);
    const { total } = place.json<{ total: number }>([
      ...[
        'evidence',
        'list',
        '--case',
        opened.number,
        '--as-of',
        new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
      ],
    ]);
    expect(total).toBe(9);
  });
});

describe('damage', () => {
  it('of a stored exhibit is named by every check, with exit code 1', () => {
    const number = exhibits[3]?.number ?? '';
    const { blob } = place.json<{ blob: string }>(['evidence', 'show', number]);
    expect(place.json(['evidence', 'verify', number])).toEqual({ valid: true, problems: [] });
    const all = readdirSync(join(place.vault, 'blobs'), { recursive: true, encoding: 'utf8' });
    const file = join(
      place.vault,
      'blobs',
      all.find((name) => name.replaceAll(/[\\/]/g, '').includes(blob)) ?? '',
    );
    const bytes = readFileSync(file);
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 4;
    writeFileSync(file, bytes);
    const one = place.run(['evidence', 'verify', number, '--json']);
    expect([one.code, JSON.parse(one.out)]).toEqual([
      1,
      { valid: false, problems: [{ item: number, what: 'damaged' }] },
    ]);
    const whole = place.run(['vault', 'verify', '--deep', '--json']);
    expect(whole.code).toBe(1);
    expect(JSON.parse(whole.out)).toMatchObject({
      valid: false,
      problems: [{ item: number, what: 'damaged' }],
    });
    const extracted = place.run(['evidence', 'extract', number, '--out', place.path('damaged.txt')]);
    expect(extracted.code).toBe(1);
    expect(existsSync(place.path('damaged.txt'))).toBe(false);
  });
});
