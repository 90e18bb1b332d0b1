import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createPlace } from './custodia.ts';

const place = createPlace();
afterAll(() => place.clear());

describe('help', () => {
  it('is in Spanish unless the system asks for English', () => {
    const spanish = place.run(['--help'], { LANG: 'C.UTF-8' });
    expect(spanish).toMatchObject({ code: 0, err: '' });
    expect(spanish.out).toContain('Uso: custodia [opciones] [comando]');
    expect(spanish.out).toContain('Código de salida');
    const english = place.run(['--help'], { LANG: 'en_GB.UTF-8' });
    expect(english).toMatchObject({ code: 0, err: '' });
    expect(english.out).toContain('Usage: custodia [options] [command]');
    expect(place.run(['--help'], { LC_ALL: 'es_BO.UTF-8', LANG: 'en_US' }).out).toContain('Uso:');
  });

  it.each(['vault create', 'user add', 'role grant', 'case open', 'person add', 'evidence attach'])(
    'of %s has no word of the other language and no key without a text',
    (command) => {
      const { code, out } = place.run([...command.split(' '), '--help']);
      expect(code).toBe(0);
      expect(out).not.toMatch(/Usage|Options|Commands|Arguments|display help|command\.|option\.|word\./);
      expect(out).toContain('--passphrase-file');
    },
  );
});

describe('wrong usage ends with 2 and says what is wrong', () => {
  it.each([
    [['casos'], 'No hay un comando «casos»'],
    [['case', 'abrir'], 'No hay un comando «abrir»'],
    [['case', 'open'], '--title <texto>'],
    [['case', 'open', '--title'], 'le falta su valor'],
    [['case', 'list', '--nada'], '--nada'],
    [['case', 'show'], 'Falta: caso'],
    [['case', 'list', 'sobra'], 'Sobran palabras'],
    [['case', 'open', '--title', ' '], '--title'],
    [['case', 'open', '--title', 'x', '--opened-on', '2026-02-31'], '«2026-02-31»'],
    [['case', 'amend', 'x', 'color', 'rojo', '--reason', 'r'], 'courtNumber'],
    [['custody', 'record', 'x', 'lost'], 'transferred'],
    [['evidence', 'list', '--case', 'x', '--as-of', 'ayer'], '«ayer»'],
    [['user', 'add', 'Juan', '--role', 'jefe', '--new-passphrase-file', 'x'], 'prosecutor'],
    [['user', 'add', 'Juan', '--role', 'clerk'], 'CUSTODIA_NEW_PASSPHRASE'],
    [['vault', 'create', '--user', 'Ana', '--json'], '--recovery-out'],
    [['vault', 'create', '--recovery-out', 'k'], '--user'],
    [['vault', 'create', '--user', 'Ana', '--language', 'qu', '--recovery-out', 'k'], '«qu»'],
    [['case', 'list', '--passphrase-file', '/nowhere/p'], '/nowhere/p'],
  ])('%j', (args, text) => {
    const { code, out, err } = place.run(args);
    expect(err).toContain(text);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('also where the vault or the passphrase is not said', () => {
    expect(place.run(['case', 'list'], { CUSTODIA_VAULT: '' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('--vault') as string,
    });
    expect(place.run(['case', 'list'], { CUSTODIA_PASSPHRASE: '' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('--passphrase-file') as string,
    });
  });

  it('a group without a command shows its help', () => {
    const { code, err } = place.run(['evidence']);
    expect(code).toBe(2);
    expect(err).toContain('extract');
  });

  it('in English too', () => {
    const { code, err } = place.run(['case', 'show'], { LANG: 'en_US.UTF-8' });
    expect({ code, err }).toEqual({ code: 2, err: 'Missing: case. See --help for how it is used.\n' });
  });

  it('and leaves nothing behind', () => {
    expect(existsSync(place.vault)).toBe(false);
    expect(existsSync(place.path('k'))).toBe(false);
  });
});

describe('refusals end with 1', () => {
  it('where there is no vault', () => {
    const { code, out, err } = place.run(['case', 'list', '--json']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('Todavía no hay una bóveda');
    expect(JSON.parse(err.trim().split('\n').at(-1) ?? '')).toMatchObject({
      error: { code: 'vault.absent' },
    });
  });
});

describe('an older Node', () => {
  const older = ['/usr/bin/node', '/usr/local/bin/node'].find(
    (path) =>
      existsSync(path) &&
      Number(spawnSync(path, ['-p', 'process.versions.node']).stdout.toString().split('.')[0]) < 24,
  );
  const starter = fileURLToPath(new URL('../../build/custodia.mjs', import.meta.url));
  if (older === undefined)
    process.stdout.write('NOT RUN: custodia under an older Node: there is none here\n');

  it.skipIf(older === undefined)(
    'hands over arguments, streams and exit code without a word of its own',
    () => {
      const env = { PATH: process.env.PATH ?? '' };
      const help = spawnSync(older ?? '', [starter, 'case', '--help'], { encoding: 'utf8', env });
      expect(help).toMatchObject({ status: 0, stderr: '' });
      expect(help.stdout).toContain('Uso: custodia case');
      const wrong = spawnSync(older ?? '', [starter, 'case', 'open', '--title', 'con espacio'], {
        encoding: 'utf8',
        env,
      });
      expect(wrong.status).toBe(2);
      expect(wrong.stderr).toContain('--passphrase-file');
    },
  );
});
