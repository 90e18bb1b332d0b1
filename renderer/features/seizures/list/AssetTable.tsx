import { useTranslation } from 'react-i18next';
import type { AssetRow } from '../../../../electron/core/features/seizures/model.ts';
import { formatDay, formatMoney } from '../../../app/format.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { type Column, VirtualTable } from '../../../components/VirtualTable.tsx';
import type { AssetSearch } from '../data.ts';
import { assetSorts } from '../lists.ts';
import { DueDay } from './DueDay.tsx';
import { KindIcon } from './KindIcon.tsx';
import classes from './list.module.css';
import { AssetMarks, StageBadge } from './StageBadge.tsx';

interface Props {
  readonly rows: readonly (AssetRow | undefined)[];
  readonly search: AssetSearch;
  /** What the list answers to. */
  readonly of: string;
  /** The assets of several cases: each row says of which. */
  readonly ofOffice: boolean;
  readonly onSearch: (search: AssetSearch) => void;
  readonly onOpen: (row: AssetRow) => void;
  readonly onRange: (first: number, last: number) => void;
}

/** The assets, sorted by the core, loaded as they are scrolled. */
export function AssetTable({ rows, search, of, ofOffice, onSearch, onOpen, onRange }: Props) {
  const { t } = useTranslation('seizures');
  const columns = useColumns(ofOffice);
  return (
    <VirtualTable
      label={t('list')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHeight={44}
      of={of}
      sort={{ id: search.sort, descending: search.descending }}
      onSort={({ id, descending }) =>
        onSearch({ ...search, sort: assetSorts.find((sort) => sort === id) ?? 'number', descending })
      }
      onOpen={onOpen}
      onRange={onRange}
    />
  );
}

function useColumns(ofOffice: boolean): readonly Column<AssetRow>[] {
  const { t } = useTranslation('seizures');
  const inCase: Column<AssetRow> = {
    id: 'case',
    header: t('column.case'),
    width: '8.5rem',
    cell: (row) => <span className={classes.number}>{row.caseNumber}</span>,
  };
  return [
    {
      id: 'number',
      header: t('column.number'),
      width: '5.6rem',
      sort: true,
      cell: (row) => <span className={classes.number}>{exhibitNumber(row.number)}</span>,
    },
    ...(ofOffice ? [inCase] : []),
    {
      id: 'name',
      header: t('column.name'),
      width: 'minmax(12rem, 3fr)',
      sort: true,
      cell: (row) => (
        <span className={classes.line}>
          <KindIcon kind={row.kind} size={17} />
          <span className={classes.lines}>
            <span title={row.name}>{row.name}</span>
            {row.owners.length > 0 && <span className={classes.quiet}>{row.owners.join(' · ')}</span>}
          </span>
          <AssetMarks row={row} />
        </span>
      ),
    },
    {
      id: 'stage',
      header: t('column.stage'),
      width: '10.25rem',
      sort: true,
      cell: (row) => <StageBadge stage={row.stage} />,
    },
    {
      id: 'stageOn',
      header: t('column.stageOn'),
      width: '6.5rem',
      sort: true,
      cell: (row) => (row.stageOn === '' ? '' : formatDay(row.stageOn)),
    },
    {
      id: 'value',
      header: t('column.value'),
      width: '8.75rem',
      align: 'end',
      sort: true,
      cell: (row) => (row.value === null ? '—' : formatMoney(row.value)),
    },
    {
      id: 'custodian',
      header: t('column.custodian'),
      width: 'minmax(7rem, 1.8fr)',
      sort: true,
      cell: (row) => (
        <span className={classes.lines}>
          <span title={row.custodian}>{row.custodian}</span>
          {row.place !== '' && <span className={classes.quiet}>{row.place}</span>}
        </span>
      ),
    },
    {
      id: 'nextDue',
      header: t('column.nextDue'),
      width: '7.5rem',
      sort: true,
      cell: (row) => <DueDay day={row.nextDue} />,
    },
  ];
}
