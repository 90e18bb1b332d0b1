import { expect, it } from 'vitest';
import { usualLocale } from '../../electron/shells/usual-locale.ts';

it.each([
  [{}, 'es-BO'],
  [{ LANG: 'C.UTF-8' }, 'es-BO'],
  [{ LANG: 'es_BO.UTF-8' }, 'es-BO'],
  [{ LANG: 'en_US.UTF-8' }, 'en-GB'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'es_BO.UTF-8' }, 'es-BO'],
  [{ LANG: 'pt_BR.UTF-8', LC_ALL: '' }, 'es-BO'],
])('%o speaks %s', (env, locale) => {
  if (process.platform === 'linux' || Object.keys(env).length > 0) expect(usualLocale(env)).toBe(locale);
});
