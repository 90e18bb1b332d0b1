import { useTranslation } from 'react-i18next';
import type { CustodyEvent } from '../../../electron/core/features/evidence/model.ts';
import { useCore } from '../../app/core.ts';

interface Term {
  readonly id: string;
  readonly name: { readonly es: string; readonly en: string };
}

/**
 * The office's words for sources of evidence and custody events, from its jurisdiction pack. A value that the pack
 * does not know stands as it was written.
 */
export function useTerms() {
  const { i18n } = useTranslation();
  const { data: pack } = useCore('office.jurisdiction', {});
  const language = i18n.language.startsWith('en') ? 'en' : 'es';
  const named = (terms: readonly Term[] | undefined, id: string) =>
    terms?.find((term) => term.id === id)?.name[language] ?? id;
  return {
    sources: (pack?.evidenceSources ?? []).map((term) => ({ value: term.id, label: term.name[language] })),
    source: (id: string) => named(pack?.evidenceSources, id),
    event: (event: CustodyEvent) => named(pack?.custodyEvents, event),
  };
}
