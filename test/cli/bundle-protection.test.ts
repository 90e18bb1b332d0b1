import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProtectedPreview } from '../../electron/core/features/bundles/protection/preview-model.ts';
import type { BundleJobResult } from '../../electron/core/features/bundles/records.ts';
import { createPlace } from './custodia.ts';

const place = createPlace();
let caseNumber = '';
beforeAll(async () => {
  await place.createLight();
  caseNumber = place.json<{ number: string }>(['case', 'open', '--title', 'Bar La Rueda']).number;
  place.run([
    'person',
    'add',
    '--case',
    caseNumber,
    '--name',
    'Rosenda Huallpa Condori',
    '--role',
    'protectedVictim',
  ]);
  const note = place.file('nota.txt', 'Visible. Declara Rosenda Huallpa.');
  place.run(['evidence', 'attach', '--case', caseNumber, note]);
});
afterAll(() => place.clear());

const out = (name: string): string => place.path(name);

describe('bundle protected', () => {
  it('says whom and what a bundle for the defence would keep back, and exports nothing', () => {
    const preview = place.json<ProtectedPreview>([
      ...['bundle', 'protected', '--case', caseNumber, '--audience', 'defence'],
    ]);
    expect(preview).toMatchObject({
      protects: true,
      people: [{ name: 'Rosenda Huallpa Condori', mark: 'Víctima con reserva 1', sealed: 'none' }],
    });
  });
});

describe('bundle export for somebody who may not see all', () => {
  it('keeps it back unasked, and tells so', () => {
    const { path, protection } = place.json<BundleJobResult>([
      ...['bundle', 'export', '--case', caseNumber, '--out', out('defensa'), '--audience', 'defence'],
    ]);
    expect(protection).toMatchObject({ people: 1, exhibits: 1, report: 'data/reservas.pdf' });
    expect(readFileSync(join(path, 'data', 'reservas.json'), 'utf8')).not.toMatch(/huallpa/i);
  });

  it('keeps nothing back only with a reason', () => {
    const args = ['bundle', 'export', '--case', caseNumber, '--out', out('entero'), '--audience', 'defence'];
    expect(place.run([...args, '--keep-nothing-back']).code).toBe(2);
    const reason = ['--reason', 'Resolución 12/2026 del juzgado'];
    const whole = place.json<BundleJobResult>([...args, '--keep-nothing-back', ...reason]);
    expect(whole.protection).toBeNull();
  });
});
