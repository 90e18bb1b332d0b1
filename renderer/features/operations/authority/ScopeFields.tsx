import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Option, useOfficeTerms } from '../../../app/terms.ts';
import { Lines } from '../form/Lines.tsx';
import { type Kinded, noAct, noWord, type ScopeDraft } from './scope.ts';

interface Props {
  readonly scope: ScopeDraft;
  /** Of a ruling: without an act nothing is allowed. */
  readonly actsError?: string | undefined;
  readonly required: boolean;
  readonly onChange: (scope: ScopeDraft) => void;
}

/** What the ruling allows, typed one by one as it stands in it. */
export function ScopeFields({ scope, actsError, required, onChange }: Props) {
  const { t } = useTranslation('operations');
  const { operationActs, operationTechniques } = useOfficeTerms();
  const kinded = (part: 'acts' | 'techniques', options: readonly Option[]) => (
    <Lines<Kinded>
      label={t(`scope.${part}`)}
      help={t(`scopeHelp.${part}`)}
      {...(part === 'acts' ? { error: actsError, required } : {})}
      rows={scope[part]}
      blank={noAct}
      add={t(`scopeAdd.${part}`)}
      onChange={(rows) => onChange({ ...scope, [part]: rows })}
      row={(row, change, at) => (
        <>
          <Select
            aria-label={t('scopeKind', { what: t(`scope.${part}`), at: at + 1 })}
            placeholder={t('choose')}
            data={options}
            value={row.kind === '' ? null : row.kind}
            allowDeselect={false}
            onChange={(kind) => change({ kind: kind ?? '' })}
          />
          <TextInput
            aria-label={t('scopeText', { what: t(`scope.${part}`), at: at + 1 })}
            placeholder={t('scopeDetail')}
            maxLength={500}
            value={row.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
        </>
      )}
    />
  );
  const worded = (part: 'places' | 'persons') => (
    <Lines
      label={t(`scope.${part}`)}
      help={t(`scopeHelp.${part}`)}
      rows={scope[part]}
      blank={noWord}
      add={t(`scopeAdd.${part}`)}
      onChange={(rows) => onChange({ ...scope, [part]: rows })}
      row={(row, change, at) => (
        <TextInput
          aria-label={t('scopeText', { what: t(`scope.${part}`), at: at + 1 })}
          maxLength={500}
          value={row.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      )}
    />
  );
  return (
    <>
      {kinded('acts', operationActs)}
      {worded('places')}
      {worded('persons')}
      {kinded('techniques', operationTechniques)}
    </>
  );
}
