import { ActionIcon, Badge, Tabs, Tooltip } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useCore } from '../core.ts';
import { type CaseTab, caseTabs, type Route, useNavigation } from '../route.ts';
import { useOfficeTerms } from '../terms.ts';
import { AsOf, PastBanner } from './AsOf.tsx';
import classes from './frame.module.css';

export type CaseRoute = Extract<Route, { screen: 'case' }>;

/** Which case this is, where it stands, its six parts, and the day as of which it is read. */
export function CaseHeader({ route }: { readonly route: CaseRoute }) {
  const { t } = useTranslation('app');
  const { go } = useNavigation();
  const terms = useOfficeTerms();
  const { data, error } = useCore('cases.show', { case: route.case, asOf: route.asOf });
  const words = (field: 'title' | 'stage' | 'status') => String(data?.fields[field].value ?? '');
  const open = (tab: CaseTab) =>
    go({ screen: 'case', case: route.case, tab, ...(route.asOf === undefined ? {} : { asOf: route.asOf }) });
  const counts: Partial<Record<CaseTab, number | undefined>> = {
    people: data?.people,
    evidence: data?.exhibits,
    seizures: data?.assets,
  };
  return (
    <header className={classes.caseHead}>
      {error !== null && <ErrorNotice error={error} />}
      <div className={classes.caseLine}>
        <Tooltip label={t('toCases')}>
          <ActionIcon color="gray" onClick={() => go({ screen: 'cases' })} aria-label={t('toCases')}>
            <IconChevronLeft size={18} />
          </ActionIcon>
        </Tooltip>
        <span className={classes.number}>{data?.number}</span>
        <h1 className={classes.caseTitle} title={words('title')}>
          {words('title')}
        </h1>
        {words('stage') !== '' && <Badge color="ink">{terms.stage(words('stage'))}</Badge>}
        {words('status') !== '' && <Badge color="gray">{terms.status(words('status'))}</Badge>}
      </div>
      <div className={classes.tabLine}>
        <Tabs
          value={route.tab}
          onChange={(tab) => {
            const next = caseTabs.find((each) => each === tab);
            if (next !== undefined) open(next);
          }}
        >
          <Tabs.List className={classes.tabs ?? ''}>
            {caseTabs.map((tab, index) => (
              <Tabs.Tab key={tab} value={tab} title={`Ctrl ${index + 1}`}>
                {t(`tab.${tab}`)}
                {(counts[tab] ?? 0) > 0 && <span className={classes.count}>{counts[tab]}</span>}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <AsOf route={route} openedAt={data?.openedAt} />
      </div>
      {route.asOf !== undefined && <PastBanner route={route} asOf={route.asOf} />}
    </header>
  );
}
