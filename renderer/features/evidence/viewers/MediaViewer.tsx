import { Group, Select, Text } from '@mantine/core';
import {
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
  IconRewindBackward5,
  IconRewindForward5,
} from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../../../components/clock-time.ts';
import { contentUrl } from './content.ts';
import classes from './MediaViewer.module.css';
import { ToolButton } from './ToolButton.tsx';
import type { ViewerProps } from './types.ts';
import { isTyping } from './typing.ts';
import { useSought } from './useSought.ts';
import shared from './Viewer.module.css';
import { ViewerProblem } from './ViewerProblem.tsx';

/** Files do not tell their frame rate to the page; most cameras and phones record 25 to 30 a second. */
const frame = 1 / 25;
const speeds = ['0.25', '0.5', '0.75', '1', '1.25', '1.5', '2'];

/** Sound or film, read part by part so that it plays from any moment. Keys: `,` `.` one frame, `j` `l` five seconds. */
export function MediaViewer({ view, onRetry, offer, beside }: ViewerProps) {
  const sought = useSought();
  const [broken, setBroken] = useState(false);
  const [time, setTime] = useState(0);
  const media = useRef<HTMLVideoElement & HTMLAudioElement>(null);

  const step = (seconds: number) => {
    const element = media.current;
    if (element === null) return;
    element.pause();
    element.currentTime = Math.max(0, element.currentTime + seconds);
  };
  const keys: Readonly<Record<string, number>> = { ',': -frame, '.': frame, j: -5, l: 5 };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const seconds = keys[event.key];
    if (seconds === undefined || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(seconds);
  };
  const player = {
    ref: media,
    src: contentUrl(view.ticket),
    controls: true,
    controlsList: 'nodownload noremoteplayback noplaybackrate',
    preload: 'metadata',
    'aria-label': view.name,
    onError: () => setBroken(true),
    onLoadedMetadata: () => {
      if (sought.page !== undefined && media.current !== null) media.current.currentTime = sought.page;
    },
    onTimeUpdate: () => setTime(media.current?.currentTime ?? 0),
    onSeeked: () => setTime(media.current?.currentTime ?? 0),
  } as const;

  if (broken) return <ViewerProblem problem="unplayable" onRetry={onRetry} offer={offer} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts for whatever inside has the focus
    <div className={shared.viewer} onKeyDown={onKeyDown}>
      <MediaToolbar media={media} time={time} step={step} film={view.viewer === 'video'} />
      <div className={classes.beside}>
        <div className={classes.stage}>
          {view.viewer === 'video' ? (
            <video className={classes.film} disablePictureInPicture {...player} />
          ) : (
            <audio className={classes.sound} {...player} />
          )}
        </div>
        {beside?.({
          time,
          now: () => media.current?.currentTime ?? 0,
          seek: (to) => {
            if (media.current !== null) media.current.currentTime = Math.max(0, to);
          },
          toggle: () => {
            if (media.current?.paused === true) void media.current.play();
            else media.current?.pause();
          },
        })}
      </div>
    </div>
  );
}

interface ToolbarProps {
  readonly media: RefObject<HTMLMediaElement | null>;
  readonly time: number;
  readonly step: (seconds: number) => void;
  readonly film: boolean;
}

function MediaToolbar({ media, time, step, film }: ToolbarProps) {
  const { t } = useTranslation('evidence');
  const [speed, setSpeed] = useState('1');
  const changeSpeed = (value: string | null) => {
    if (value === null || media.current === null) return;
    setSpeed(value);
    media.current.playbackRate = Number(value);
  };
  return (
    <Group className={shared.toolbar} gap={4} role="toolbar">
      <ToolButton label={t('viewer.back5')} onClick={() => step(-5)}>
        <IconRewindBackward5 size={16} />
      </ToolButton>
      {film && (
        <>
          <ToolButton label={t('viewer.previousFrame')} onClick={() => step(-frame)}>
            <IconPlayerTrackPrev size={16} />
          </ToolButton>
          <ToolButton label={t('viewer.nextFrame')} onClick={() => step(frame)}>
            <IconPlayerTrackNext size={16} />
          </ToolButton>
        </>
      )}
      <ToolButton label={t('viewer.forward5')} onClick={() => step(5)}>
        <IconRewindForward5 size={16} />
      </ToolButton>
      <Text size="xs" ff="monospace" ml="xs" aria-label={t('viewer.position')}>
        {clockTime(time)}
      </Text>
      <Select
        ml="auto"
        size="xs"
        w={96}
        aria-label={t('viewer.speed')}
        allowDeselect={false}
        value={speed}
        data={speeds.map((value) => ({ value, label: `${value} ×` }))}
        onChange={changeSpeed}
      />
    </Group>
  );
}
