import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImportedList } from '../../electron/core/features/seizures/lists/model.ts';
import { createPlace } from './custodia.ts';

const place = createPlace();
let caseNumber: string;
beforeAll(async () => {
  await place.createLight();
  caseNumber = place.json<{ number: string }>(['case', 'open', '--title', 'Hotel Mirador']).number;
});
afterAll(() => place.clear());

it('imports a register after a preview, exports it, and prints a document of an asset', () => {
  const file = place.file('registro.csv', 'Tipo;Bien;Fecha\notro;Reloj;2026-01-05\nnave;Nave;2026-01-05\n');
  const bring = ['seizure', 'import', file, '--case', caseNumber];
  const whole = place.run(bring);
  expect([whole.code, whole.out.includes('Tipo de bien desconocido: nave')]).toEqual([1, true]);
  const preview = place.json<ImportedList>([...bring, '--accept-good', '--preview']);
  expect(preview).toMatchObject({ counts: { new: 1, refused: 1 }, written: null });
  const refused = join(place.dir, 'malas.csv');
  const written = place.json<ImportedList>([...bring, '--accept-good', '--refused-out', refused]);
  expect(written).toMatchObject({ written: 1 });
  expect(readFileSync(refused, 'utf8')).toContain('nave');

  const out = join(place.dir, 'bienes.csv');
  expect(place.json(['seizure', 'export', '--case', caseNumber, '--out', out])).toMatchObject({ rows: 1 });
  expect(readFileSync(out, 'utf8')).toContain('Reloj');
  expect(place.json<ImportedList>(['seizure', 'import', out, '--case', caseNumber])).toMatchObject({
    counts: { new: 0, there: 1, refused: 0 },
  });
  expect(place.run(['seizure', 'export', '--case', caseNumber, '--out', out]).code).toBe(1);
  expect(place.run(['seizure', 'export', '--case', caseNumber, '--out', 'x.doc']).code).toBe(2);

  const print = ['seizure', 'print', `${caseNumber}/B-001`, '--template'];
  const pdf = join(place.dir, 'acta.pdf');
  const made = place.json<{ gaps: number }>([...print, 'seizureRecord', '--out', pdf, '--attach']);
  expect(made.gaps).toBeGreaterThan(0);
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  const old = place.file(
    'antiguo.csv',
    'Tipo;Bien;Etapa;Etapa desde;Depositario\notro;Collar;Incautado;2025-04-01;Bóveda\n',
  );
  const former = ['seizure', 'import', old, '--case', caseNumber];
  expect(place.run(former).out).toContain(
    'Falta elegir el registro anterior, que es el documento de «Incautado»',
  );
  const documented = [...former, '--document', `${caseNumber}/E-001`];
  expect(place.json<ImportedList>(documented)).toMatchObject({ written: 1 });
  expect(place.json(['seizure', 'show', `${caseNumber}/B-002`])).toMatchObject({
    stage: 'executed',
    stageOn: '2025-04-01',
    custodian: 'Bóveda',
  });
  const docx = join(place.dir, 'recibo.docx');
  place.json([...print, 'receipt', '--out', docx, '--docx']);
  expect(existsSync(docx)).toBe(true);
  expect(place.run([...print, 'nada', '--out', join(place.dir, 'n.pdf')]).code).toBe(2);
});
