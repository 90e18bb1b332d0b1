import { Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewResult } from '../../../../../electron/core/features/bundles/drafts/preview/model.ts';
import type { ExhibitRow } from '../../../../../electron/core/features/evidence/model.ts';
import lineClasses from '../../lines/lines.module.css';
import classes from '../compose.module.css';
import { numbersText } from '../preview/PreviewIndex.tsx';
import { type Line, linesOf, movedItem, movedSection, type Place, type Sections } from '../work/work.ts';
import { ItemLine, type Printed } from './ItemLine.tsx';
import { SectionLine } from './SectionLine.tsx';

interface Props {
  readonly sections: Sections;
  readonly exhibits: ReadonlyMap<string, ExhibitRow>;
  readonly preview: PreviewResult | null;
  readonly onChange: (sections: Sections) => void;
}

const heights: Readonly<Record<Line['kind'], number>> = { section: 40, item: 40, tail: 12 };

/** The sections and what is in them, in the order of the pages: dragged by mouse, or moved with Alt and the arrow keys. */
export function SectionList({ sections, exhibits, preview, onChange }: Props) {
  const { t } = useTranslation('bundles');
  const lines = useMemo(() => linesOf(sections), [sections]);
  const printed = useMemo(() => printedOf(preview), [preview]);
  const box = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Line | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [follow, setFollow] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => sizeOf(lines[index]),
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 12,
  });
  // A section that gets its first exhibit has another height at its end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the lines change
  useEffect(() => virtual.measure(), [lines]);

  // After a move by keyboard the focus goes with the line, also where that is out of sight.
  useEffect(() => {
    if (follow === null) return;
    const index = lines.findIndex(({ id }) => id === follow);
    if (index >= 0) virtual.scrollToIndex(index);
    const frame = requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>(`[data-line="${follow}"]`)?.focus();
      setFollow(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [follow, lines, virtual]);

  const changeAnd = (next: Sections, id: string) => {
    onChange(next);
    setFollow(id);
  };
  const focusNext = (id: string, step: 1 | -1) => {
    const others = lines.filter(({ kind }) => kind !== 'tail');
    const next = others[others.findIndex((line) => line.id === id) + step];
    if (next !== undefined) setFollow(next.id);
  };
  const drop = (line: Line) => {
    setOver(null);
    setDragged(null);
    if (dragged?.kind === 'section') onChange(movedSection(sections, dragged.id, line.at));
    if (dragged?.kind === 'item') onChange(movedItem(sections, dragged.id, placeAt(line, sections)));
  };
  const shared = { sections, editing, onChange, onMoved: changeAnd, onNext: focusNext, onEdit: setEditing };

  return (
    <div ref={box} className={lineClasses.scroller}>
      {sections.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t('compose.empty')}
        </Text>
      )}
      <ol
        className={lineClasses.tall}
        style={{ height: virtual.getTotalSize() }}
        aria-label={t('compose.list')}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <li
              key={line.id}
              className={classes.line}
              data-kind={line.kind}
              data-over={over === line.id || undefined}
              data-dragged={dragged?.id === line.id || undefined}
              style={{ height: sizeOf(line), transform: `translateY(${start}px)` }}
              draggable={line.kind !== 'tail' && editing === null}
              onDragStart={(event: DragEvent) => {
                event.dataTransfer.effectAllowed = 'move';
                setDragged(line);
              }}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(line.id);
              }}
              onDrop={(event) => {
                event.preventDefault();
                drop(line);
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
            >
              {line.kind === 'section' && <SectionLine {...shared} section={line.section} at={line.at} />}
              {line.kind === 'item' && (
                <ItemLine
                  {...shared}
                  item={line.item}
                  exhibit={exhibits.get(line.item.exhibit)}
                  printed={printed.get(line.item.exhibit)}
                />
              )}
              {line.kind === 'tail' && line.empty && (
                <span className={classes.tail}>{t('compose.emptySection')}</span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function sizeOf(line: Line | undefined): number {
  if (line?.kind === 'tail' && line.empty) return 36;
  return heights[line?.kind ?? 'item'];
}

/** Where what is dropped on a line goes: before an item, to a section's beginning on its title, to its end below it. */
function placeAt(line: Line, sections: Sections): Place {
  if (line.kind === 'item') return { at: line.at, place: line.place };
  return { at: line.at, place: line.kind === 'section' ? 0 : (sections[line.at]?.items.length ?? 0) };
}

/** What each exhibit will be in print, by its id. */
function printedOf(preview: PreviewResult | null): ReadonlyMap<string, Printed> {
  return new Map(
    (preview?.rows ?? []).flatMap((row) =>
      row.kind === 'item' && !row.continued
        ? [[row.exhibit, { numbers: numbersText(row), late: row.late }] as const]
        : [],
    ),
  );
}
