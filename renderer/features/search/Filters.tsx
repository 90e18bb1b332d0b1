import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.ts';
import { CaseSelect } from '../../components/CaseSelect.tsx';
import { DayInput } from '../../components/DayInput.tsx';
import type { Search } from './useSearch.ts';

interface Props {
  readonly search: Search;
  readonly onChange: (change: Partial<Search>) => void;
}

/** In which case, about whom, between which days. */
export function Filters({ search, onChange }: Props) {
  const { t } = useTranslation('search');
  return (
    <Group gap="xs">
      <CaseFilter value={search.case} onChange={(caseId) => onChange({ case: caseId, person: null })} />
      {search.case !== null && (
        <PersonFilter
          caseId={search.case}
          value={search.person}
          onChange={(person) => onChange({ person })}
        />
      )}
      <DayInput
        size="xs"
        w={140}
        aria-label={t('filter.from')}
        placeholder={t('filter.from')}
        value={search.from}
        onChange={(from) => onChange({ from })}
      />
      <DayInput
        size="xs"
        w={140}
        aria-label={t('filter.to')}
        placeholder={t('filter.to')}
        value={search.to}
        onChange={(to) => onChange({ to })}
      />
    </Group>
  );
}

interface FilterProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

function CaseFilter({ value, onChange }: FilterProps) {
  const { t } = useTranslation('search');
  return (
    <CaseSelect
      size="xs"
      w={300}
      clearable
      aria-label={t('filter.case')}
      placeholder={t('filter.case')}
      value={value}
      onChange={onChange}
    />
  );
}

function PersonFilter({ caseId, value, onChange }: FilterProps & { readonly caseId: string }) {
  const { t } = useTranslation('search');
  const { data } = useCore('people.list', { case: caseId });
  return (
    <Select
      size="xs"
      w={190}
      clearable
      searchable
      aria-label={t('filter.person')}
      placeholder={t('filter.person')}
      data={(data ?? []).map((person) => ({
        value: person.id,
        label: String(person.fields.name.value ?? ''),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
