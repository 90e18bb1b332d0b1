import { useTranslation } from 'react-i18next';
import type { AssetRow } from '../../../../electron/core/features/seizures/model.ts';
import { formatMoney } from '../../../app/format.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { type Column, VirtualTable } from '../../../components/VirtualTable.tsx';
import { KindIcon } from './KindIcon.tsx';
import classes from './list.module.css';
import { AssetMarks, StageBadge } from './StageBadge.tsx';

interface Props {
  readonly rows: readonly (AssetRow | undefined)[];
  readonly open: string;
  readonly of: string;
  readonly onOpen: (row: AssetRow) => void;
  readonly onRange: (first: number, last: number) => void;
}

/** The assets beside the open one, each in two lines. */
export function AssetList({ rows, open, of, onOpen, onRange }: Props) {
  const { t } = useTranslation('seizures');
  const columns: readonly Column<AssetRow>[] = [
    { id: 'asset', header: t('list'), width: 'minmax(0, 1fr)', cell: (row) => <TwoLines row={row} /> },
  ];
  return (
    <VirtualTable
      label={t('list')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHeight={58}
      selected={open}
      of={of}
      onOpen={onOpen}
      onRange={onRange}
    />
  );
}

function TwoLines({ row }: { readonly row: AssetRow }) {
  return (
    <span className={classes.item}>
      <KindIcon kind={row.kind} size={19} />
      <span className={classes.lines}>
        <span className={classes.line}>
          <span className={classes.number}>{exhibitNumber(row.number)}</span>
          <span className={classes.ellipsis} title={row.name}>
            {row.name}
          </span>
          <AssetMarks row={row} />
        </span>
        <span className={classes.line}>
          <StageBadge stage={row.stage} />
          <span className={classes.amount}>{row.value === null ? '' : formatMoney(row.value)}</span>
        </span>
      </span>
    </span>
  );
}
