import { Button, Group, Progress, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IntakeState } from '../../../../electron/core/features/evidence/model.ts';
import { CoreError, useCommand } from '../../../app/core.ts';
import { formatBytes, formatDuration } from '../../../app/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import classes from './attach.module.css';

/** One intake that runs, is paused, or was cut short by a crash. */
export function IntakeCard({ intake }: { readonly intake: IntakeState }) {
  const { t } = useTranslation('evidence');
  const pause = useCommand('evidence.pause');
  const resume = useCommand('evidence.resume');
  const cancel = useCommand('evidence.cancel');
  const error = pause.error ?? resume.error ?? cancel.error;
  const running = intake.state === 'running';
  const percent = intake.bytesTotal === 0 ? 0 : (100 * intake.bytesDone) / intake.bytesTotal;

  const stopped =
    intake.state === 'interrupted'
      ? intake.results.find((result) => result.error?.code.startsWith('disk.'))?.error
      : undefined;
  const attached = intake.results.filter((result) => result.exhibit !== undefined).length;

  const askToCancel = () =>
    modals.openConfirmModal({
      title: t('intake.cancelTitle'),
      children: <Text size="sm">{t('intake.cancelText', { count: attached })}</Text>,
      labels: { confirm: t('intake.cancelConfirm'), cancel: t('intake.goOn') },
      confirmProps: { color: 'seal' },
      onConfirm: () => cancel.mutate({ intake: intake.id }),
    });

  return (
    <section
      className={classes.card}
      data-state={intake.state}
      aria-label={t(`intake.state.${intake.state}`)}
    >
      <Group justify="space-between" wrap="nowrap" gap="md">
        <div className={classes.what}>
          <Text size="sm" fw={600}>
            {t(`intake.state.${intake.state}`)}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {intake.state === 'interrupted' && stopped === undefined
              ? t('intake.interruptedHelp')
              : intake.current}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          {running ? (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlayerPause size={14} />}
              onClick={() => pause.mutate({ intake: intake.id })}
            >
              {t('intake.pause')}
            </Button>
          ) : (
            <Button
              size="compact-sm"
              leftSection={<IconPlayerPlay size={14} />}
              onClick={() => resume.mutate({ intake: intake.id })}
            >
              {t('intake.resume')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconX size={14} />}
            onClick={askToCancel}
          >
            {t('intake.cancel')}
          </Button>
        </Group>
      </Group>
      <Progress
        value={percent}
        animated={running}
        color={running ? 'ink' : 'gray'}
        size="md"
        my={6}
        aria-label={t('intake.progress')}
      />
      <Group justify="space-between" className={classes.figures}>
        <span>
          {t('intake.files', { done: intake.filesDone, count: intake.filesTotal })} ·{' '}
          {t('intake.bytes', { done: formatBytes(intake.bytesDone), total: formatBytes(intake.bytesTotal) })}
        </span>
        {running && (
          <span>
            {t('intake.speed', { speed: formatBytes(intake.bytesPerSecond) })}
            {intake.secondsLeft >= 0 &&
              ` · ${t('intake.left', { time: formatDuration(intake.secondsLeft) })}`}
          </span>
        )}
      </Group>
      {stopped !== undefined && <ErrorNotice error={new CoreError(stopped)} />}
      {error !== null && <ErrorNotice error={error} />}
    </section>
  );
}
