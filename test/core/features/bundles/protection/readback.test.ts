import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBytes } from '../../../../../electron/core/features/bundles/protection/readback/bytes.ts';
import { readBack } from '../../../../../electron/core/features/bundles/protection/readback/check.ts';
import { soughtOf } from '../../../../../electron/core/features/bundles/protection/readback/sought.ts';
import { noise } from '../../../../fixtures/corpus.ts';
import { onePagePdf, rawPdf } from '../../../../fixtures/pdf.ts';
import { deflatedZip } from '../../../../fixtures/zip.ts';

const word = 'Nuñézar';
const terms = [{ text: word, wholeWord: false }];
const sought = soughtOf(terms);
const found = async (bytes: Buffer): Promise<boolean> =>
  (await inBytes(bytes, sought, () => undefined)).size > 0;
const around = (bytes: Buffer, before = 'texto ', after = ' texto\n'): Buffer =>
  Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);

describe('the bytes of a file', () => {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
  const spellings = [word, plain, word.normalize('NFD'), word.toUpperCase(), word.toLowerCase()];
  const encodings: readonly (readonly [string, (text: string) => Buffer])[] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['Latin-1', (text) => Buffer.from(text.normalize('NFC'), 'latin1')],
    ['UTF-16LE', (text) => Buffer.from(text, 'utf16le')],
    ['UTF-16BE', (text) => Buffer.from(text, 'utf16le').swap16()],
    ['hexadecimal', (text) => Buffer.from(Buffer.from(text).toString('hex'))],
    ['percent', (text) => Buffer.from(encodeURIComponent(text))],
    [
      'JSON',
      (text) =>
        Buffer.from(
          text.replace(/\P{ASCII}/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
        ),
    ],
  ];

  it.each(encodings)('are searched in %s, whatever case and accents', async (_name, encode) => {
    for (const spelling of spellings)
      for (const before of ['texto ', 'textos '])
        expect(await found(around(encode(spelling), before)), spelling).toBe(true);
  });

  it.each([
    ['entities', 'Nu&ntilde;&eacute;zar'],
    ['numbered entities', 'Nu&#241;&#xE9;zar'],
    ['quoted-printable', 'Nu=C3=B1=C3=\r\n=A9zar'],
    ['quoted-printable in Latin-1', 'Nu=F1=E9zar'],
    ['octal escapes of a PDF', '(Nu\\361\\351zar) Tj'],
    ['a name in a PDF', '/Nu#C3#B1#C3#A9zar'],
    ['a hexadecimal string with spaces', '<4E 75 F1 E9 7A 61 72>'],
    ['UTF-16 as a hexadecimal string', '<FEFF004E007500F100E9007A00610072>'],
    ['letters set one by one', '[(N) -20 (u\\361) 5 (\\351za) (r)] TJ'],
    ['a broken line', 'Nuñé-\n   zar'],
    ['soft hyphens', 'Nu\u00adñé\u200bzar'],
    ['a whole base64 text', Buffer.from(`para ${word}, hoy`).toString('base64')],
  ])('are read as %s', async (_name, text) => {
    expect(await found(around(Buffer.from(text)))).toBe(true);
  });

  it('are unpacked: streams of a PDF, archives in archives, files in messages', async () => {
    const packed = deflateSync(Buffer.from(`BT (Nu\\361\\351zar) Tj ET`));
    const body = `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream`;
    expect(await found(rawPdf(['<< /Type /Catalog >>', body]))).toBe(true);
    const inner = deflatedZip([{ path: 'a.xml', bytes: Buffer.from(`<a>${word}</a>`) }]);
    const outer = deflatedZip([{ path: 'b.zip', bytes: inner }]);
    expect(await found(outer)).toBe(true);
    const lines = outer.toString('base64').replace(/(.{76})/g, '$1\r\n');
    expect(await found(Buffer.from(`Content-Transfer-Encoding: base64\r\n\r\n${lines}\r\n`))).toBe(true);
    expect(await found(deflatedZip([{ path: `${word}.txt`, bytes: Buffer.from('x') }]))).toBe(true);
  });

  it('do not hold it by chance, nor inside another word where it stands alone', async () => {
    const short = soughtOf([{ text: 'Paz', wholeWord: true }]);
    const bytes = noise(3_000_000, 'chance');
    expect([...(await inBytes(bytes, short, () => undefined))]).toEqual([]);
    expect(short.in('La Pazos capaz', true)).toEqual([]);
    expect(short.in('Señor PAZ, dice', true)).toEqual([0]);
  });
});

describe('a finished package', () => {
  let root: string;
  const signal = new AbortController().signal;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'custodia-readback-'));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  function packageOf(name: string, files: Readonly<Record<string, Buffer | string>>): string {
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(join(root, name, dirname(path)), { recursive: true });
      writeFileSync(join(root, name, path), bytes);
    }
    return join(root, name);
  }
  const read = (folder: string) =>
    readBack(folder, {
      terms: [{ text: 'Zenobia Tarqui', wholeWord: true }],
      placeOf: (path, page) => ({
        exhibit: path.includes('native') ? 'E-007' : '',
        page: String((page ?? -1) + 1),
      }),
      isNative: (path) => path.startsWith('data/native/'),
      progress: () => undefined,
      signal,
    });

  it('passes where it tells nothing, and says who read it', async () => {
    const clean = packageOf('clean', { 'bag-info.txt': 'x', 'data/legajo.pdf': onePagePdf('nada') });
    expect(await read(clean)).toEqual(expect.arrayContaining(['bytes', 'pdfjs']));
  });

  it.each([
    ['title', { 'data/legajo.pdf': onePagePdf('nada', '/Metadata << /x (Zenobia Tarqui) >>') }, null],
    ['page', { 'data/legajo.pdf': onePagePdf('Zenobia Tarqui') }, '1'],
    ['file that travels as it is', { 'data/native/E-007.txt': 'Zenobia  Tarqui' }, '0'],
    ['tag file', { 'bag-info.txt': 'External-Description: ZENOBIA TARQUI' }, '0'],
    ['file name', { 'data/native/E-007 zenobia_tarqui.bin': 'x' }, '0'],
  ])('stops at what stands in a %s, and says where without saying what', async (name, files, page) => {
    const folder = packageOf(`bad ${name}`, files as Readonly<Record<string, Buffer | string>>);
    const error = await read(folder).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'bundle.reveals', ...(page === null ? {} : { params: { page } }) });
    expect(JSON.stringify(error)).not.toMatch(/tarqui/i);
  });

  it('is not handed out where a PDF cannot be read back', async () => {
    const folder = packageOf('broken', { 'data/legajo.pdf': Buffer.from('%PDF-1.7\nnothing') });
    await expect(read(folder)).rejects.toMatchObject({ code: 'bundle.notChecked' });
  });
});
