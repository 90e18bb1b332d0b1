import { expect, test } from 'vitest';
import { typeOf } from '../../../../electron/core/features/evidence/file-type.ts';

function typeOfFile(name: string, content: string | Uint8Array): Promise<string> {
  return typeOf(typeof content === 'string' ? new TextEncoder().encode(content) : content, name);
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
