import { safeName } from '../bag/names.ts';
import type { Volume } from './layout-model.ts';
import type { VolumeFile } from './model.ts';
import type { CourtProfile } from './profile.ts';

type Rules = CourtProfile['fileName'];

/** The PDFs of a bundle: `data/legajo.pdf`, or one for each volume and supplement. */
export function filesOf(
  { fileName }: CourtProfile,
  volumes: readonly Volume[],
): Omit<VolumeFile, 'archival'>[] {
  const single = volumes.filter(({ supplement }) => supplement === null).length === 1;
  const taken = new Set<string>();
  return volumes.map(({ leaves, over, supplement }, at) => {
    const number = String(at + 1).padStart(2, '0');
    const name = supplement === null ? `tomo ${number}` : `suplemento ${supplement}`;
    const plain = supplement === null && single ? 'legajo' : `legajo ${name}`;
    let stem = plain.replaceAll(' ', '-');
    if (fileName.characters === 'camelCase' && plain !== 'legajo') stem = camelCase(plain);
    // A supplement that is divided has as many files as volumes.
    if (taken.has(stem))
      stem = fileName.characters === 'camelCase' ? `${stem}V${number}` : `${stem}-${number}`;
    taken.add(stem);
    return { path: `data/${stem}.pdf`, pages: leaves.length, over };
  });
}

/** Where an exhibit's own file lies, named as the court takes names. */
export function nativePath(rules: Rules, number: string, name: string): string {
  if (rules.characters === 'any') return `data/native/${safeName(number, name)}`;
  const [, stem = name, extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,16})?$/s.exec(name) ?? [];
  const bare = plainLetters(`${number} ${stem}`);
  const joined = rules.characters === 'camelCase' ? camelCase(bare) : bare.replaceAll(' ', '-');
  const short = joined.slice(0, rules.longest - extension.length).replace(/-+$/, '');
  return `data/native/${short}${extension.toLowerCase()}`;
}

/** Letters and digits without accents, words apart by one space. */
function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim();
}

function camelCase(text: string): string {
  return text
    .split(' ')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
