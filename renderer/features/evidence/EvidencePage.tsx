import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { DueNotice, OfferNotice } from '../custody/index.ts';
import { AttachDialog } from './attach/AttachDialog.tsx';
import { DropVeil } from './attach/DropVeil.tsx';
import { IntakePanel } from './attach/IntakePanel.tsx';
import { useAttach } from './attach/useAttach.ts';
import { useDrop } from './attach/useDrop.ts';
import { useIntakes } from './attach/useIntakes.ts';
import { CollectionFilter } from './collections/CollectionFilter.tsx';
import { asTree, isLooking, plainOrder, useExhibits } from './data.ts';
import classes from './EvidencePage.module.css';
import { ExhibitPanel } from './exhibit/ExhibitPanel.tsx';
import { FolderDialog } from './folder/FolderDialog.tsx';
import { useFolder } from './folder/useFolder.ts';
import { AddMenu } from './items/AddMenu.tsx';
import { ExhibitList } from './list/ExhibitList.tsx';
import { MarkableTable } from './list/MarkableTable.tsx';
import { NoExhibits } from './list/NoExhibits.tsx';
import { Toolbar } from './list/Toolbar.tsx';
import { useOpenExhibit } from './useOpenExhibit.ts';

interface Props {
  readonly caseId: string;
  readonly asOf?: string | undefined;
}

/** The exhibits of a case: the list, the open one beside it, and files on their way in. */
export function EvidencePage({ caseId, asOf }: Props) {
  const { t } = useTranslation('evidence');
  const [search, setSearch] = useState(plainOrder);
  const [asked] = useDebouncedValue(search, 150);
  const { rows, total, query, more } = useExhibits(caseId, asTree(asked), asOf);
  const { item, open, close } = useOpenExhibit(caseId, asOf);
  const { intakes, putAway } = useIntakes(caseId);
  const mayAttach = useMay('evidence.attach') && asOf === undefined;
  const attach = useAttach();
  const folder = useFolder();
  const drop = useDrop(mayAttach, attach.add);
  const picker = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const pick = () => {
    if (mayAttach) picker.current?.click();
  };
  useHotkeys([
    ['mod+O', pick],
    ['mod+U', pick],
    ['/', () => field.current?.focus()],
  ]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // React hands on the keys of dialogs too, although they lie elsewhere in the document.
    if (item === undefined || event.defaultPrevented || !contains(event.currentTarget, event.target)) return;
    if (event.key === 'Escape') close();
    const step = event.altKey ? steps[event.key] : undefined;
    const next = step === undefined ? undefined : rows[rows.findIndex((row) => row.id === item) + step];
    if (next === undefined) return;
    event.preventDefault();
    open(next.id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped anywhere; the button does the same
    <div className={classes.page} onKeyDown={onKeyDown} {...drop.handlers}>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          attach.add(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <Toolbar
        search={search}
        onSearch={(change) => setSearch({ ...search, ...change })}
        field={field}
        sorts={item !== undefined}
        filter={
          <CollectionFilter
            caseId={caseId}
            past={asOf !== undefined}
            value={search.collection}
            onChange={(collection) => setSearch({ ...search, collection })}
          />
        }
        onFolder={mayAttach ? folder.choose : undefined}
        choosing={folder.choosing}
        onAttach={mayAttach ? pick : undefined}
        more={mayAttach ? <AddMenu caseId={caseId} onOpen={open} /> : undefined}
      >
        {t('count', { count: total })}
        {asOf === undefined && (
          <>
            <DueNotice caseId={caseId} onOpen={open} />
            <OfferNotice caseId={caseId} onOpen={open} />
          </>
        )}
      </Toolbar>
      {folder.error !== null && <ErrorNotice error={folder.error} onClose={folder.forgetError} />}
      {folder.folder !== null && <FolderDialog caseId={caseId} {...folder.folder} onClose={folder.close} />}
      {attach.error !== null && <ErrorNotice error={attach.error} onClose={attach.forgetError} />}
      <IntakePanel intakes={intakes} onPutAway={putAway} onOpen={open} />
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => query.refetch()} />}
      <div className={classes.body}>
        {item !== undefined ? (
          <>
            <div className={classes.list}>
              <ExhibitList rows={rows} open={item} onOpen={open} onEnd={more} />
            </div>
            <div className={classes.exhibit}>
              <ExhibitPanel caseId={caseId} exhibit={item} asOf={asOf} onClose={close} />
            </div>
          </>
        ) : total === 0 && query.isSuccess ? (
          <NoExhibits
            searching={isLooking(asked)}
            past={asOf !== undefined}
            onAttach={mayAttach ? pick : undefined}
            onClear={() => setSearch(plainOrder)}
          />
        ) : (
          <MarkableTable
            caseId={caseId}
            past={asOf !== undefined}
            rows={rows}
            search={search}
            onSearch={setSearch}
            onOpen={open}
            onEnd={more}
          />
        )}
      </div>
      {drop.over && <DropVeil />}
      {attach.offered.length > 0 && (
        <AttachDialog
          caseId={caseId}
          files={attach.offered}
          onMore={pick}
          onRemove={attach.remove}
          onClose={attach.clear}
        />
      )}
    </div>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

function contains(page: HTMLElement, target: EventTarget): boolean {
  return target instanceof Node && page.contains(target);
}
