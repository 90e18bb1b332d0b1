import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetSearch } from '../data.ts';
import { Filters } from './Filters.tsx';
import classes from './list.module.css';

interface Props {
  readonly caseId: string | undefined;
  readonly search: AssetSearch;
  /** Whether what is shown can be narrowed. */
  readonly filters: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly views: ReactNode;
  readonly onSearch: (change: Partial<AssetSearch>) => void;
  /** What can be done here, at the right. */
  readonly children: ReactNode;
}

/** Search, filters, the ways to look at the assets, and what can be done with them. */
export function Toolbar({ caseId, search, filters, field, views, onSearch, children }: Props) {
  const { t } = useTranslation('seizures');
  return (
    <div className={classes.toolbar}>
      {caseId === undefined && <h2 className={classes.pageTitle}>{t('title')}</h2>}
      {filters && (
        <>
          <TextInput
            ref={field}
            size="xs"
            flex="0 1 320px"
            miw={120}
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={14} />}
            value={search.text ?? ''}
            onChange={(event) => onSearch({ text: event.currentTarget.value })}
          />
          <Filters caseId={caseId} search={search} onSearch={onSearch} />
        </>
      )}
      <span className={classes.space} />
      {views}
      {children}
    </div>
  );
}
