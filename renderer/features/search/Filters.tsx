import { Group, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.ts';
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

const casesOffered = 50;

function CaseFilter({ value, onChange }: FilterProps) {
  const { t } = useTranslation('search');
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 150);
  const { data } = useCore(
    'cases.list',
    { text, sort: 'changedAt', descending: true, offset: 0, limit: casesOffered },
    { keepPrevious: true },
  );
  const chosen = useCore('cases.show', { case: value ?? '' }, { enabled: value !== null });
  const offered = (data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.number} · ${row.title}` }));
  const kept =
    value !== null && chosen.data !== undefined && !offered.some((each) => each.value === value)
      ? [{ value, label: `${chosen.data.number} · ${String(chosen.data.fields.title.value ?? '')}` }]
      : [];
  return (
    <Select
      size="xs"
      w={300}
      clearable
      searchable
      aria-label={t('filter.case')}
      placeholder={t('filter.case')}
      data={[...kept, ...offered]}
      // The core has searched already, by every word of a case.
      filter={({ options }) => options}
      onSearchChange={setTyped}
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
