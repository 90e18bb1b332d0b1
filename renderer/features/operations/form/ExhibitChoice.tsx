import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../../app/core.ts';
import type { Option } from '../../../app/terms.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';

interface Props {
  readonly caseId: string;
  readonly label: string;
  readonly help?: string;
  readonly value: readonly string[];
  /** How many at most. */
  readonly most?: number;
  readonly onChange: (exhibits: string[]) => void;
}

/** Exhibits of the operation's case, found by number or name. Who is not on the case's team finds none. */
export function ExhibitChoice({ caseId, label, help, value, most = 200, onChange }: Props) {
  const { t } = useTranslation('operations');
  const [text, setText] = useState('');
  const [known, setKnown] = useState<readonly Option[]>([]);
  const [asked] = useDebouncedValue(text, 150);
  const { data, error } = useCore(
    'evidence.list',
    { case: caseId, text: asked, sort: 'number', descending: true, offset: 0, limit: 30 },
    { keepPrevious: true },
  );
  const found = (data?.rows ?? []).map((row) => ({
    value: row.id,
    label: `${exhibitNumber(row.number)} · ${row.name}`,
  }));
  const chosen = known.filter((each) => !found.some((other) => other.value === each.value));
  return (
    <MultiSelect
      label={label}
      description={help}
      placeholder={value.length < most ? t('exhibit.choose') : undefined}
      searchable
      clearable
      hidePickedOptions
      maxValues={most}
      // The core has looked already.
      filter={({ options }) => options}
      data={[...found, ...chosen]}
      value={[...value]}
      nothingFoundMessage={t(error === null ? 'exhibit.nothing' : 'exhibit.refused')}
      onSearchChange={setText}
      onChange={(next) => {
        setKnown([...found, ...chosen].filter((each) => next.includes(each.value)));
        onChange(next);
      }}
    />
  );
}
