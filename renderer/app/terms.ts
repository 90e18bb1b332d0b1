import { useTranslation } from 'react-i18next';
import { useCore } from './core.ts';

interface Term {
  readonly id: string;
  readonly name: { readonly es: string; readonly en: string };
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/**
 * The office's words, from its jurisdiction pack, in the language shown: by id, and as options. An id that the pack
 * does not know stands as it was written.
 */
export function useOfficeTerms() {
  const { i18n } = useTranslation();
  const { data: pack } = useCore('office.jurisdiction', {});
  const language = i18n.language.startsWith('en') ? 'en' : 'es';
  const named = (terms: readonly Term[] | undefined) => (id: string) =>
    terms?.find((term) => term.id === id)?.name[language] ?? id;
  const options = (terms: readonly Term[] | undefined): Option[] =>
    (terms ?? []).map((term) => ({ value: term.id, label: term.name[language] }));
  return {
    language,
    pack,
    offence: named(pack?.offences),
    stage: named(pack?.stages),
    status: named(pack?.statuses),
    role: named(pack?.personRoles),
    relation: named(pack?.relationTypes),
    source: named(pack?.evidenceSources),
    event: named(pack?.custodyEvents),
    term: named(pack?.terms),
    department: named(pack?.departments),
    assetKind: named(pack?.assetKinds),
    seizureStage: named(pack?.seizureStages),
    measure: named(pack?.seizureMeasures),
    operationAct: named(pack?.operationActs),
    operationTechnique: named(pack?.operationTechniques),
    stages: options(pack?.stages),
    statuses: options(pack?.statuses),
    sources: options(pack?.evidenceSources),
    terms: options(pack?.terms),
    departments: options(pack?.departments),
    operationActs: options(pack?.operationActs),
    operationTechniques: options(pack?.operationTechniques),
  } as const;
}
