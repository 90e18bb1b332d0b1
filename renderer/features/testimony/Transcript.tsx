import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Segment } from '../../../electron/core/features/testimony/model.ts';
import { call, useCore } from '../../app/core.ts';
import { formatDate } from '../../app/format.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Declare } from './Declare.tsx';
import classes from './testimony.module.css';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  /** Seconds: where the recording is now. */
  readonly time: number;
  readonly onSeek: (seconds: number) => void;
}

/** Whose testimony a recording is, and what is said when: a click goes there. */
export function Transcript({ caseId, exhibit, time, onSeek }: Props) {
  const { t } = useTranslation('testimony');
  const mayWrite = useMay('case.amend');
  const [declaring, setDeclaring] = useState(false);
  const { data } = useCore('testimony.show', { case: caseId, exhibit });
  if (data === undefined) return null;
  const { facts, segments, saw } = data;
  return (
    <aside className={classes.aside} aria-label={t('title')}>
      <header className={classes.head}>
        {facts === null ? (
          <Text size="xs" c="dimmed">
            {t('notDeclared')}
          </Text>
        ) : (
          <>
            <Text size="sm" fw={600}>
              {facts.personName}
            </Text>
            <Text size="xs" c="dimmed">
              {[t(`form.${facts.form}`), formatDate(facts.when), facts.interviewer, facts.language]
                .filter((part) => part !== '')
                .join(' · ')}
            </Text>
          </>
        )}
        {mayWrite && (
          <Group gap="xs" mt={4}>
            <Button size="compact-xs" variant="default" onClick={() => setDeclaring(true)}>
              {facts === null ? t('declare') : t('amend')}
            </Button>
            <Import caseId={caseId} exhibit={exhibit} saw={saw} />
          </Group>
        )}
        {saw.length > 1 && (
          <Text size="xs" c="seal" role="alert">
            {t('conflict', { count: saw.length })}
          </Text>
        )}
      </header>
      <Segments segments={segments} time={time} onSeek={onSeek} />
      {declaring && (
        <Declare caseId={caseId} exhibit={exhibit} facts={facts} onClose={() => setDeclaring(false)} />
      )}
    </aside>
  );
}

interface SegmentsProps extends Pick<Props, 'time' | 'onSeek'> {
  readonly segments: readonly Segment[];
}

function Segments({ segments, time, onSeek }: SegmentsProps) {
  const { t } = useTranslation('testimony');
  const current = segments.findLastIndex((segment) => segment.start <= time + 0.05 && time < segment.end);
  const now = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into sight when another is said
  useEffect(() => {
    now.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (segments.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="sm">
        {t('none')}
      </Text>
    );
  }
  return (
    <ol className={classes.segments}>
      {segments.map((segment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a transcript's pieces never change places
        <li key={index} ref={index === current ? now : undefined} className={classes.segment}>
          <UnstyledButton
            className={classes.piece}
            aria-current={index === current || undefined}
            onClick={() => onSeek(segment.start)}
          >
            <span className={classes.clock}>{clock(segment.start)}</span>
            <span>
              {segment.speaker !== '' && <b>{segment.speaker}: </b>}
              {segment.text}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

/** A transcript made elsewhere, as SubRip or WebVTT: all of it or nothing. */
function Import({
  caseId,
  exhibit,
  saw,
}: {
  readonly caseId: string;
  readonly exhibit: string;
  readonly saw: readonly string[];
}) {
  const { t } = useTranslation('testimony');
  const client = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const take = useMutation({
    mutationFn: async (file: File) =>
      call('testimony.importCaptions', { case: caseId, exhibit, saw, text: await file.text() }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <>
      <input
        ref={field}
        type="file"
        accept=".srt,.vtt"
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) take.mutate(file);
          event.currentTarget.value = '';
        }}
      />
      <Button
        size="compact-xs"
        variant="default"
        loading={take.isPending}
        onClick={() => field.current?.click()}
      >
        {t('import')}
      </Button>
      {take.error !== null && <ErrorNotice error={take.error} />}
    </>
  );
}
