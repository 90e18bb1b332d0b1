import { Text } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExhibitRow } from '../../../../electron/core/features/evidence/model.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { TypeIcon } from '../../evidence/index.ts';
import { LineButtons } from '../lines/LineButtons.tsx';
import lineClasses from '../lines/lines.module.css';
import { moved, without } from './order.ts';
import classes from './prepare.module.css';

interface Props {
  readonly exhibits: readonly ExhibitRow[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** The chosen exhibits in the order of the bundle: dragged by mouse, or moved with Alt and the arrow keys. */
export function OrderedExhibits({ exhibits, onChange }: Props) {
  const { t } = useTranslation('bundles');
  const [dragged, setDragged] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const [follow, setFollow] = useState<number | null>(null);
  const ids = exhibits.map((exhibit) => exhibit.id);

  // After a move by keyboard the focus goes with the row.
  useEffect(() => {
    if (follow === null) return;
    rowAt(list.current, follow)?.focus();
    setFollow(null);
  }, [follow]);

  const move = (from: number, to: number) => {
    if (to < 0 || to >= ids.length) return;
    onChange(moved(ids, from, to));
    setFollow(to);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (event.altKey) move(index, index + step);
      else rowAt(list.current, index + step)?.focus();
    } else if (event.key === 'Delete') {
      onChange(ids.filter((_, at) => at !== index));
      setFollow(Math.min(index, ids.length - 2));
    }
  };

  if (exhibits.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {t('order.empty')}
      </Text>
    );
  }
  return (
    <ol ref={list} className={classes.ordered} aria-label={t('order.label')}>
      {exhibits.map((exhibit, index) => (
        <li
          key={exhibit.id}
          className={classes.row}
          data-dragged={dragged === index || undefined}
          draggable
          // biome-ignore lint/a11y/noNoninteractiveTabindex: rows are moved with Alt and the arrow keys
          tabIndex={0}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
          onKeyDown={(event) => onKeyDown(event, index)}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            setDragged(index);
          }}
          onDragEnter={() => {
            if (dragged === null || dragged === index) return;
            onChange(moved(ids, dragged, index));
            setDragged(index);
          }}
          onDragOver={(event) => dragged !== null && event.preventDefault()}
          onDragEnd={() => setDragged(null)}
        >
          <IconGripVertical size={14} className={lineClasses.grip} aria-hidden />
          <span className={classes.place}>{index + 1}</span>
          <TypeIcon viewer={exhibit.viewer} size={16} />
          <span className={lineClasses.number}>{exhibitNumber(exhibit.number)}</span>
          <span className={lineClasses.name} title={exhibit.name}>
            {exhibit.name}
          </span>
          <LineButtons
            className={classes.moves}
            up={{ disabled: index === 0, act: () => move(index, index - 1) }}
            down={{ disabled: index === exhibits.length - 1, act: () => move(index, index + 1) }}
            remove={{
              label: t('order.remove', { number: exhibitNumber(exhibit.number) }),
              act: () => onChange(without(ids, [exhibit.id])),
            }}
          />
        </li>
      ))}
    </ol>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

function rowAt(list: HTMLElement | null, index: number): HTMLElement | null {
  const row = list?.children.item(index);
  return row instanceof HTMLElement ? row : null;
}
