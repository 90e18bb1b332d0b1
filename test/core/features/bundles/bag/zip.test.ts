import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../../../../electron/core/features/bundles/bag/verify.ts';
import { filesIn, info, isThere, run, temporaryFolder, writeSmallBag } from './a-bag.ts';

const python = isThere('python3', '-c', 'import zipfile');
const infoZip = isThere('zip', '-v');

let place = '';
let bag = '';
let remove = () => {};
beforeAll(async () => {
  ({ path: place, remove } = temporaryFolder());
  bag = (await writeSmallBag(join(place, 'Legajo ñ'))).path;
});
afterAll(() => remove());

let made = 0;
/** An archive of the bundle by Python's zipfile, with `more` done to it in Python: `z` is the archive, `I` ZipInfo. */
function pythonZip(more = '', { top = 'Legajo ñ/', method = 'ZIP_DEFLATED', skip = 'nothing' } = {}): string {
  made += 1;
  const path = join(place, `${made}.zip`);
  const script = `
import os, stat, sys, warnings, zipfile
from zipfile import ZipInfo as I
warnings.simplefilter('ignore')
out, bag, top = sys.argv[1:4]
with zipfile.ZipFile(out, 'w', zipfile.${method}) as z:
    for folder, _, names in os.walk(bag):
        for name in names:
            full = os.path.join(folder, name)
            inside = os.path.relpath(full, bag)
            if inside != '${skip}': z.write(full, top + inside)
${more
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
`;
  execFileSync('python3', ['-c', script, path, bag, top]);
  return path;
}

const problemsOf = async (path: string) =>
  (await verifyBundle(path)).problems.map(({ item, what }) => `${item}: ${what}`);

describe.runIf(python)('an archive by zipfile', () => {
  it.each([
    ['of the folder', {}],
    ['without the folder', { top: '' }],
    ['that compresses nothing', { method: 'ZIP_STORED' }],
  ])('%s verifies', async (_, options) => {
    const folder = await verifyBundle(bag);
    expect(await verifyBundle(pythonZip('', options))).toEqual(folder);
    expect(folder).toMatchObject({ valid: true, title: info.title, signedBy: 'ana.quispe', exhibits: 3 });
  });

  it('with entries for its folders verifies', async () => {
    expect(await problemsOf(pythonZip("z.mkdir(top + 'data')\nz.mkdir(top)"))).toEqual([]);
  });

  it('that lacks a file, or has one more, does not', async () => {
    const without = pythonZip('', { skip: 'data/expediente.pdf' });
    expect(await problemsOf(without)).toEqual(['bag-info.txt: oxum', 'data/expediente.pdf: missing']);
    expect(await problemsOf(pythonZip("z.writestr(top + 'more.txt', 'x')"))).toEqual([
      'more.txt: unexpected',
    ]);
    expect(await problemsOf(pythonZip("z.writestr('outside.txt', 'x')"))).toEqual([
      'outside.txt: unexpected',
    ]);
  });

  it('with any changed byte of content does not', async () => {
    const path = pythonZip('', { method: 'ZIP_STORED' });
    const whole = readFileSync(path);
    for (const file of filesIn(bag)) {
      const content = readFileSync(join(bag, file));
      const at = whole.indexOf(content);
      if (content.length === 0) continue;
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x20;
      writeFileSync(path, changed);
      expect((await verifyBundle(path)).valid, file).toBe(false);
    }
  });
});

describe.runIf(infoZip)('an archive by Info-ZIP', () => {
  it('verifies', async () => {
    const path = join(place, 'info.zip');
    expect(run('zip', ['-qr', path, basename(bag)], place)).toMatchObject({ ok: true });
    expect(await problemsOf(path)).toEqual([]);
  });
});

describe.runIf(python)('a hostile archive', () => {
  it.each([
    ['climbs out', "z.writestr(top + '../../out', 'x')", '../../out: unsafe'],
    ['is absolute', "z.writestr('/tmp/custodia-out', 'x')", '/tmp/custodia-out: unsafe'],
    ['names a drive', "z.writestr(I(top + 'C:/out'), 'x')", 'C:/out: unsafe'],
    ['climbs by backslashes', "z.writestr(top + '..\\\\..\\\\out', 'x')", '../../out: unsafe'],
    ['has a device', "z.writestr(top + 'data/NUL.txt', 'x')", 'data/NUL.txt: unsafe'],
    ['has a name twice', "z.write(bag + '/bagit.txt', top + 'bagit.txt')", 'bagit.txt: duplicate'],
    [
      'has a name in two cases',
      "z.writestr(top + 'DATA/Expediente.pdf', 'x')",
      'DATA/Expediente.pdf: duplicate',
    ],
    [
      'has a link',
      "i = I(top + 'data/l'); i.external_attr = (stat.S_IFLNK | 0o777) << 16; z.writestr(i, '/etc/passwd')",
      'Legajo ñ/data/l: unsafe',
    ],
    [
      'has a pipe',
      "i = I(top + 'data/p'); i.external_attr = (stat.S_IFIFO | 0o777) << 16; z.writestr(i, '')",
      'Legajo ñ/data/p: unsafe',
    ],
    ['has a folder with content', "z.writestr(I(top + 'data/f/'), 'x')", 'Legajo ñ/data/f/: malformed'],
    [
      'is packed in a way that is not read',
      "z.writestr(top + 'b', 'x', zipfile.ZIP_BZIP2)",
      'Legajo ñ/b: unreadable',
    ],
  ])('that %s is refused, and writes nothing', async (_, more, problem) => {
    const path = pythonZip(more);
    const before = filesIn(place);
    expect(await problemsOf(path)).toContain(problem);
    expect(filesIn(place)).toEqual(before);
  });

  /** Changes the archive's bytes: `find` to `put`, of the same length, from the given one of its places on. */
  function patched(path: string, find: Uint8Array, put: Uint8Array, last: boolean): string {
    const bytes = readFileSync(path);
    const at = last ? bytes.lastIndexOf(find) : bytes.indexOf(find);
    expect(at).toBeGreaterThan(-1);
    bytes.set(put, at);
    writeFileSync(path, bytes);
    return path;
  }

  it('that tells other programs another name is refused', async () => {
    const name = Buffer.from('data/expediente.pdf');
    const path = patched(pythonZip('', { top: '' }), name, Buffer.from('data/expediente.exe'), false);
    expect(await problemsOf(path)).toContain('data/expediente.pdf: malformed');
  });

  it('that grows beyond the size it declares is stopped there', async () => {
    const file = 'data/expediente.pdf';
    const path = pythonZip(`z.writestr(top + '${file}', bytes(3000000))`, { skip: file });
    const size = (bytes: number): Buffer => {
      const field = Buffer.alloc(4);
      field.writeUInt32LE(bytes);
      return field;
    };
    patched(path, size(3_000_000), size(readFileSync(join(bag, file)).length), true);
    expect(await problemsOf(path)).toEqual([`${file}: unreadable`]);
  });

  it('whose entries share their bytes is not read', async () => {
    const path = pythonZip(`
z.writestr(top + 'zeros', bytes(3000000), zipfile.ZIP_STORED)
first = z.filelist[-1]
for n in range(50):
    import copy
    more = copy.copy(first)
    z.filelist.append(more)
`);
    expect(await problemsOf(path)).toContain(`${basename(path)}: tooLarge`);
  });

  it('is met with problems, whatever bytes are changed in it', { timeout: 120_000 }, async () => {
    const path = pythonZip();
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at += 17) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 7));
      writeFileSync(path, changed);
      const { valid, problems } = await verifyBundle(path);
      expect(valid, `byte ${at}`).toBe(problems.length === 0);
    }
    for (let end = 0; end < whole.length; end += 101) {
      writeFileSync(path, whole.subarray(0, end));
      expect((await verifyBundle(path)).valid, `cut at ${end}`).toBe(false);
    }
  });
});
