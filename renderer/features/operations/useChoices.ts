import { useTranslation } from 'react-i18next';
import type { OperationDetail, ScopeItem } from '../../../electron/core/features/operations/model.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { levels } from './risk.ts';

/** What dialogs of an operation let choose from, in the language shown. */
export function useChoices({ agents }: Pick<OperationDetail, 'agents'>) {
  const { t } = useTranslation('operations');
  return {
    agents: agents.map(({ id, codeName }) => ({ value: id, label: codeName })),
    risks: levels.map((level) => ({ value: level, label: t(`risk.${level}`) })),
  };
}

/** A scope's item in words: the pack's name of its kind, and what the ruling adds. */
export function useScopeWords(): (item: ScopeItem) => string {
  const { operationAct, operationTechnique } = useOfficeTerms();
  return ({ kind, text }) => {
    const act = operationAct(kind);
    const name = kind === '' ? '' : act === kind ? operationTechnique(kind) : act;
    return [name, text].filter((part) => part !== '').join(': ');
  };
}
