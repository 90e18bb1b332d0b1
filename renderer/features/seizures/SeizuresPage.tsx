import { Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetRow } from '../../../electron/core/features/seizures/model.ts';
import { useMay } from '../../app/session.ts';
import { usePages } from '../../app/usePages.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { NewAsset } from './add/NewAsset.tsx';
import { Charts } from './charts/Charts.tsx';
import { askedOf, filterOf, plainSearch } from './data.ts';
import { GraphView } from './graph/GraphView.tsx';
import { LedgerView } from './ledger/LedgerView.tsx';
import { ActiveFilters } from './list/ActiveFilters.tsx';
import { Assets } from './list/Assets.tsx';
import { Toolbar } from './list/Toolbar.tsx';
import { ListMenu } from './lists/ListMenu.tsx';
import { PapersMenu } from './papers/PapersMenu.tsx';
import { AssetPanel } from './record/AssetPanel.tsx';
import classes from './SeizuresPage.module.css';
import { useOpenAsset } from './useOpenAsset.ts';

interface Props {
  /** Without a case: the assets of all cases of the person. */
  readonly caseId?: string;
  readonly asOf?: string | undefined;
}

const views = ['list', 'charts', 'graph', 'ledger'] as const;
type View = (typeof views)[number];

/** The seized assets of a case or of all cases: the list with the open one beside it, charts, who holds what, and the ledger. */
export function SeizuresPage({ caseId, asOf }: Props) {
  const { t } = useTranslation('seizures');
  const [view, setView] = useState<View>('list');
  const [search, setSearch] = useState(plainSearch);
  const [typed] = useDebouncedValue(search, 150);
  const asked = askedOf(typed);
  const list = usePages('seizures.list', { case: caseId, asOf, ...asked });
  const { item, open, close } = useOpenAsset(caseId, asOf);
  const [adding, setAdding] = useState(false);
  const mayWrite = useMay('seizure.write') && caseId !== undefined && asOf === undefined;
  const field = useRef<HTMLInputElement>(null);
  const add = () => {
    if (mayWrite) setAdding(true);
  };
  useHotkeys([
    ['N', add],
    ['/', () => field.current?.focus()],
  ]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // React hands on the keys of dialogs too, although they lie elsewhere in the document.
    const within = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (item === undefined || event.defaultPrevented || !within) return;
    if (event.key === 'Escape') close();
    const step = event.altKey ? steps[event.key] : undefined;
    const at = list.rows.findIndex((row) => row?.id === item);
    const next = step === undefined ? undefined : list.rows[at + step];
    if (next === undefined) return;
    event.preventDefault();
    open(next);
  };
  const change = (part: Partial<typeof search>) => setSearch({ ...search, ...part });
  const newAsset = mayWrite ? (
    <Button size="xs" flex="none" leftSection={<IconPlus size={16} />} onClick={add}>
      {t('add.button')}
    </Button>
  ) : undefined;
  const shown = item === undefined ? view : 'list';

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys heard from the controls within
    <div className={classes.page} onKeyDown={onKeyDown}>
      <Toolbar
        caseId={caseId}
        search={search}
        filters={shown !== 'graph'}
        field={field}
        onSearch={change}
        views={
          <SegmentedControl
            size="xs"
            aria-label={t('view.label')}
            value={shown}
            data={views
              .filter((each) => each !== 'graph' || caseId !== undefined)
              .map((each) => ({ value: each, label: t(`view.${each}`) }))}
            onChange={(next) => {
              setView(views.find((each) => each === next) ?? 'list');
              if (item !== undefined) close();
            }}
          />
        }
      >
        {caseId !== undefined && asOf === undefined && shown === 'list' && item === undefined && (
          <PapersMenu caseId={caseId} assets={inOneDocument(list.rows)} />
        )}
        {asOf === undefined && <ListMenu caseId={caseId} filter={filterOf(asked)} />}
        {newAsset}
      </Toolbar>
      {shown !== 'graph' && <ActiveFilters caseId={caseId} search={search} onSearch={change} />}
      {list.error !== null && <ErrorNotice error={list.error} />}
      {shown === 'list' && (
        <Assets
          caseId={caseId}
          asOf={asOf}
          search={search}
          asked={asked}
          list={list}
          open={item}
          action={newAsset}
          onSearch={setSearch}
          onOpen={open}
          panel={
            item !== undefined && caseId !== undefined ? (
              <AssetPanel
                key={item}
                caseId={caseId}
                asset={item}
                asOf={asOf}
                onClose={close}
                onOpen={(asset) => open({ id: asset, case: caseId })}
              />
            ) : null
          }
        />
      )}
      {shown === 'charts' && (
        <Charts
          caseId={caseId}
          asOf={asOf}
          search={asked}
          onNarrow={(part) => {
            change(part);
            setView('list');
          }}
        />
      )}
      {shown === 'graph' && caseId !== undefined && (
        <GraphView caseId={caseId} asOf={asOf} onOpen={(asset) => open({ id: asset, case: caseId })} />
      )}
      {shown === 'ledger' && <LedgerView caseId={caseId} asOf={asOf} search={asked} />}
      {adding && caseId !== undefined && (
        <NewAsset
          caseId={caseId}
          onClose={() => setAdding(false)}
          onAdded={(asset) => open({ id: asset, case: caseId })}
        />
      )}
    </div>
  );
}

/** More than this no acta lists; and all must be here, or one would be missing from it unseen. */
const mostInDocument = 100;

function inOneDocument(rows: readonly (AssetRow | undefined)[]): readonly string[] {
  const here = rows.flatMap((row) => (row === undefined ? [] : [row.id]));
  return here.length === rows.length && here.length <= mostInDocument ? here : [];
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };
