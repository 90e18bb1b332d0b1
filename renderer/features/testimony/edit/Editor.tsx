import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconPlayerPlay, IconPlus, IconRewindBackward5 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Testimony } from '../../../../electron/core/features/testimony/model.ts';
import { useCommand } from '../../../app/core.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { GiveUp } from '../../../components/GiveUp.tsx';
import { PieceList } from '../PieceList.tsx';
import type { Player } from '../player.ts';
import { SegmentButton } from '../SegmentButton.tsx';
import classes from '../testimony.module.css';
import { PieceForm } from './PieceForm.tsx';
import { asSegments, backwards } from './pieces.ts';
import { useEditKeys } from './useEditKeys.ts';
import { usePieces } from './usePieces.ts';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  readonly testimony: Testimony;
  readonly player: Player;
  readonly onClose: () => void;
}

/** A transcript is written or mended beside its recording, and kept as a new version: those before it stay. */
export function Editor({ caseId, exhibit, testimony, player, onClose }: Props) {
  const { t } = useTranslation('testimony');
  /** What the person saw when this began: a version that came meanwhile stands beside the new one. */
  const [began] = useState(testimony);
  const editing = usePieces(began.segments);
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const save = useCommand('testimony.transcribe');
  useEditKeys(editing, player);
  const { pieces, chosen, place, dirty, undo } = editing;
  const wrong = backwards(pieces);
  const speakers = [...new Set(pieces.map((piece) => piece.speaker))].filter((name) => name !== '').sort();
  const overtaken = testimony.saw.join() !== began.saw.join();
  const keep = () =>
    save.mutate(
      {
        case: caseId,
        exhibit,
        saw: began.saw,
        segments: asSegments(pieces),
        ...(reason.trim() === '' ? {} : { reason }),
      },
      { onSuccess: onClose },
    );
  return (
    <>
      <Group gap={4} className={classes.tools} role="toolbar" aria-label={t('edit.tools')}>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlayerPlay size={13} />}
          onClick={player.toggle}
        >
          {t('edit.play')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconRewindBackward5 size={13} />}
          onClick={() => player.seek(player.now() - 3)}
        >
          {t('edit.back')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={13} />}
          disabled={pieces.length >= 5_000}
          onClick={() => editing.insert(player.now())}
        >
          {t('edit.add')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconArrowBackUp size={13} />}
          disabled={undo === undefined}
          onClick={undo}
        >
          {t('edit.undo')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('edit.keys')}
        </Text>
      </Group>
      {pieces.length === 0 && (
        <Text size="sm" c="dimmed" p="sm">
          {t('edit.empty')}
        </Text>
      )}
      <PieceList pieces={pieces} keyOf={(piece) => piece.id} inSight={place} label={t('edit.pieces')}>
        {(piece, index) =>
          piece.id === chosen ? (
            <PieceForm
              piece={piece}
              editing={editing}
              last={index === pieces.length - 1}
              speakers={speakers}
              now={player.now}
            />
          ) : (
            <SegmentButton
              segment={piece}
              current={false}
              wrong={piece.end < piece.start}
              onClick={() => {
                editing.choose(piece.id);
                player.seek(piece.start);
              }}
            />
          )
        }
      </PieceList>
      <footer className={classes.foot}>
        {overtaken && (
          <Text size="xs" c="seal" role="alert">
            {t('edit.overtaken')}
          </Text>
        )}
        {wrong.length > 0 && (
          <Text size="xs" c="seal" role="alert">
            {t('edit.wrong', {
              count: wrong.length,
              places: wrong.map((piece) => pieces.indexOf(piece) + 1).join(', '),
            })}
          </Text>
        )}
        {save.error !== null && <ErrorNotice error={save.error} onClose={save.reset} />}
        <Group gap={6} wrap="nowrap">
          <TextInput
            size="xs"
            flex={1}
            aria-label={t('edit.reason')}
            placeholder={t('edit.reason')}
            maxLength={2_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            size="xs"
            variant="default"
            flex="none"
            onClick={() => (dirty ? setAsking(true) : onClose())}
          >
            {t('cancel')}
          </Button>
          <Button
            size="xs"
            flex="none"
            disabled={!dirty || wrong.length > 0}
            loading={save.isPending}
            onClick={keep}
          >
            {t('edit.keep')}
          </Button>
        </Group>
      </footer>
      {asking && <GiveUp onStay={() => setAsking(false)} onGiveUp={onClose} />}
    </>
  );
}
