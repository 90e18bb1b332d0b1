import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JobState } from '../../../../electron/core/api/jobs.ts';
import { CoreError, useCommand } from '../../../app/core.ts';
import { formatBytes } from '../../../app/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ResultCard } from './ResultCard.tsx';
import { bundleResult } from './useBundleJob.ts';

interface Props {
  readonly job: JobState;
  readonly onBack: () => void;
}

/** One export: its progress, then what came of it. */
export function JobCard({ job, onBack }: Props) {
  const { t } = useTranslation('bundles');
  const result = bundleResult(job);
  if (job.state === 'running') return <Running job={job} />;
  if (result !== null) return <ResultCard result={result} onBack={onBack} />;
  return (
    <Stack maw={720} mx="auto" gap="md">
      {job.state === 'cancelled' ? (
        <Text>{t('job.cancelled')}</Text>
      ) : (
        <ErrorNotice error={new CoreError(job.error ?? { code: 'internal', params: {} })} />
      )}
      <Group>
        <Button onClick={onBack}>{t('job.back')}</Button>
      </Group>
    </Stack>
  );
}

function Running({ job }: { readonly job: JobState }) {
  const { t } = useTranslation('bundles');
  const cancel = useCommand('jobs.cancel');
  // Pages are counted by exhibits, what is written by bytes.
  const show = job.step === 'writing' ? formatBytes : String;
  const percent = job.total === 0 ? 0 : (100 * job.done) / job.total;
  return (
    <Paper withBorder p="xl" maw={720} mx="auto" mt="xl" role="status">
      <Title order={3} size="h4">
        {t('job.running')}
      </Title>
      <Text size="sm" c="dimmed" mt={4}>
        {t(`job.step.${job.step}`, { defaultValue: t('job.working') })}
        {job.total > 0 && ` · ${t('job.count', { done: show(job.done), total: show(job.total) })}`}
      </Text>
      <Progress value={percent} animated size="lg" my="md" aria-label={t('job.running')} />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('job.stay')}
        </Text>
        <Button
          variant="default"
          size="xs"
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ job: job.id })}
        >
          {t('job.cancel')}
        </Button>
      </Group>
      {cancel.error !== null && <ErrorNotice error={cancel.error} />}
    </Paper>
  );
}
