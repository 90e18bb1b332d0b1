import { ActionIcon, Badge, Tabs, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperationDetail } from '../../../electron/core/features/operations/model.ts';
import { useCore } from '../../app/core.ts';
import { type OperationTab, operationTabs, useNavigation } from '../../app/route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { AuthorityBadge } from './AuthorityBadge.tsx';
import { AgentsTab } from './agents/AgentsTab.tsx';
import { AuthorityTab } from './authority/AuthorityTab.tsx';
import { DisclosureTab } from './disclosure/DisclosureTab.tsx';
import { EndTab } from './end/EndTab.tsx';
import { LogTab } from './log/LogTab.tsx';
import { MoneyTab } from './money/MoneyTab.tsx';
import classes from './operations.module.css';
import { ReportsTab } from './reports/ReportsTab.tsx';
import { SafetyTab } from './safety/SafetyTab.tsx';
import { SummaryTab } from './summary/SummaryTab.tsx';
import { TimelineTab } from './timeline/TimelineTab.tsx';
import type { InOperation } from './types.ts';

interface Props {
  readonly id: string;
  readonly tab: OperationTab;
}

const pages: Readonly<Record<OperationTab, (props: InOperation) => React.ReactNode>> = {
  summary: SummaryTab,
  authority: AuthorityTab,
  agents: AgentsTab,
  log: LogTab,
  reports: ReportsTab,
  money: MoneyTab,
  safety: SafetyTab,
  end: EndTab,
  disclosure: DisclosureTab,
  timeline: TimelineTab,
};

/** One operation: its head, its parts. */
export function OperationPage({ id, tab }: Props) {
  const { t } = useTranslation('operations');
  const { go } = useNavigation();
  const { data, error } = useCore('operations.show', { operation: id });
  const open = (next: OperationTab) => go({ screen: 'operations', operation: id, tab: next });
  useHotkeys(
    operationTabs.map((each, index): [string, () => void] => [`mod+${(index + 1) % 10}`, () => open(each)]),
    [],
  );
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return null;
  const Page = pages[tab];
  return (
    <div className={classes.operation}>
      <Head operation={data} onIrregular={() => open('summary')}>
        <Tabs value={tab} onChange={(next) => open(operationTabs.find((each) => each === next) ?? 'summary')}>
          <Tabs.List className={classes.tabs ?? ''}>
            {operationTabs.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`tab.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      </Head>
      <div className={classes.body}>
        <Page operation={data} />
      </div>
    </div>
  );
}

interface HeadProps {
  readonly operation: OperationDetail;
  readonly onIrregular: () => void;
  readonly children: React.ReactNode;
}

/** What must be in sight in every part: which operation, whether it is covered today, what went wrong in it. */
function Head({ operation, onIrregular, children }: HeadProps) {
  const { t } = useTranslation('operations');
  const { go } = useNavigation();
  const { number, name, irregularities } = operation;
  return (
    <header className={classes.head}>
      <div className={classes.headLine}>
        <Tooltip label={t('toList')}>
          <ActionIcon color="gray" aria-label={t('toList')} onClick={() => go({ screen: 'operations' })}>
            <IconArrowLeft size={18} />
          </ActionIcon>
        </Tooltip>
        <span className={classes.number}>{number}</span>
        <h2>{name}</h2>
        <AuthorityBadge of={operation} />
        <Badge
          component="button"
          color={irregularities > 0 ? 'seal' : 'gray'}
          variant={irregularities > 0 ? 'filled' : 'light'}
          leftSection={irregularities > 0 ? <IconAlertTriangle size={12} /> : undefined}
          style={{ cursor: 'pointer' }}
          onClick={onIrregular}
        >
          {t('irregularities', { count: irregularities })}
        </Badge>
      </div>
      {children}
    </header>
  );
}
