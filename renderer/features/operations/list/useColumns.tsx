import { useTranslation } from 'react-i18next';
import type { OperationRow } from '../../../../electron/core/features/operations/model.ts';
import { formatDate, formatDay } from '../../../app/format.ts';
import type { Column } from '../../../components/VirtualTable.tsx';
import { AuthorityBadge } from '../AuthorityBadge.tsx';
import classes from '../operations.module.css';

/** What the list of operations shows. */
export function useColumns(): readonly Column<OperationRow>[] {
  const { t } = useTranslation('operations');
  return [
    {
      id: 'number',
      header: t('column.number'),
      width: '7.5rem',
      sort: (row) => row.number,
      cell: (row) => <span className={classes.number}>{row.number}</span>,
    },
    {
      id: 'name',
      header: t('column.name'),
      width: 'minmax(12rem, 3fr)',
      sort: (row) => row.name,
      cell: (row) => (
        <span className={classes.lines}>
          <span className={classes.cut} title={row.name}>
            {row.name}
          </span>
          <span className={`${classes.quiet} ${classes.cut}`}>{row.caseNumber}</span>
        </span>
      ),
    },
    {
      id: 'codeNames',
      header: t('column.codeNames'),
      width: 'minmax(8rem, 2fr)',
      cell: (row) => <span title={row.codeNames.join('\n')}>{row.codeNames.join(', ')}</span>,
    },
    {
      id: 'authority',
      header: t('column.authority'),
      width: '9.5rem',
      sort: (row) => row.authority,
      cell: (row) => <AuthorityBadge of={row} />,
    },
    {
      id: 'until',
      header: t('column.until'),
      width: '6.5rem',
      sort: (row) => row.until,
      cell: (row) => (row.until === '' ? '' : formatDay(row.until)),
    },
    {
      id: 'nextCheckIn',
      header: t('column.nextCheckIn'),
      width: '9.5rem',
      sort: (row) => row.nextCheckIn,
      cell: (row) => (
        <span className={isPast(row.nextCheckIn) ? classes.bad : undefined}>
          {row.nextCheckIn === '' ? '' : formatDate(row.nextCheckIn)}
        </span>
      ),
    },
    {
      id: 'irregularities',
      header: t('column.irregularities'),
      width: '8rem',
      align: 'end',
      sort: (row) => row.irregularities,
      cell: (row) => (
        <span className={row.irregularities > 0 ? classes.bad : undefined}>{row.irregularities}</span>
      ),
    },
  ];
}

function isPast(moment: string): boolean {
  return moment !== '' && Date.parse(moment) < Date.now();
}
