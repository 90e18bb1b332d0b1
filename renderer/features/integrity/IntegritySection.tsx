import { Alert, Anchor, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DamagedExhibit } from '../../../electron/core/features/integrity/model.ts';
import { useCommand, useCore } from '../../app/core.ts';
import { formatDate, formatNumber } from '../../app/format.ts';
import { useNavigation } from '../../app/route.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../components/exhibit-number.ts';
import { Mend } from './Mend.tsx';
import { useSweepJob } from './useSweepJob.ts';

/** Whether every exhibit is still what it was: when it was last looked at, what is damaged, and how to mend it. */
export function IntegritySection() {
  const { t } = useTranslation('integrity');
  const { data, error } = useCore('integrity.report', {});
  const sweep = useCommand('integrity.sweep');
  const job = useSweepJob();
  const running = job?.state === 'running';
  return (
    <Paper component="section" withBorder p="md" mt="sm" aria-label={t('title')}>
      <Title order={3}>{t('title')}</Title>
      <Stack gap="xs" mt="xs">
        <Text size="sm" c="dimmed">
          {t('text')}
        </Text>
        {error !== null && <ErrorNotice error={error} />}
        {data !== undefined && (
          <>
            <Text size="sm">
              {t('checked', { checked: formatNumber(data.checked), total: formatNumber(data.total) })}
              {data.oldest !== '' && ` · ${t('oldest', { when: formatDate(data.oldest) })}`}
            </Text>
            {data.damagedCount === 0 ? (
              data.checked > 0 && (
                <Alert color="ink" variant="light" p="xs" icon={<IconShieldCheck size={18} />}>
                  {t('sound')}
                </Alert>
              )
            ) : (
              <Alert color="seal" variant="light" p="xs" icon={<IconShieldX size={18} />}>
                <Text size="sm" fw={600}>
                  {t('damaged', { count: data.damagedCount })}
                </Text>
                {data.damaged.map((each) => (
                  <Damaged key={each.exhibit} of={each} />
                ))}
              </Alert>
            )}
          </>
        )}
        {running && (
          <Progress value={job.total === 0 ? 0 : (100 * job.done) / job.total} aria-label={t('running')} />
        )}
        <Group>
          <Button variant="default" loading={sweep.isPending || running} onClick={() => sweep.mutate({})}>
            {t('sweep')}
          </Button>
        </Group>
        {sweep.error !== null && <ErrorNotice error={sweep.error} />}
      </Stack>
    </Paper>
  );
}

function Damaged({ of }: { readonly of: DamagedExhibit }) {
  const { t } = useTranslation('integrity');
  const { go } = useNavigation();
  const mayMend = useMay('evidence.attach');
  return (
    <Stack gap={2} mt="xs">
      <Text size="sm">
        <Anchor
          component="button"
          size="sm"
          onClick={() => go({ screen: 'case', case: of.case, tab: 'evidence', item: of.exhibit })}
        >
          {of.caseNumber} · {exhibitNumber(of.number)} {of.name}
        </Anchor>{' '}
        — {t(`what.${of.what.replace(' ', '-')}`)} ({formatDate(of.at)})
      </Text>
      {mayMend && <Mend of={of} />}
    </Stack>
  );
}
