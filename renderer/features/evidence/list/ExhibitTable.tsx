import { useTranslation } from 'react-i18next';
import type { ExhibitRow } from '../../../../electron/core/features/evidence/model.ts';
import { formatBytes, formatDay } from '../../../app/format.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { type Column, VirtualTable } from '../../../components/VirtualTable.tsx';
import { CustodyBadge } from '../../custody/index.ts';
import type { ExhibitSearch } from '../data.ts';
import { ExhibitIcon } from '../items/CategoryIcon.tsx';
import { DuplicateMark, PlaceMark } from './ExhibitItem.tsx';
import classes from './list.module.css';

interface Props {
  readonly rows: readonly ExhibitRow[];
  readonly search: ExhibitSearch;
  readonly onSearch: (search: ExhibitSearch) => void;
  readonly onOpen: (exhibit: string) => void;
  readonly onEnd: () => void;
  readonly marked: ReadonlySet<string>;
  /** Undefined where nothing can be done with what is marked. */
  readonly onMark: ((marked: ReadonlySet<string>) => void) | undefined;
}

const sorts: Readonly<Record<string, ExhibitSearch['sort']>> = {
  number: 'number',
  name: 'name',
  type: 'type',
  size: 'size',
  collectedOn: 'collectedOn',
  attachedAt: 'attachedAt',
};

/** The exhibits of the case, sorted by the core, loaded as they are scrolled. */
export function ExhibitTable({ rows, search, onSearch, onOpen, onEnd, marked, onMark }: Props) {
  const { t } = useTranslation('evidence');
  const columns = useColumns();
  return (
    <VirtualTable
      label={t('list')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      sort={{ id: search.sort, descending: search.descending }}
      onSort={({ id, descending }) => onSearch({ ...search, sort: sorts[id] ?? 'number', descending })}
      onOpen={(row) => onOpen(row.id)}
      {...(onMark === undefined ? {} : { marked, onMark })}
      onRange={(_first, last) => {
        if (last >= rows.length - 20) onEnd();
      }}
    />
  );
}

function useColumns(): readonly Column<ExhibitRow>[] {
  const { t } = useTranslation('evidence');
  const { source } = useOfficeTerms();
  return [
    {
      id: 'number',
      header: t('column.number'),
      width: '5rem',
      sort: true,
      cell: (row) => <span className={classes.number}>{exhibitNumber(row.number)}</span>,
    },
    {
      id: 'name',
      header: t('column.name'),
      width: 'minmax(10.75rem, 2.9fr)',
      sort: true,
      cell: (row) => (
        <span className={classes.line} style={{ paddingInlineStart: row.depth * 20 }}>
          <ExhibitIcon of={row} size={16} />
          <span className={classes.ellipsis} title={row.name}>
            {row.name}
          </span>
          <PlaceMark row={row} />
          <DuplicateMark row={row} />
        </span>
      ),
    },
    {
      id: 'size',
      header: t('column.size'),
      width: '5.25rem',
      align: 'end',
      sort: true,
      cell: (row) => (row.kind === 'item' ? '—' : formatBytes(row.size)),
    },
    {
      id: 'source',
      header: t('column.source'),
      width: 'minmax(5.5rem, 1.5fr)',
      cell: (row) => <Ellipsis text={source(row.source)} />,
    },
    {
      id: 'collectedOn',
      header: t('column.collectedOn'),
      width: '7rem',
      sort: true,
      cell: (row) => (row.collectedOn === '' ? '' : formatDay(row.collectedOn)),
    },
    {
      id: 'attachedAt',
      header: t('column.attachedAt'),
      width: '7rem',
      sort: true,
      cell: (row) => formatDay(row.attachedAt),
    },
    {
      id: 'custody',
      header: t('column.custody'),
      width: '7.75rem',
      cell: (row) => <CustodyBadge event={row.custody} />,
    },
    {
      id: 'holder',
      header: t('column.holder'),
      width: 'minmax(5.5rem, 1.5fr)',
      cell: (row) => <Ellipsis text={row.holder} />,
    },
  ];
}

function Ellipsis({ text }: { readonly text: string }) {
  return (
    <span className={classes.ellipsis} title={text}>
      {text}
    </span>
  );
}
