import { Tabs } from '@mantine/core';
import { IconHistory, IconPackage, IconShieldCheck, IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { BundleHistory } from './BundleHistory.tsx';
import classes from './bundles.module.css';
import { ComposePage } from './compose/ComposePage.tsx';
import { JobCard } from './export/JobCard.tsx';
import { useBundleJob } from './export/useBundleJob.ts';
import { PrepareBundle } from './prepare/PrepareBundle.tsx';
import { VerifyBundle } from './VerifyBundle.tsx';

interface Props {
  readonly caseId: string;
  readonly asOf?: string | undefined;
}

/** What is handed to the court: compose it, see what was handed out before, check one. */
export function BundlesPage({ caseId, asOf }: Props) {
  const { t } = useTranslation('bundles');
  const mayExport = useMay('bundle.export') && asOf === undefined;
  const [tab, setTab] = useState<string | null>(mayExport ? 'compose' : 'history');
  return (
    <Tabs value={tab} onChange={setTab} className={classes.page} keepMounted={false}>
      <Tabs.List>
        {mayExport && (
          <>
            <Tabs.Tab value="compose" leftSection={<IconStack2 size={16} />}>
              {t('tab.compose')}
            </Tabs.Tab>
            <Tabs.Tab value="prepare" leftSection={<IconPackage size={16} />}>
              {t('tab.prepare')}
            </Tabs.Tab>
          </>
        )}
        <Tabs.Tab value="history" leftSection={<IconHistory size={16} />}>
          {t('tab.history')}
        </Tabs.Tab>
        <Tabs.Tab value="verify" leftSection={<IconShieldCheck size={16} />}>
          {t('tab.verify')}
        </Tabs.Tab>
      </Tabs.List>
      {mayExport && <Preparing caseId={caseId} tab={tab} />}
      <Tabs.Panel value="history" className={classes.body}>
        <BundleHistory caseId={caseId} asOf={asOf} />
      </Tabs.Panel>
      <Tabs.Panel value="verify" className={classes.body}>
        <VerifyBundle />
      </Tabs.Panel>
    </Tabs>
  );
}

/** What is worked on, or the export that runs or has just ended; the work waits behind it and behind other tabs. */
function Preparing({ caseId, tab }: { readonly caseId: string; readonly tab: string | null }) {
  const { job, putAway } = useBundleJob(caseId);
  const card = job !== undefined && <JobCard job={job} onBack={() => putAway(job.id)} />;
  return (
    <>
      <Tabs.Panel value="compose" className={classes.body} keepMounted>
        {tab === 'compose' && card}
        <div className={classes.prepare} hidden={job !== undefined}>
          <ComposePage caseId={caseId} />
        </div>
      </Tabs.Panel>
      <Tabs.Panel value="prepare" className={classes.body} keepMounted>
        {tab === 'prepare' && card}
        <div className={classes.prepare} hidden={job !== undefined}>
          <PrepareBundle caseId={caseId} />
        </div>
      </Tabs.Panel>
    </>
  );
}
