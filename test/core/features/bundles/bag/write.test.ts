import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../../../../electron/core/features/bundles/bag/verify.ts';
import { type BagPart, writeBag } from '../../../../../electron/core/features/bundles/bag/write.ts';
import {
  checkByHand,
  filesIn,
  info,
  isThere,
  partOf,
  run,
  signer,
  smallParts,
  temporaryFolder,
  writeSmallBag,
} from './a-bag.ts';

const byHand = [isThere('sha256sum', '--version'), isThere('ssh-keygen', '-?')].every(Boolean);
/** The Library of Congress' validator. */
const bagIt = isThere('python3', '-c', 'import bagit');

let place = '';
let remove = () => {};
beforeAll(() => {
  ({ path: place, remove } = temporaryFolder());
});
afterAll(() => remove());

const text = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

describe('a bundle', () => {
  let folder = '';
  let fingerprint = '';
  beforeAll(async () => {
    const written = await writeSmallBag(join(place, 'Legajo 1'));
    folder = written.path;
    fingerprint = written.fingerprint;
  });

  it('has all that BagIt asks for, and nothing else', () => {
    expect(filesIn(folder)).toEqual([
      'LEEME.txt',
      'README.txt',
      'allowed_signers',
      'bag-info.txt',
      'bagit.txt',
      'data/custody/E-002.json',
      'data/expediente.pdf',
      'data/journal/entries.jsonl',
      'data/native/E-002 Año ñandú (copia).jpg',
      'data/native/E-003 vacío.txt',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
      'tagmanifest-sha256.txt',
      'tagmanifest-sha256.txt.sig',
      'tagmanifest-sha512.txt',
    ]);
    expect(text(folder, 'bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    const bytes = filesIn(join(folder, 'data')).reduce(
      (sum, file) => sum + statSync(join(folder, 'data', file)).size,
      0,
    );
    expect(text(folder, 'bag-info.txt').split('\n')).toEqual([
      'Source-Organization: Fiscalía Especializada en Trata y Tráfico de Personas, La Paz',
      'External-Identifier: 01J9Z3YQ5V8N6R4T2W0X',
      'External-Description: Legajo de pruebas: caso FETP-2026-0001',
      'Bagging-Date: 2026-05-03',
      `Payload-Oxum: ${bytes}.5`,
      'Exhibit-Count: 3',
      'Bag-Software-Agent: Custodia 0.1.0',
      '',
    ]);
    const listed = (file: string) =>
      text(folder, file)
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(line.indexOf('  ') + 2));
    for (const algorithm of ['sha256', 'sha512']) {
      expect(listed(`manifest-${algorithm}.txt`)).toEqual(
        filesIn(folder).filter((path) => path.startsWith('data/')),
      );
      expect(listed(`tagmanifest-${algorithm}.txt`)).toEqual(
        filesIn(folder).filter((path) => !/^data|^tagman/.test(path)),
      );
    }
  });

  it('is identified by the hash of its tag manifest, and verifies', async () => {
    const hash = createHash('sha256').update(readFileSync(join(folder, 'tagmanifest-sha256.txt')));
    expect(fingerprint).toBe(hash.digest('hex'));
    expect(await verifyBundle(folder)).toEqual({
      valid: true,
      problems: [],
      fingerprint,
      title: info.title,
      exhibits: 3,
      signedBy: 'ana.quispe',
    });
  });

  it.runIf(byHand)('verifies with sha256sum and ssh-keygen', () => {
    expect(checkByHand(folder)).toMatchObject({ ok: true });
    expect(checkByHand(folder).said).toContain(
      'Good "custodia-bundle" signature for ana.quispe with ED25519',
    );
  });

  it.runIf(byHand)('verifies with the commands that it explains itself, each as it stands', () => {
    for (const file of ['LEEME.txt', 'README.txt']) {
      const commands = text(folder, file)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => /^(sha256sum|ssh-keygen) /.test(line));
      expect(commands).toHaveLength(3);
      for (const command of commands)
        expect(run('sh', ['-c', command], folder), command).toMatchObject({ ok: true });
      const [, key = ''] = /^ {4}(SHA256:\S+)$/m.exec(text(folder, file)) ?? [];
      expect(run('sh', ['-c', commands.at(-1) ?? ''], folder).said).toContain(key);
    }
  });

  it.runIf(bagIt)('verifies with the BagIt validator of the Library of Congress', () => {
    const validate = 'import bagit, sys; bagit.Bag(sys.argv[1]).validate()';
    expect(run('python3', ['-c', validate, folder], place)).toMatchObject({ ok: true });
  });

  it('is never written over', async () => {
    const before = readFileSync(join(folder, 'tagmanifest-sha256.txt'));
    await expect(writeSmallBag(folder)).rejects.toMatchObject({ code: 'file.exists' });
    expect(readFileSync(join(folder, 'tagmanifest-sha256.txt'))).toEqual(before);
    let read = false;
    async function* content() {
      read = true;
      yield Buffer.from('x');
    }
    const late = writeBag(folder, [{ path: 'data/a', content: content() }], info, signer);
    await expect(late).rejects.toMatchObject({ code: 'file.exists', params: { name: 'Legajo 1' } });
    expect(read).toBe(false);
    const empty = join(place, 'empty');
    mkdirSync(empty);
    await expect(writeSmallBag(empty)).rejects.toMatchObject({ code: 'file.exists' });
    const link = join(place, 'link');
    symlinkSync(join(place, 'nowhere'), link);
    await expect(writeSmallBag(link)).rejects.toMatchObject({ code: 'file.exists' });
  });
});

describe('writing', () => {
  const leftOf = (name: string): string[] => readdirSync(place).filter((each) => each.startsWith(name));

  it('takes the place of what a crash left, and says on one line what people wrote on several', async () => {
    const folder = join(place, 'After a crash');
    mkdirSync(join(`${folder}.partial`, 'data'), { recursive: true });
    writeFileSync(join(`${folder}.partial`, 'data', 'old.pdf'), 'x');
    await writeBag(folder, smallParts(), { ...info, title: 'Uno\r\nPayload-Oxum: 1.1\u0000' }, signer);
    expect(filesIn(folder)).not.toContain('data/old.pdf');
    expect(existsSync(`${folder}.partial`)).toBe(false);
    expect(await verifyBundle(folder)).toMatchObject({ valid: true, title: 'Uno Payload-Oxum: 1.1' });
  });

  it('works without any payload', async () => {
    const { path } = await writeBag(join(place, 'Nothing'), [], { ...info, exhibits: 0 }, signer);
    expect(await verifyBundle(path)).toMatchObject({ valid: true, exhibits: 0 });
  });

  it('leaves nothing when a part fails, is cancelled, or is not of the size that was said', async () => {
    async function* failing() {
      yield Buffer.from('begun');
      throw new Error('the blob is damaged');
    }
    const broken: BagPart = { path: 'data/b', content: failing() };
    const attempt = (name: string, parts: readonly BagPart[], signal?: AbortSignal) =>
      writeBag(join(place, name), parts, info, signer, signal === undefined ? {} : { signal });

    await expect(attempt('Broken', [partOf('data/a', 'x'), broken])).rejects.toThrow('the blob is damaged');
    expect(leftOf('Broken')).toEqual([]);

    const size = { ...partOf('data/a', 'xy'), size: 3 };
    await expect(attempt('Size', [size])).rejects.toMatchObject({
      code: 'blob.damaged',
      params: { name: 'a' },
    });
    expect(leftOf('Size')).toEqual([]);

    const abort = new AbortController();
    let closed = false;
    async function* endless() {
      try {
        for (;;) {
          yield Buffer.alloc(1000);
          abort.abort();
        }
      } finally {
        closed = true;
      }
    }
    const cancelled = attempt('Cancelled', [{ path: 'data/a', content: endless() }], abort.signal);
    await expect(cancelled).rejects.toMatchObject({ code: 'call.cancelled' });
    expect(leftOf('Cancelled')).toEqual([]);
    expect(closed).toBe(true);
  });

  it('asks for room first', async () => {
    const huge = { ...partOf('data/a', 'x'), size: 2 ** 60 };
    await expect(writeBag(join(place, 'Huge'), [huge], info, signer)).rejects.toMatchObject({
      code: 'disk.full',
    });
    expect(leftOf('Huge')).toEqual([]);
  });

  it('tells a disk that was pulled out', async () => {
    const gone = writeBag(join(place, 'gone', 'Legajo'), smallParts(), info, signer);
    await expect(gone).rejects.toMatchObject({ code: 'disk.failed' });
  });

  it.each([
    ['outside', 'manifest.txt'],
    ['upwards', 'data/../x'],
    ['absolute', '/data/x'],
    ['twice', 'data/TWICE.txt', 'data/twice.txt'],
    ['not in NFC', 'data/an\u0303o'],
    ['with a line break', 'data/a\nb'],
    ['with a percent sign', 'data/100%'],
    ['reserved', 'data/aux.txt'],
  ])('refuses a path %s before anything is written', async (_, ...paths) => {
    const parts = paths.map((path) => partOf(path, 'x'));
    await expect(writeBag(join(place, 'Paths'), parts, info, signer)).rejects.toThrow(TypeError);
    expect(leftOf('Paths')).toEqual([]);
  });

  it('streams: tells how far it is, and never holds a file whole', async () => {
    const told: number[] = [];
    const chunk = Buffer.alloc(1024 * 1024, 7);
    async function* many() {
      for (let n = 0; n < 64; n += 1) yield chunk;
    }
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const progress = (bytes: number) => {
      told.push(bytes);
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    };
    const parts = [partOf('data/a', 'xyz'), { path: 'data/b', content: many() }];
    const { path } = await writeBag(join(place, 'Large'), parts, info, signer, { progress });
    expect(told.at(-1)).toBe(64 * chunk.length + 3);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(most).toBeLessThan(16 * chunk.length);
    expect(await verifyBundle(path)).toMatchObject({ valid: true });
  });
});
