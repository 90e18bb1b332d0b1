import { Button } from '@mantine/core';
import { IconScale, IconSearchOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetRow } from '../../../../electron/core/features/seizures/model.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { type AssetSearch, plainSearch, setFilters } from '../data.ts';
import { AssetList } from './AssetList.tsx';
import { AssetTable } from './AssetTable.tsx';
import classes from './assets.module.css';
import { Totals } from './Totals.tsx';

interface Props {
  readonly caseId: string | undefined;
  readonly asOf: string | undefined;
  readonly search: AssetSearch;
  /** The search that the rows answer to. */
  readonly asked: AssetSearch;
  readonly list: {
    readonly rows: readonly (AssetRow | undefined)[];
    readonly total: number;
    readonly pending: boolean;
    readonly error: Error | null;
    readonly onRange: (first: number, last: number) => void;
  };
  readonly open: string | undefined;
  readonly panel: ReactNode;
  readonly action: ReactNode;
  readonly onSearch: (search: AssetSearch) => void;
  readonly onOpen: (row: AssetRow) => void;
}

/** The list of assets; where one is open, the list is narrow and the asset beside it. */
export function Assets(props: Props) {
  const { caseId, asOf, search, asked, list, open, panel, action, onSearch, onOpen } = props;
  const of = JSON.stringify(asked);
  const nothing = list.total === 0 && !list.pending && list.error === null;
  if (open !== undefined) {
    return (
      <div className={classes.body}>
        <div className={classes.list}>
          <AssetList rows={list.rows} open={open} of={of} onOpen={onOpen} onRange={list.onRange} />
        </div>
        <div className={classes.asset}>{panel}</div>
      </div>
    );
  }
  if (nothing) {
    return <NoAssets searching={setFilters(asked).length > 0} {...{ caseId, asOf, action, onSearch }} />;
  }
  return (
    <>
      <div className={classes.table}>
        <AssetTable
          rows={list.rows}
          search={search}
          of={of}
          ofOffice={caseId === undefined}
          onSearch={onSearch}
          onOpen={onOpen}
          onRange={list.onRange}
        />
      </div>
      <Totals caseId={caseId} asOf={asOf} search={asked} total={list.total} />
    </>
  );
}

interface NothingProps extends Pick<Props, 'caseId' | 'asOf' | 'action' | 'onSearch'> {
  readonly searching: boolean;
}

/** Why the list is empty, and what to do about it. */
function NoAssets({ caseId, asOf, searching, action, onSearch }: NothingProps) {
  const { t } = useTranslation('seizures');
  if (searching) {
    return (
      <EmptyState
        icon={<IconSearchOff size={28} stroke={1.4} />}
        title={t('none.found')}
        text={t('none.foundHelp')}
        action={
          <Button size="xs" variant="default" onClick={() => onSearch(plainSearch)}>
            {t('filter.clear')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<IconScale size={28} stroke={1.4} />}
      title={t('none.title')}
      text={t(asOf !== undefined ? 'none.past' : caseId === undefined ? 'none.office' : 'none.help')}
      action={action}
    />
  );
}
