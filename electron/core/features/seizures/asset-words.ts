import { loadWords, type Words } from '../../paper/words.ts';
import type { Jurisdiction } from '../office/jurisdiction.ts';
import type { AssetKind, AssetStage } from './model.ts';

/** The words for assets: the program's own, and the jurisdiction's for kinds, stages and departments. */
export interface AssetWords extends Words {
  kind(id: AssetKind): string;
  stage(id: AssetStage): string;
  department(id: string): string;
}

interface Term {
  readonly id: string;
  readonly name: { readonly es: string; readonly en: string };
}

export function loadAssetWords(pack: Jurisdiction, language: 'es' | 'en'): AssetWords {
  const named = (terms: readonly Term[]) => (id: string) =>
    terms.find((term) => term.id === id)?.name[language] ?? id;
  return Object.assign(loadWords('assetwords', { language, timeZone: pack.timeZone }), {
    kind: named(pack.assetKinds),
    stage: named(pack.seizureStages),
    department: named(pack.departments),
  });
}
