import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPlus, IconSpy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../../app/core.ts';
import { useNavigation } from '../../../app/route.ts';
import { useMay } from '../../../app/session.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { VirtualTable } from '../../../components/VirtualTable.tsx';
import classes from '../operations.module.css';
import { NewOperation } from './NewOperation.tsx';
import { useColumns } from './useColumns.tsx';

/** The operations of which the person is a member; of others nothing is known here. */
export function OperationList() {
  const { t } = useTranslation('operations');
  const { go } = useNavigation();
  const { data, error } = useCore('operations.list', {});
  const [adding, setAdding] = useState(false);
  const may = useMay('operation.authorise');
  const columns = useColumns();
  useHotkeys([['mod+N', () => setAdding(may)]]);
  const add = may ? (
    <Button size="xs" leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('new.button')}
    </Button>
  ) : undefined;
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')} text={t('help')} actions={add} />
      {error !== null && <ErrorNotice error={error} />}
      {data?.length === 0 ? (
        <EmptyState
          icon={<IconSpy size={28} stroke={1.4} />}
          title={t('none.title')}
          text={t(may ? 'none.mayOpen' : 'none.text')}
          action={add}
        />
      ) : (
        <div className={classes.table}>
          <VirtualTable
            label={t('list')}
            columns={columns}
            rows={data ?? []}
            rowKey={(row) => row.id}
            rowHeight={46}
            onOpen={(row) => go({ screen: 'operations', operation: row.id })}
          />
        </div>
      )}
      {adding && <NewOperation onClose={() => setAdding(false)} />}
    </div>
  );
}
