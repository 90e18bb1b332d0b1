import { Select, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useOfficeTerms } from '../../app/terms.ts';
import type { CaseSearch } from './CasesPage.tsx';
import classes from './cases.module.css';
import { useOffences } from './useOffences.ts';

interface Props {
  readonly search: CaseSearch;
  readonly onSearch: (change: Partial<CaseSearch>) => void;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly children: ReactNode;
}

/** The page's name, the search, and the three filters. */
export function Toolbar({ search, onSearch, field, children }: Props) {
  const { t } = useTranslation('cases');
  const { stages, statuses } = useOfficeTerms();
  const { groups } = useOffences();
  const filter = (name: 'stage' | 'status' | 'offence', width: number) => ({
    size: 'xs' as const,
    w: width,
    clearable: true,
    'aria-label': t(`filter.${name}`),
    placeholder: t(`filter.${name}`),
    value: search[name] ?? null,
    onChange: (value: string | null) => onSearch({ [name]: value ?? undefined }),
  });
  return (
    <div className={classes.toolbar}>
      <Title order={2} className={classes.title}>
        {t('title')}
      </Title>
      <TextInput
        ref={field}
        size="xs"
        w={250}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={14} />}
        value={search.text ?? ''}
        onChange={(event) => onSearch({ text: event.currentTarget.value })}
      />
      <Select data={stages} {...filter('stage', 140)} />
      <Select data={statuses} {...filter('status', 130)} />
      <Select data={groups} comboboxProps={{ width: 420 }} searchable {...filter('offence', 150)} />
      {children}
    </div>
  );
}
