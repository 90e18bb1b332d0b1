import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../app/core.ts';

const casesOffered = 50;

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'filter' | 'searchable' | 'onSearchChange'> & {
  readonly value: string | null;
  readonly onChange: (caseId: string | null) => void;
};

/** One of the cases that the user may see, found by number or by any word of it: there may be thousands. */
export function CaseSelect({ value, onChange, ...props }: Props) {
  const { t } = useTranslation();
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
      {...props}
      searchable
      nothingFoundMessage={t('cases:none.found')}
      data={[...kept, ...offered]}
      // The core has searched already, by every word of a case.
      filter={({ options }) => options}
      onSearchChange={setTyped}
      value={value}
      onChange={onChange}
    />
  );
}
