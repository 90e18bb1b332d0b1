import { Tabs } from '@mantine/core';
import { IconHistory, IconPackage, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { BundleHistory } from './BundleHistory.tsx';
import classes from './bundles.module.css';
import { JobCard } from './export/JobCard.tsx';
import { useBundleJob } from './export/useBundleJob.ts';
import { PrepareBundle } from './prepare/PrepareBundle.tsx';
import { VerifyBundle } from './VerifyBundle.tsx';

interface Props {
  readonly caseId: string;
  readonly asOf?: string | undefined;
}

/** What is handed to the court: prepare it, see what was handed out before, check one. */
export function BundlesPage({ caseId, asOf }: Props) {
  const { t } = useTranslation('bundles');
  const mayExport = useMay('bundle.export') && asOf === undefined;
  const [tab, setTab] = useState<string | null>(mayExport ? 'prepare' : 'history');
  return (
    <Tabs value={tab} onChange={setTab} className={classes.page} keepMounted={false}>
      <Tabs.List>
        {mayExport && (
          <Tabs.Tab value="prepare" leftSection={<IconPackage size={16} />}>
            {t('tab.prepare')}
          </Tabs.Tab>
        )}
        <Tabs.Tab value="history" leftSection={<IconHistory size={16} />}>
          {t('tab.history')}
        </Tabs.Tab>
        <Tabs.Tab value="verify" leftSection={<IconShieldCheck size={16} />}>
          {t('tab.verify')}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="prepare" className={classes.body} keepMounted>
        <Export caseId={caseId} />
      </Tabs.Panel>
      <Tabs.Panel value="history" className={classes.body}>
        <BundleHistory caseId={caseId} asOf={asOf} />
      </Tabs.Panel>
      <Tabs.Panel value="verify" className={classes.body}>
        <VerifyBundle />
      </Tabs.Panel>
    </Tabs>
  );
}

/** The three steps, or the export that runs or has just ended; the choice waits behind it. */
function Export({ caseId }: { readonly caseId: string }) {
  const { job, putAway } = useBundleJob(caseId);
  return (
    <>
      {job !== undefined && <JobCard job={job} onBack={() => putAway(job.id)} />}
      <div className={classes.prepare} hidden={job !== undefined}>
        <PrepareBundle caseId={caseId} />
      </div>
    </>
  );
}
