import { IconSearchOff, IconZoomQuestion } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Filters } from './Filters.tsx';
import { HitList } from './HitList.tsx';
import { KindTabs } from './KindTabs.tsx';
import { ReadingState } from './ReadingState.tsx';
import { SearchField } from './SearchField.tsx';
import classes from './search.module.css';
import { useSearch } from './useSearch.ts';

/** One field for everything that the person may see: names, what stands inside exhibits, the log. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const { search, change, result, error, searching, all } = useSearch();
  const list = useRef<HTMLDivElement>(null);
  const hits = result?.hits ?? [];
  return (
    <div className={classes.page}>
      <SearchField
        text={search.text}
        onText={(text) => change({ text })}
        onDown={() => list.current?.querySelector<HTMLElement>('button')?.focus()}
      />
      <Filters search={search} onChange={change} />
      <KindTabs kind={search.kind} counts={result?.counts} onKind={(kind) => change({ kind })} />
      <ReadingState caseId={search.case} />
      {error !== null && <ErrorNotice error={error} />}
      {!searching ? (
        <EmptyState
          icon={<IconZoomQuestion size={28} stroke={1.4} />}
          title={t('begin.title')}
          text={t('begin.text')}
        />
      ) : result !== undefined && hits.length === 0 ? (
        <EmptyState
          icon={<IconSearchOff size={28} stroke={1.4} />}
          title={t('nothing.title')}
          text={t('nothing.text')}
        />
      ) : (
        <HitList ref={list} hits={hits} more={result?.more ?? false} text={search.text} onAll={all} />
      )}
    </div>
  );
}
