import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { detectType } from '../../../../electron/core/features/evidence/file-type.ts';

const folder = mkdtempSync(join(tmpdir(), 'custodia-types-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function typeOfFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return detectType(path, name);
}

const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
]);

test('the first bytes decide before the name', async () => {
  expect(await typeOfFile('foto.txt', png)).toBe('image/png');
  expect(await typeOfFile('acta.png', '%PDF-1.7\n')).toBe('application/pdf');
});

test('text is told by its name, and is plain text where that says nothing', async () => {
  expect(await typeOfFile('llamadas.csv', 'fecha,hora\n')).toBe('text/csv');
  expect(await typeOfFile('notas.bin', 'Señas del taller')).toBe('text/plain');
});

test('what is neither, or empty, is of unknown type', async () => {
  expect(await typeOfFile('datos.txt', Uint8Array.from([0, 1, 2, 3]))).toBe('application/octet-stream');
  expect(await typeOfFile('vacio.jpg', '')).toBe('application/octet-stream');
});

test('a file that went away is named as vanished, not as a defect of the program', async () => {
  await expect(detectType(join(folder, 'ya no.txt'), 'ya no.txt')).rejects.toMatchObject({
    code: 'file.vanished',
    params: { name: 'ya no.txt' },
  });
});

const pipeMaker = 'mkfifo';

test('a folder and a pipe are refused at once', { timeout: 5_000 }, async () => {
  mkdirSync(join(folder, 'carpeta'));
  await expect(detectType(join(folder, 'carpeta'), 'carpeta')).rejects.toMatchObject({
    code: 'file.notAFile',
  });
  if (spawnSync(pipeMaker, [join(folder, 'tubo')]).status !== 0) {
    process.stderr.write(`No ${pipeMaker} here: a pipe is not tried\n`);
    return;
  }
  await expect(detectType(join(folder, 'tubo'), 'tubo')).rejects.toMatchObject({ code: 'file.notAFile' });
});
