import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Segment, Testimony } from '../../../electron/core/features/testimony/model.ts';
import { call, useCore } from '../../app/core.ts';
import { formatDate } from '../../app/format.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Declare } from './Declare.tsx';
import { Editor } from './edit/Editor.tsx';
import { PieceList } from './PieceList.tsx';
import type { Player } from './player.ts';
import { SegmentButton } from './SegmentButton.tsx';
import classes from './testimony.module.css';
import { Versions } from './Versions.tsx';
import { segmentsOf } from './version.ts';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  readonly player: Player;
}

/** Whose testimony a recording is, and what is said when: a click goes there. */
export function Transcript({ caseId, exhibit, player }: Props) {
  const { t } = useTranslation('testimony');
  const mayWrite = useMay('case.amend');
  const [declaring, setDeclaring] = useState(false);
  const [editing, setEditing] = useState(false);
  /** The entry of the version that is shown; null for the one that stands. */
  const [version, setVersion] = useState<string | null>(null);
  const { data } = useCore('testimony.show', { case: caseId, exhibit });
  if (data === undefined) return null;
  const { facts, segments, saw, versions } = data;
  const shown = versions.find((each) => each.entry === version);
  return (
    <aside className={classes.aside} aria-label={t('title')} data-editing={editing || undefined}>
      <header className={classes.head}>
        <Facts facts={facts} />
        {mayWrite && !editing && (
          <Group gap="xs" mt={4}>
            <Button size="compact-xs" variant="default" onClick={() => setDeclaring(true)}>
              {facts === null ? t('declare') : t('amend')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => setEditing(true)}>
              {segments.length === 0 ? t('edit.write') : t('edit.mend')}
            </Button>
            <Import caseId={caseId} exhibit={exhibit} saw={saw} />
          </Group>
        )}
        {!editing && (
          <Versions
            caseId={caseId}
            exhibit={exhibit}
            testimony={data}
            shown={version}
            mayWrite={mayWrite}
            onShow={setVersion}
          />
        )}
      </header>
      {editing ? (
        <Editor
          caseId={caseId}
          exhibit={exhibit}
          testimony={data}
          player={player}
          onClose={() => {
            setEditing(false);
            setVersion(null);
          }}
        />
      ) : (
        <Segments
          segments={shown === undefined ? segments : segmentsOf(shown)}
          time={player.time}
          onSeek={player.seek}
        />
      )}
      {declaring && (
        <Declare caseId={caseId} exhibit={exhibit} facts={facts} onClose={() => setDeclaring(false)} />
      )}
    </aside>
  );
}

function Facts({ facts }: Pick<Testimony, 'facts'>) {
  const { t } = useTranslation('testimony');
  if (facts === null) {
    return (
      <Text size="xs" c="dimmed">
        {t('notDeclared')}
      </Text>
    );
  }
  return (
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
  );
}

interface SegmentsProps {
  readonly segments: readonly Segment[];
  readonly time: number;
  readonly onSeek: (seconds: number) => void;
}

function Segments({ segments, time, onSeek }: SegmentsProps) {
  const { t } = useTranslation('testimony');
  const current = segments.findLastIndex((segment) => segment.start <= time + 0.05 && time < segment.end);
  if (segments.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="sm">
        {t('none')}
      </Text>
    );
  }
  return (
    <PieceList pieces={segments} keyOf={(_, index) => index} inSight={current} label={t('transcript')}>
      {(segment, index) => (
        <SegmentButton segment={segment} current={index === current} onClick={() => onSeek(segment.start)} />
      )}
    </PieceList>
  );
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
