import { Tooltip } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseRow } from '../../../electron/core/features/cases/model.ts';
import { formatDate, formatDay } from '../../app/format.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import type { Column } from '../../components/VirtualTable.tsx';
import classes from './cases.module.css';

/** What the list of cases shows. */
export function useColumns(): readonly Column<CaseRow>[] {
  const { t } = useTranslation('cases');
  const { offence, stage, status } = useOfficeTerms();
  return [
    {
      id: 'number',
      header: t('column.number'),
      width: '8.4rem',
      sort: true,
      cell: (row) => <span className={classes.number}>{row.number}</span>,
    },
    {
      id: 'title',
      header: t('column.title'),
      width: 'minmax(13rem, 3fr)',
      sort: true,
      cell: (row) => (
        <span className={classes.lines}>
          <span className={classes.main} title={row.title}>
            <Conflicts count={row.conflicts} />
            {row.title}
          </span>
          <span className={classes.quiet} title={row.offences.map(offence).join('\n')}>
            {row.offences.map(offence).join('; ')}
          </span>
        </span>
      ),
    },
    {
      id: 'stage',
      header: t('column.stage'),
      width: '8.5rem',
      sort: true,
      cell: (row) => <span title={stage(row.stage)}>{stage(row.stage)}</span>,
    },
    {
      id: 'status',
      header: t('column.status'),
      width: '6.2rem',
      sort: true,
      cell: (row) => <span title={status(row.status)}>{status(row.status)}</span>,
    },
    {
      id: 'openedOn',
      header: t('column.openedOn'),
      width: '6rem',
      sort: true,
      cell: (row) => (row.openedOn === '' ? '' : formatDay(row.openedOn)),
    },
    {
      id: 'exhibits',
      header: t('column.exhibits'),
      width: '5.4rem',
      align: 'end',
      cell: (row) => row.exhibits,
    },
    { id: 'people', header: t('column.people'), width: '4.6rem', align: 'end', cell: (row) => row.people },
    {
      id: 'team',
      header: t('column.team'),
      width: 'minmax(6rem, 1fr)',
      cell: (row) => <span title={row.team.join('\n')}>{row.team.join(', ')}</span>,
    },
    {
      id: 'changedAt',
      header: t('column.changedAt'),
      width: '6.3rem',
      sort: true,
      cell: (row) => (
        <span className={classes.quiet} title={formatDate(row.changedAt)}>
          {formatDay(row.changedAt)}
        </span>
      ),
    },
  ];
}

function Conflicts({ count }: { readonly count: number }) {
  const { t } = useTranslation('cases');
  if (count === 0) return null;
  return (
    <Tooltip label={t('conflicts', { count })}>
      <IconGitMerge size={14} className={classes.conflict ?? ''} aria-label={t('conflicts', { count })} />
    </Tooltip>
  );
}
