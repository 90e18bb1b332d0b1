import { Tooltip } from '@mantine/core';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rect } from '../../../../electron/core/features/marking/model.ts';
import { useGroundText } from '../ground.ts';
import { DraftBox } from './DraftBox.tsx';
import { between, moved, type Point, pageRect, resized, shownRect, smallest } from './geometry.ts';
import { placed } from './placed.ts';
import classes from './regions.module.css';
import type { Draft, Regions } from './useRegions.ts';

interface Props {
  readonly regions: Regions;
  /** From 0 on. */
  readonly page: number;
  /** Quarter turns clockwise that the person gave the page. */
  readonly turns: number;
}

/** What the pointer is doing: drawing, or moving or sizing a rectangle as it was when it was taken. */
type Gesture =
  | { readonly does: 'draw'; readonly from: Point }
  | { readonly does: 'move' | 'size'; readonly from: Point; readonly id: number; readonly rect: Rect };

/** Lies over one page: veils where something is kept back, and the rectangles that are being drawn. */
export function RegionLayer({ regions, page, turns }: Props) {
  const { t } = useTranslation('marking');
  const layer = useRef<HTMLDivElement>(null);
  const gesture = useRef<Gesture | null>(null);
  const [drawn, setDrawn] = useState<Rect | null>(null);
  const drafts = regions.drafts.filter((draft) => draft.page === page);

  const pointOf = (event: PointerEvent): Point => {
    const box = layer.current?.getBoundingClientRect();
    if (box === undefined) return { x: 0, y: 0 };
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const begin = (event: PointerEvent, next: Gesture) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    layer.current?.setPointerCapture(event.pointerId);
    gesture.current = next;
  };
  const take = (event: PointerEvent, does: 'move' | 'size', draft: Draft) => {
    regions.choose(draft.id);
    begin(event, { does, from: pointOf(event), id: draft.id, rect: shownRect(draft.rect, turns) });
  };
  const onPointerMove = (event: PointerEvent) => {
    const now = gesture.current;
    if (now === null) return;
    const at = pointOf(event);
    if (now.does === 'draw') {
      setDrawn(between(now.from, at));
      return;
    }
    const by = { x: at.x - now.from.x, y: at.y - now.from.y };
    const next = now.does === 'move' ? moved(now.rect, by) : resized(now.rect, by);
    regions.change(now.id, pageRect(next, turns));
  };
  const onPointerUp = (event: PointerEvent) => {
    const now = gesture.current;
    gesture.current = null;
    setDrawn(null);
    if (now?.does !== 'draw') return;
    const rect = between(now.from, pointOf(event));
    if (rect.width >= smallest && rect.height >= smallest) regions.add(page, pageRect(rect, turns));
  };

  return (
    <div
      ref={layer}
      className={classes.layer}
      data-drawing={regions.drawing || undefined}
      onPointerDown={(event) => regions.drawing && begin(event, { does: 'draw', from: pointOf(event) })}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
    >
      {regions.kept.flatMap((each) =>
        each.area?.page === page
          ? each.area.rects.map((rect) => (
              <Veil
                key={`${each.id} ${rect.x} ${rect.y} ${rect.width} ${rect.height}`}
                rect={shownRect(rect, turns)}
                ground={each}
              />
            ))
          : [],
      )}
      {regions.drawing &&
        drafts.map((draft, index) => (
          <DraftBox
            key={draft.id}
            label={t('regions.one', { number: index + 1, page: page + 1 })}
            rect={shownRect(draft.rect, turns)}
            chosen={draft.id === regions.chosen}
            onChange={(rect) => regions.change(draft.id, pageRect(rect, turns))}
            onRemove={() => regions.remove(draft.id)}
            onTake={(event, does) => take(event, does, draft)}
            onChoose={() => regions.choose(draft.id)}
          />
        ))}
      {drawn !== null && <div className={classes.drawn} style={placed(drawn)} />}
    </div>
  );
}

interface VeilProps {
  readonly rect: Rect;
  readonly ground: Parameters<ReturnType<typeof useGroundText>>[0];
}

/** What is kept back of copies: still legible here, under its ground. */
function Veil({ rect, ground }: VeilProps) {
  const { t } = useTranslation('marking');
  const text = t('regions.veil', { ground: useGroundText()(ground) });
  return (
    <Tooltip label={text} openDelay={100}>
      <div className={classes.veil} style={placed(rect)} role="img" aria-label={text} />
    </Tooltip>
  );
}
