import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExhibitDetail } from '../../../../electron/core/features/evidence/model.ts';
import { CustodySection } from '../../custody/index.ts';
import { MarksSection } from '../../marking/index.ts';
import { useSought } from '../viewers/useSought.ts';
import { ExhibitContent } from './ExhibitContent.tsx';
import { ExhibitRecord } from './ExhibitRecord.tsx';
import classes from './exhibit.module.css';

const tabs = ['content', 'record', 'custody', 'marks'] as const;
export type ExhibitTab = (typeof tabs)[number];

interface Props {
  readonly caseId: string;
  readonly exhibit: ExhibitDetail;
  readonly asOf: string | undefined;
  readonly tab: ExhibitTab;
  readonly onTab: (tab: ExhibitTab) => void;
}

/**
 * Content, record and custody: as tabs, or on a wide screen the content beside the other two. The content is
 * opened when it is first seen and then kept until the exhibit closes: each opening is recorded as an access.
 */
export function ExhibitBody({ caseId, exhibit, asOf, tab, onTab }: Props) {
  const past = asOf !== undefined;
  const { t } = useTranslation('evidence');
  const wide = useMediaQuery('(min-width: 100em)', undefined, { getInitialValueInEffect: false });
  // A thing in the store has nothing to open: its record comes first.
  const opens = exhibit.item === null;
  const showing = opens && (wide || tab === 'content');
  const [seen, setSeen] = useState(showing);
  if (showing && !seen) setSeen(true);
  // Led to a page from the marks: on a narrow screen the content must come to the front for it.
  const { page, asked } = useSought();
  const show = useRef(onTab);
  show.current = onTab;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` leads there again
  useEffect(() => {
    if (page !== undefined && !wide) show.current('content');
  }, [page, asked]);
  const side = (wide || !opens) && tab === 'content' ? 'record' : tab;

  return (
    <div className={classes.body} data-wide={(opens && wide) || undefined}>
      <Tabs
        value={side}
        onChange={(value) => onTab(tabs.find((each) => each === value) ?? 'content')}
        className={classes.side}
        data-alone={side !== 'content' || undefined}
        keepMounted={false}
      >
        <Tabs.List className={classes.tabs}>
          {opens && !wide && <Tabs.Tab value="content">{t('tab.content')}</Tabs.Tab>}
          <Tabs.Tab value="record">{t('tab.record')}</Tabs.Tab>
          <Tabs.Tab value="custody" rightSection={<Count of={exhibit.custodyRecords.length} />}>
            {t('tab.custody')}
          </Tabs.Tab>
          {!past && <Tabs.Tab value="marks">{t('marking:tab')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="record" className={classes.scroll}>
          <ExhibitRecord caseId={caseId} exhibit={exhibit} past={past} />
        </Tabs.Panel>
        <Tabs.Panel value="marks" className={classes.scroll}>
          <MarksSection caseId={caseId} exhibit={exhibit.id} past={past} />
        </Tabs.Panel>
        <Tabs.Panel value="custody" className={classes.scroll}>
          <CustodySection caseId={caseId} exhibit={exhibit.id} asOf={asOf} />
        </Tabs.Panel>
      </Tabs>
      {seen && (
        <div className={classes.content} hidden={!showing}>
          <ExhibitContent caseId={caseId} exhibit={exhibit} past={past} />
        </div>
      )}
    </div>
  );
}

function Count({ of: count }: { readonly of: number }) {
  return count === 0 ? null : <span className={classes.count}>{count}</span>;
}
