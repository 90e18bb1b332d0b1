import { Button } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconFolderPlus, IconFolders, IconSearchOff } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseListInput, CaseSort } from '../../../electron/core/features/cases/model.ts';
import { formatNumber } from '../../app/format.ts';
import { useNavigation } from '../../app/route.ts';
import { useMay } from '../../app/session.ts';
import { usePages } from '../../app/usePages.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { VirtualTable } from '../../components/VirtualTable.tsx';
import classes from './cases.module.css';
import { NewCaseDialog } from './NewCaseDialog.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useColumns } from './useColumns.tsx';

export type CaseSearch = Omit<CaseListInput, 'offset' | 'limit'>;

const plain: CaseSearch = { sort: 'number', descending: true };
const sorts: readonly CaseSort[] = ['number', 'title', 'stage', 'status', 'openedOn', 'changedAt'];

/** All cases of the person's teams: filter, sort, search, open a new one. */
export function CasesPage() {
  const { t } = useTranslation('cases');
  const { go } = useNavigation();
  const [search, setSearch] = useState(plain);
  const [asked] = useDebouncedValue(search, 150);
  const { rows, total, onRange, error, pending } = usePages('cases.list', asked);
  const [adding, setAdding] = useState(false);
  const mayOpen = useMay('case.open');
  const field = useRef<HTMLInputElement>(null);
  const columns = useColumns();
  const add = () => {
    if (mayOpen) setAdding(true);
  };
  useHotkeys([
    ['mod+N', add],
    ['/', () => field.current?.focus()],
  ]);
  const searching = [asked.text, asked.stage, asked.status, asked.offence].some(
    (each) => (each ?? '').trim() !== '',
  );
  const newCase = mayOpen ? (
    <Button size="xs" leftSection={<IconFolderPlus size={16} />} onClick={add}>
      {t('new.button')}
    </Button>
  ) : undefined;

  return (
    <div className={classes.page}>
      <Toolbar search={search} onSearch={(change) => setSearch({ ...search, ...change })} field={field}>
        <span className={classes.count}>
          {pending ? '' : t('count', { count: total, shown: formatNumber(total) })}
        </span>
        {newCase}
      </Toolbar>
      {error !== null && <ErrorNotice error={error} />}
      {!pending && total === 0 && error === null ? (
        <Nothing searching={searching} action={newCase} onClear={() => setSearch(plain)} />
      ) : (
        <div className={classes.table}>
          <VirtualTable
            label={t('list')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            rowHeight={46}
            of={JSON.stringify(asked)}
            sort={{ id: search.sort, descending: search.descending }}
            onSort={({ id, descending }) =>
              setSearch({ ...search, sort: sorts.find((sort) => sort === id) ?? 'number', descending })
            }
            onOpen={(row) => go({ screen: 'case', case: row.id, tab: 'summary' })}
            onRange={onRange}
          />
        </div>
      )}
      {adding && <NewCaseDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

interface NothingProps {
  readonly searching: boolean;
  readonly action: React.ReactNode;
  readonly onClear: () => void;
}

function Nothing({ searching, action, onClear }: NothingProps) {
  const { t } = useTranslation('cases');
  if (searching) {
    return (
      <EmptyState
        icon={<IconSearchOff size={28} stroke={1.4} />}
        title={t('none.found')}
        text={t('none.foundHelp')}
        action={
          <Button size="xs" variant="default" onClick={onClear}>
            {t('none.clear')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<IconFolders size={28} stroke={1.4} />}
      title={t('none.title')}
      text={t('none.help')}
      action={action}
    />
  );
}
