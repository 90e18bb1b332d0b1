import { generateKeyPairSync } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProblems } from '../../../../../electron/core/features/bundles/bag/problems.ts';
import { verifyBundle } from '../../../../../electron/core/features/bundles/bag/verify.ts';
import { writeBag } from '../../../../../electron/core/features/bundles/bag/write.ts';
import { signSsh } from '../../../../../electron/core/vault/sshsig.ts';
import en from '../../../../../resources/locales/en/bundle-problems.json' with { type: 'json' };
import es from '../../../../../resources/locales/es/bundle-problems.json' with { type: 'json' };
import {
  checkByHand,
  filesIn,
  info,
  isThere,
  signer,
  smallParts,
  temporaryFolder,
  writeSmallBag,
} from './a-bag.ts';

const signature = 'tagmanifest-sha256.txt.sig';
/** Nothing signs it, and `sha512sum` reads capitals, a star before a name, an empty line and a last one without its end as the same. */
const unsigned = 'tagmanifest-sha512.txt';
const byHand = [isThere('sha256sum', '--version'), isThere('ssh-keygen', '-?')].every(Boolean);

/** Every case runs three programs. */
const slow = { timeout: 120_000 };

let place = '';
let bag = '';
let remove = () => {};
let files: string[] = [];
beforeAll(async () => {
  ({ path: place, remove } = temporaryFolder());
  bag = (await writeSmallBag(join(place, 'bag'))).path;
  files = filesIn(bag);
});
afterAll(() => remove());

/** Gives a copy of the bundle to `work`, and takes it away afterwards. */
async function onCopy<T>(work: (copy: string) => T | Promise<T>): Promise<T> {
  const { path, remove: removeCopy } = temporaryFolder();
  const copy = join(path, 'bag');
  cpSync(bag, copy, { recursive: true });
  try {
    return await work(copy);
  } finally {
    removeCopy();
  }
}

const problemsOf = async (path: string) =>
  (await verifyBundle(path)).problems.map(({ item, what }) => `${item}: ${what}`);

describe('any single changed byte', () => {
  /** `ssh-keygen` reads over blanks in the armour and whatever follows it; ours does not. */
  const readOver = (before: number, after: number, at: number, length: number): boolean => {
    const blank = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
    return (blank(before) && blank(after)) || at === length - 1;
  };

  const saysTheSame = (before: number, after: number): boolean =>
    /^(?:[a-f] [A-F]| {2}\*)$/.test(String.fromCharCode(before, 0x20, after));

  async function expectNoticed(file: string, at: number, flip: number): Promise<void> {
    const path = join(bag, file);
    const whole = readFileSync(path);
    const changed = Buffer.from(whole);
    const before = changed[at] ?? 0;
    changed[at] = before ^ flip;
    writeFileSync(path, changed);
    try {
      const label = `${file} byte ${at} ${before} -> ${before ^ flip}`;
      const verified = await verifyBundle(bag);
      expect(verified.valid, label).toBe(false);
      const { title, signedBy, exhibits } = verified;
      expect([info.title, undefined], label).toContain(title);
      expect([signer.principal, undefined], label).toContain(signedBy);
      expect([info.exhibits, undefined], label).toContain(exhibits);
      const tolerated =
        (file === signature && readOver(before, before ^ flip, at, whole.length)) ||
        (file === unsigned && saysTheSame(before, before ^ flip));
      if (byHand && !tolerated) expect(checkByHand(bag).ok, label).toBe(false);
    } finally {
      writeFileSync(path, whole);
    }
  }

  it('is noticed, the first and the last of every file, by us and by hand', slow, async () => {
    for (const file of files) {
      const { length } = readFileSync(join(bag, file));
      for (const at of length === 0 ? [] : [0, length - 1]) {
        await expectNoticed(file, at, 0x01);
        await expectNoticed(file, at, 0x20);
      }
    }
    expect(await verifyBundle(bag)).toMatchObject({ valid: true });
  });

  it('is noticed, any of any file, by us and by hand', slow, async () => {
    const change = fc
      .constantFrom(...files)
      .filter((file) => readFileSync(join(bag, file)).length > 0)
      .chain((file) =>
        fc.record({
          file: fc.constant(file),
          at: fc.nat(readFileSync(join(bag, file)).length - 1),
          flip: fc.oneof(fc.integer({ min: 1, max: 255 }), fc.constantFrom(0x01, 0x20, 0x80)),
        }),
      );
    await fc.assert(
      fc.asyncProperty(change, ({ file, at, flip }) => expectNoticed(file, at, flip)),
      { numRuns: 120, seed: 20260503 },
    );
  });

  it('is noticed in the signature at every place', slow, async () => {
    const path = join(bag, signature);
    const whole = readFileSync(path);
    const bytes = [0x00, 0x09, 0x0a, 0x20, 0x2d, 0x41, 0x61, 0xff];
    for (let at = 0; at < whole.length; at += 1) {
      const [byte = 0] = [...bytes.slice(at % bytes.length), ...bytes].filter((each) => each !== whole[at]);
      const changed = Buffer.from(whole);
      changed[at] = byte;
      writeFileSync(path, changed);
      expect((await verifyBundle(bag)).valid, `byte ${at} -> ${byte}`).toBe(false);
    }
    writeFileSync(path, whole);
    expect(await verifyBundle(bag)).toMatchObject({ valid: true });
  });
});

describe('a changed set of files', () => {
  it(
    'is noticed for each file removed, renamed, cut short, made longer or replaced by a link',
    slow,
    async () => {
      for (const file of files) {
        await onCopy(async (copy) => {
          const path = join(copy, file);
          const whole = readFileSync(path);
          const noticed = async (what: string) => {
            expect((await verifyBundle(copy)).valid, `${file} ${what}`).toBe(false);
            const tolerated = file === unsigned && (what === 'cut short' || what === 'made longer');
            if (byHand && !tolerated) expect(checkByHand(copy).ok, `${file} ${what}`).toBe(false);
          };
          renameSync(path, `${path}x`);
          await noticed('renamed');
          rmSync(`${path}x`);
          await noticed('removed');
          writeFileSync(join(place, 'elsewhere'), whole);
          symlinkSync(join(place, 'elsewhere'), path);
          expect(await problemsOf(copy), file).toContain(`${file}: unsafe`);
          rmSync(path);
          writeFileSync(path, whole);
          // The line's end after the armour, and what follows it, are nothing to ssh-keygen: only ours is so strict.
          const cut = file === signature ? 2 : 1;
          if (whole.length > 0) {
            truncateSync(path, whole.length - cut);
            await noticed('cut short');
          }
          writeFileSync(path, Buffer.concat([whole, Buffer.from('\n')]));
          if (file === signature) expect((await verifyBundle(copy)).valid).toBe(false);
          else await noticed('made longer');
          writeFileSync(path, whole);
          expect((await verifyBundle(copy)).valid, file).toBe(true);
        });
      }
    },
  );

  it('is noticed for files added anywhere', async () => {
    for (const file of ['data/new.pdf', 'data/native/deep/new', 'new.txt', 'fetch.txt', 'manifest-md5.txt']) {
      await onCopy(async (copy) => {
        mkdirSync(dirname(join(copy, file)), { recursive: true });
        writeFileSync(join(copy, file), '');
        expect(await problemsOf(copy)).toContain(`${file}: unexpected`);
      });
    }
  });

  it('names each thing that is wrong, once', async () => {
    await onCopy(async (copy) => {
      rmSync(join(copy, 'data/custody/E-002.json'));
      writeFileSync(join(copy, 'data/expediente.pdf'), '%PDF-1.7\nFOJAS\n%%EOF\n');
      writeFileSync(join(copy, 'data/EXPEDIENTE.PDF'), 'x');
      writeFileSync(join(copy, 'data/aux'), '');
      expect(await problemsOf(copy)).toEqual(
        expect.arrayContaining([
          'bag-info.txt: oxum',
          'data/aux: unsafe',
          'data/custody/E-002.json: missing',
          'data/expediente.pdf: changed',
        ]),
      );
      expect((await problemsOf(copy)).filter((each) => each.endsWith(': duplicate'))).toHaveLength(1);
    });
  });

  it('takes a name in another Unicode form for the same, as a Mac gives it back', async () => {
    await onCopy(async (copy) => {
      const name = 'data/native/E-002 Año ñandú (copia).jpg';
      renameSync(join(copy, name), join(copy, name.normalize('NFD')));
      expect(await problemsOf(copy)).toEqual([]);
    });
  });
});

describe('a bundle that somebody made over', () => {
  it('is refused when another key signed it, or when it names another', async () => {
    await onCopy(async (copy) => {
      const other = generateKeyPairSync('ed25519');
      const signed = readFileSync(join(copy, 'tagmanifest-sha256.txt'));
      const path = join(copy, signature);
      writeFileSync(path, signSsh(signed, other, 'custodia-bundle'));
      expect(await problemsOf(copy)).toEqual(['tagmanifest-sha256.txt.sig: signer']);
      expect((await verifyBundle(copy)).signedBy).toBeUndefined();
      writeFileSync(path, signSsh(signed, signer, 'file'));
      expect(await problemsOf(copy)).toEqual(['tagmanifest-sha256.txt.sig: signature']);
      const again = await writeBag(join(dirname(copy), 'again'), smallParts(), info, { ...signer, ...other });
      cpSync(join(again.path, 'allowed_signers'), join(copy, 'allowed_signers'));
      cpSync(join(again.path, signature), path);
      expect((await verifyBundle(copy)).signedBy).toBeUndefined();
    });
  });

  it('shows by its fingerprint that it is another, even if all of it fits together', async () => {
    await onCopy(async (copy) => {
      const other = { ...signer, privateKey: generateKeyPairSync('ed25519').privateKey };
      const again = await writeBag(join(dirname(copy), 'again'), smallParts(), info, other);
      const verified = await verifyBundle(again.path);
      expect(verified.valid).toBe(true);
      expect(verified.fingerprint).not.toBe((await verifyBundle(bag)).fingerprint);
    });
  });

  it('is refused with a manifest that names what it must not, or not as it must', async () => {
    const hash = 'a'.repeat(64);
    for (const [file, line, problem] of [
      ['manifest-sha256.txt', `${hash}  bag-info.txt`, 'manifest-sha256.txt: malformed'],
      ['manifest-sha256.txt', `${hash}  data/../../x`, 'data/../../x: missing'],
      ['manifest-sha256.txt', `${hash}  /etc/passwd`, '/etc/passwd: missing'],
      ['manifest-sha256.txt', `${hash}  data/expediente.pdf`, 'data/expediente.pdf: duplicate'],
      ['manifest-sha256.txt', `${hash} *data/x`, 'manifest-sha256.txt: malformed'],
      ['manifest-sha256.txt', `${hash.toUpperCase()}  data/x`, 'manifest-sha256.txt: malformed'],
      ['manifest-sha256.txt', `${hash}  data/x\r`, 'manifest-sha256.txt: malformed'],
      ['manifest-sha256.txt', '', 'manifest-sha256.txt: malformed'],
      ['tagmanifest-sha256.txt', `${hash}  data/x`, 'tagmanifest-sha256.txt: malformed'],
      ['tagmanifest-sha256.txt', `${hash}  tagmanifest-sha256.txt`, 'tagmanifest-sha256.txt: duplicate'],
    ] as const) {
      await onCopy(async (copy) => {
        writeFileSync(join(copy, file), `${readFileSync(join(copy, file), 'utf8')}${line}\n`);
        expect(await problemsOf(copy), line).toContain(problem);
      });
    }
  });

  it('is refused with text that is no UTF-8, has a mark before it, or is larger than any', async () => {
    for (const file of files.filter((path) => !path.startsWith('data/'))) {
      await onCopy(async (copy) => {
        const whole = readFileSync(join(copy, file));
        writeFileSync(join(copy, file), Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), whole]));
        expect((await verifyBundle(copy)).valid).toBe(false);
        writeFileSync(join(copy, file), Buffer.of(0xff, 0xfe));
        const explained = file === 'LEEME.txt' || file === 'README.txt';
        expect(await problemsOf(copy)).toContain(`${file}: ${explained ? 'changed' : 'malformed'}`);
        truncateSync(join(copy, file), 2 ** 40);
        expect(await problemsOf(copy)).toContain(`${file}: tooLarge`);
      });
    }
  });
});

describe('what is no bundle', () => {
  it('is told as such', async () => {
    const empty = join(place, 'empty');
    mkdirSync(empty);
    expect(await verifyBundle(empty)).toEqual({
      valid: false,
      problems: [{ item: 'empty', what: 'notABundle' }],
    });
    const text = join(place, 'text.zip');
    writeFileSync(text, 'no archive');
    expect(await problemsOf(text)).toEqual(['text.zip: notABundle']);
    expect(await problemsOf(join(place, 'nowhere'))).toEqual(['nowhere: missing']);
    symlinkSync(bag, join(place, 'link'));
    expect(await problemsOf(join(place, 'link'))).toEqual(['link: notABundle']);
  });
});

describe('the texts', () => {
  it('are there for each problem in both languages', () => {
    for (const texts of [es, en])
      expect(Object.keys(texts).toSorted()).toEqual([...bundleProblems].toSorted());
  });
});
