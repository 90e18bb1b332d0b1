import { CloseButton } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rect } from '../../../../electron/core/features/marking/model.ts';
import { byKey } from './geometry.ts';
import { placed } from './placed.ts';
import classes from './regions.module.css';

interface Props {
  readonly label: string;
  /** As it is seen, whatever way the page is turned. */
  readonly rect: Rect;
  readonly chosen: boolean;
  readonly onChange: (rect: Rect) => void;
  readonly onRemove: () => void;
  readonly onTake: (event: PointerEvent, does: 'move' | 'size') => void;
  readonly onChoose: () => void;
}

/** A rectangle that is being drawn: arrows move it, with Shift they size it, Delete removes it; or the mouse does. */
export function DraftBox({ label, rect, chosen, onChange, onRemove, onTake, onChoose }: Props) {
  const { t } = useTranslation('marking');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!chosen) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = byKey(rect, event.key, event.shiftKey);
    const removes = event.key === 'Delete' || event.key === 'Backspace';
    if ((next === undefined && !removes) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === undefined) onRemove();
    else onChange(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of fields is no rectangle on a page
    <div
      ref={box}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved and sized by keys
      tabIndex={0}
      aria-label={label}
      aria-roledescription={t('regions.role')}
      className={classes.draft}
      data-chosen={chosen || undefined}
      style={placed(rect)}
      onPointerDown={(event) => onTake(event, 'move')}
      onFocus={onChoose}
      onKeyDown={onKeyDown}
    >
      <CloseButton
        size="xs"
        className={classes.away ?? ''}
        aria-label={t('regions.remove')}
        title={t('regions.remove')}
        tabIndex={-1}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={onRemove}
      />
      <span className={classes.corner} aria-hidden onPointerDown={(event) => onTake(event, 'size')} />
    </div>
  );
}
