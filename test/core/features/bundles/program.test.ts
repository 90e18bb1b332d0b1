import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { program } from '../../../../electron/core/features/bundles/program.ts';

it('names the version that the package has: what another version drew is not taken for its own', () => {
  const { version } = JSON.parse(
    readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  expect(program).toBe(`Custodia ${version}`);
});
