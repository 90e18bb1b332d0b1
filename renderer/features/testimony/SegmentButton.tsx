import { UnstyledButton } from '@mantine/core';
import type { Segment } from '../../../electron/core/features/testimony/model.ts';
import classes from './testimony.module.css';

interface Props {
  readonly segment: Segment;
  readonly current: boolean;
  readonly wrong?: boolean;
  readonly onClick: () => void;
}

/** What was said from one moment on. */
export function SegmentButton({ segment, current, wrong = false, onClick }: Props) {
  return (
    <UnstyledButton
      className={classes.piece}
      aria-current={current || undefined}
      data-wrong={wrong || undefined}
      onClick={onClick}
    >
      <span className={classes.clock}>{clock(segment.start)}</span>
      <span>
        {segment.speaker !== '' && <b>{segment.speaker}: </b>}
        {segment.text === '' ? '…' : segment.text}
      </span>
    </UnstyledButton>
  );
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
