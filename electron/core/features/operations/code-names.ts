import { randomInt } from 'node:crypto';
import type { Sql } from '../../vault/database/sql.ts';
import { folded } from '../cases/index.ts';

/**
 * Trees, birds, stones and tools: words that are nobody's name. A code name is drawn, never chosen to suit a person,
 * so that nothing of it leads back.
 */
const words = [
  'Abedul',
  'Acacia',
  'Ágata',
  'Alambre',
  'Alcanfor',
  'Alerce',
  'Almena',
  'Ámbar',
  'Ancla',
  'Arado',
  'Arcilla',
  'Arrayán',
  'Avellano',
  'Azogue',
  'Azufre',
  'Basalto',
  'Bastidor',
  'Brújula',
  'Bruma',
  'Caldera',
  'Canela',
  'Cantera',
  'Caoba',
  'Cardón',
  'Carey',
  'Cascada',
  'Cedro',
  'Cencerro',
  'Chonta',
  'Ciprés',
  'Cobalto',
  'Cobre',
  'Compás',
  'Cordel',
  'Corteza',
  'Cuarzo',
  'Dintel',
  'Ébano',
  'Enebro',
  'Escarcha',
  'Espiga',
  'Estaño',
  'Estribo',
  'Eucalipto',
  'Farol',
  'Fragua',
  'Fresno',
  'Galena',
  'Garza',
  'Glaciar',
  'Grafito',
  'Granito',
  'Guijarro',
  'Helecho',
  'Hornero',
  'Incienso',
  'Índigo',
  'Jacarandá',
  'Junco',
  'Ladera',
  'Lapacho',
  'Linterna',
  'Llovizna',
  'Madreselva',
  'Malaquita',
  'Mármol',
  'Marea',
  'Membrillo',
  'Molino',
  'Musgo',
  'Nácar',
  'Nogal',
  'Obsidiana',
  'Ocre',
  'Palanca',
  'Pedernal',
  'Péndulo',
  'Pizarra',
  'Polea',
  'Pórfido',
  'Quebracho',
  'Quinua',
  'Queñua',
  'Relámpago',
  'Remanso',
  'Roble',
  'Sauce',
  'Sextante',
  'Sílice',
  'Tacuara',
  'Tajibo',
  'Talco',
  'Telar',
  'Timón',
  'Tipa',
  'Topacio',
  'Totora',
  'Trébol',
  'Turba',
  'Turmalina',
  'Umbral',
  'Vado',
  'Verbena',
  'Vértice',
  'Viga',
  'Yareta',
  'Yunque',
  'Zafiro',
  'Zarza',
  'Zinc',
] as const;

/** Words of an offered name: one of the list and two digits. */
const pattern = /^(\S+) (\d{2})$/;

export function isOffered(codeName: string): boolean {
  const [, word] = pattern.exec(codeName) ?? [];
  return words.some((each) => each === word);
}

/** Whether a word is part of anybody's name: a person of a case, a user, whoever it is. */
function isSomebody(sql: Sql, word: string): boolean {
  const wanted = folded(word);
  const names = sql.all<{ name: string }>('SELECT name FROM person UNION SELECT name FROM user');
  return names.some(({ name }) =>
    folded(name)
      .split(/[^\p{L}\p{N}]+/u)
      .includes(wanted),
  );
}

/** Whether nobody is called so, and no agent of any operation: that one belongs to others is not told apart. */
export function isFree(sql: Sql, codeName: string): boolean {
  const [, word = ''] = pattern.exec(codeName) ?? [];
  const taken = sql.get('SELECT 1 FROM operation_agent WHERE code_name = ?', [codeName]);
  return taken === undefined && !isSomebody(sql, word);
}

/** Several free code names, drawn at random. */
export function offerCodeNames(sql: Sql, count: number): string[] {
  const offered = new Set<string>();
  for (let tries = 0; offered.size < count && tries < 1_000; tries += 1) {
    const name = `${words[randomInt(words.length)] ?? ''} ${String(randomInt(10, 100))}`;
    if (isFree(sql, name)) offered.add(name);
  }
  return [...offered];
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A number for an operation that tells neither how many there are nor which came first. */
export function drawNumber(sql: Sql): string {
  for (;;) {
    const drawn = Array.from({ length: 6 }, () => letters[randomInt(letters.length)] ?? '').join('');
    const number = `OP-${drawn}`;
    if (sql.get('SELECT 1 FROM operation WHERE number = ?', [number]) === undefined) return number;
  }
}
