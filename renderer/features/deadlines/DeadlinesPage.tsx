import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCalendarCheck, IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlineRow } from '../../../electron/core/features/deadlines/model.ts';
import { useCore } from '../../app/core.ts';
import { type OperationTab, type Route, useNavigation } from '../../app/route.ts';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { VirtualTable } from '../../components/VirtualTable.tsx';
import classes from './deadlines.module.css';
import { NewDeadline } from './NewDeadline.tsx';
import { SettleDeadline } from './SettleDeadline.tsx';
import { useColumns } from './useColumns.tsx';

/** What is due in all cases of the person, the longest overdue first. */
export function DeadlinesPage() {
  const { t } = useTranslation('deadlines');
  const { go } = useNavigation();
  const { data, error } = useCore('deadlines.list', {});
  const [adding, setAdding] = useState(false);
  const [settling, setSettling] = useState<DeadlineRow | null>(null);
  const mayAmend = useMay('case.amend');
  const columns = useColumns(mayAmend ? setSettling : null);
  useHotkeys([['mod+N', () => setAdding(mayAmend)]]);
  const add = mayAmend ? (
    <Button size="xs" leftSection={<IconCalendarPlus size={16} />} onClick={() => setAdding(true)}>
      {t('new.button')}
    </Button>
  ) : undefined;
  const late = (data ?? []).filter(({ state }) => state === 'overdue').length;
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('title')}
        text={
          <>
            {late > 0 && <b className={classes.late}>{t('count.overdue', { count: late })}. </b>}
            {t('help')}
          </>
        }
        actions={add}
      />
      {error !== null && <ErrorNotice error={error} />}
      {data?.length === 0 ? (
        <EmptyState
          icon={<IconCalendarCheck size={28} stroke={1.4} />}
          title={t('none.title')}
          text={t('none.text')}
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
            onOpen={(row) => go(placeOf(row))}
          />
        </div>
      )}
      {adding && <NewDeadline onClose={() => setAdding(false)} />}
      {settling !== null && <SettleDeadline deadline={settling} onClose={() => setSettling(null)} />}
    </div>
  );
}

const operationTabs: Readonly<Record<string, OperationTab>> = {
  operationExpiry: 'authority',
  operationReport: 'reports',
  operationItem: 'money',
};

/** Where what is due is done: in its operation, at its asset, or found from the case's summary. */
function placeOf({ id, case: caseId, operation, what }: DeadlineRow): Route {
  if (operation !== null) return { screen: 'operations', operation, tab: operationTabs[what] ?? 'summary' };
  const at = { screen: 'case', case: caseId } as const;
  const [, asset] = what.startsWith('seizure.') ? id.split(' ') : [];
  return asset === undefined ? { ...at, tab: 'summary' } : { ...at, tab: 'seizures', item: asset };
}
