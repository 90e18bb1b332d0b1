import { expect, test } from 'vitest';
import { factsOf } from '../../../../renderer/features/timeline/facts.ts';

test('groups are unfolded; ids, empty fields and amendments are left out', () => {
  const details = {
    case: '47f7f1c8-c30b-41db-9c14-c277ff0816e2',
    exhibits: ['aa10e5f4-3c1e-4f0e-9a58-6a2f3f1f2b77'],
    size: 0,
    note: '',
    provenance: { place: 'El Alto', collectedBy: '' },
    amendments: [{ field: 'title', value: 'B' }],
    holders: ['María Quispe'],
  };
  expect(factsOf(details)).toEqual([
    { field: 'size', value: 0 },
    { field: 'place', value: 'El Alto' },
    { field: 'holders', value: ['María Quispe'] },
  ]);
});
