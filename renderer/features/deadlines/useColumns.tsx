import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeadlineRow } from '../../../electron/core/features/deadlines/model.ts';
import { formatDay } from '../../app/format.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import type { Column } from '../../components/VirtualTable.tsx';
import classes from './deadlines.module.css';

/** What the list of deadlines shows. `onSettle`: null where the person may close none. */
export function useColumns(onSettle: ((row: DeadlineRow) => void) | null): readonly Column<DeadlineRow>[] {
  const { t } = useTranslation('deadlines');
  const { term } = useOfficeTerms();
  const left = ({ daysLeft, state }: DeadlineRow): string => {
    if (state === 'overdue') return t('left.overdue', { count: -daysLeft });
    return daysLeft === 0 ? t('left.today') : t('left.days', { count: daysLeft });
  };
  return [
    { id: 'due', header: t('column.due'), width: '6.5rem', cell: (row) => formatDay(row.due) },
    {
      id: 'state',
      header: t('column.state'),
      width: '10rem',
      cell: (row) => (
        <span className={classes.state} data-state={row.state}>
          {left(row)}
        </span>
      ),
    },
    {
      id: 'what',
      header: t('column.what'),
      width: 'minmax(14rem, 2.4fr)',
      cell: (row) => (
        <span className={classes.lines}>
          <span className={classes.main} title={row.label}>
            {row.label}
          </span>
          <span className={classes.quiet}>{t(`what.${row.what}`)}</span>
        </span>
      ),
    },
    {
      id: 'case',
      header: t('column.case'),
      width: 'minmax(11rem, 1.6fr)',
      cell: (row) => (
        <span className={classes.lines}>
          <span className={classes.number}>{row.caseNumber}</span>
          <span className={classes.quiet} title={row.caseTitle}>
            {row.caseTitle}
          </span>
        </span>
      ),
    },
    {
      id: 'term',
      header: t('column.term'),
      width: 'minmax(11rem, 1.6fr)',
      cell: (row) => (row.term === null ? '' : <span title={term(row.term)}>{term(row.term)}</span>),
    },
    {
      id: 'settle',
      header: '',
      width: '5.5rem',
      cell: (row) =>
        onSettle !== null && row.what === 'own' ? (
          <Button
            size="compact-xs"
            variant="default"
            onClick={(event) => {
              event.stopPropagation();
              onSettle(row);
            }}
          >
            {t('settle.button')}
          </Button>
        ) : null,
    },
  ];
}
