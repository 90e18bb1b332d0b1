import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CourtStep,
  courtCommands,
} from '../../../../../renderer/features/bundles/export/court-commands.ts';
import { isThere, temporaryFolder, writeSmallBag } from '../../../../core/features/bundles/bag/a-bag.ts';

const tools = [isThere('sha256sum', '--version'), isThere('ssh-keygen', '-?'), isThere('bash', '--version')];
const runs = tools.every(Boolean);

test('a path is one word, whatever is in it', () => {
  const path = `/media/USB "TRIBUNAL"/d'Orbigny $(id) \`id\``;
  const [enter] = courtCommands(path);
  expect(enter?.command).toBe(`cd '/media/USB "TRIBUNAL"/d'\\''Orbigny $(id) \`id\`'`);
});

test('the steps come in the order in which a court does them', () => {
  expect(courtCommands('/x').map(({ step }) => step)).toEqual([
    'enter',
    'content',
    'manifests',
    'fingerprint',
    'signature',
    'custodia',
  ]);
});

describe.runIf(runs)('on a real bundle', () => {
  let place = { path: '', remove: () => {} };
  let path = '';
  let fingerprint = '';
  beforeEach(async () => {
    place = temporaryFolder();
    ({ path, fingerprint } = await writeSmallBag(join(place.path, "Legajo d'Orbigny 1")));
  });
  afterEach(() => place.remove());

  /** Enters the bundle as the first command says, then runs one. */
  const run = (wanted: CourtStep) => {
    const commands = new Map(courtCommands(path).map(({ step, command }) => [step, command]));
    const script = `${commands.get('enter')} && ${commands.get(wanted)}`;
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  };

  test('all accept it, and the fingerprint is the one on the receipt', () => {
    for (const step of ['content', 'manifests', 'fingerprint', 'signature'] as const)
      expect(run(step).status, step).toBe(0);
    expect(run('fingerprint').stdout).toMatch(new RegExp(`^${fingerprint}  `));
    expect(run('signature').stdout).toMatch(/^Good "custodia-bundle" signature for /);
  });

  test('a changed exhibit is found in the content', () => {
    const file = execFileSync('find', [join(path, 'data'), '-type', 'f'], { encoding: 'utf8' }).split(
      '\n',
    )[0];
    appendFileSync(file ?? '', 'x');
    expect(run('content').status).not.toBe(0);
    expect(run('manifests').status).toBe(0);
  });

  test('a changed list is found in the lists', () => {
    appendFileSync(join(path, 'manifest-sha256.txt'), `${'0'.repeat(64)}  data/x\n`);
    expect(run('manifests').status).not.toBe(0);
    expect(run('signature').status).toBe(0);
  });

  test('a changed list of lists is found in fingerprint and signature', () => {
    appendFileSync(join(path, 'tagmanifest-sha256.txt'), `${'0'.repeat(64)}  x\n`);
    expect(run('signature').status).not.toBe(0);
    expect(run('fingerprint').stdout).not.toContain(fingerprint);
  });
});
