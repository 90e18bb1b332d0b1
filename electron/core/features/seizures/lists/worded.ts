import { plainHeader } from '../../../tables/csv.ts';
import type { AssetWords } from '../asset-words.ts';
import {
  type AssetKind,
  type AssetStage,
  assetKinds,
  assetStages,
  type ValueBasis,
  valueBases,
} from '../model.ts';
import type { ListColumn } from './model.ts';

/** A cell in words: kinds, stages, bases and departments have names, the rest stands as it is. */
export function wordedCell(column: ListColumn, value: string, words: AssetWords): string {
  if (value === '') return '';
  if (column === 'kind') return words.kind(value as AssetKind);
  if (column === 'stage') return words.stage(value as AssetStage);
  if (column === 'valueBasis') return words(`basis.${value}`);
  if (column === 'department') return words.department(value);
  return value;
}

/** What registers call kinds of assets beside our own words. */
const kindSynonyms: Readonly<Record<string, AssetKind>> = {
  efectivo: 'cash',
  dinero: 'cash',
  cuenta: 'bankAccount',
  auto: 'vehicle',
  automovil: 'vehicle',
  camioneta: 'vehicle',
  movilidad: 'vehicle',
  motocicleta: 'vehicle',
  casa: 'realEstate',
  terreno: 'realEstate',
  lote: 'realEstate',
  acciones: 'companyShare',
  animales: 'livestock',
  joya: 'jewellery',
  electronica: 'electronics',
  equipoelectronico: 'electronics',
  celular: 'electronics',
  telefono: 'electronics',
  computadora: 'electronics',
  armadefuego: 'weapon',
  criptomoneda: 'cryptocurrency',
  otro: 'other',
  otros: 'other',
};

/** What registers call stages beside our own words. */
const stageSynonyms: Readonly<Record<string, AssetStage>> = {
  identificada: 'identified',
  solicitado: 'requested',
  ordenado: 'ordered',
  incautada: 'executed',
  anotado: 'registered',
  registrado: 'registered',
  administrado: 'administered',
  vendido: 'sold',
  decomisado: 'forfeited',
  confiscado: 'forfeited',
  devuelta: 'returned',
  destruida: 'destroyed',
};

export interface Lexicon {
  kind(text: string): AssetKind | undefined;
  stage(text: string): AssetStage | undefined;
  basis(text: string): ValueBasis | undefined;
}

/** The way back from words in either language, or from the register's own ids. */
export function lexiconOf(languages: readonly AssetWords[]): Lexicon {
  const learn = <T extends string>(
    all: readonly T[],
    nameOf: (words: AssetWords, id: T) => string,
    more: Readonly<Record<string, T>> = {},
  ) => {
    const known = new Map<string, T>(Object.entries(more));
    for (const id of all) {
      known.set(plainHeader(id), id);
      for (const words of languages) known.set(plainHeader(nameOf(words, id)), id);
    }
    return (text: string): T | undefined => known.get(plainHeader(text));
  };
  return {
    kind: learn(assetKinds, (words, id) => words.kind(id), kindSynonyms),
    stage: learn(assetStages, (words, id) => words.stage(id), stageSynonyms),
    basis: learn(valueBases, (words, id) => words(`basis.${id}`)),
  };
}
