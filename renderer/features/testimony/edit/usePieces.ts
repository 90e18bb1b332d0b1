import { useState } from 'react';
import type { Segment } from '../../../../electron/core/features/testimony/model.ts';
import { useUnsaved } from '../../../app/unsaved.ts';
import { changed, insertedAfter, mergedWithNext, numbered, type Piece, removed, split } from './pieces.ts';

const remembered = 100;

export type Editing = ReturnType<typeof usePieces>;

/** A transcript while it is edited: its pieces, the chosen one, and the steps back. */
export function usePieces(segments: readonly Segment[]) {
  const [start] = useState(() => numbered(segments));
  const [pieces, setPieces] = useState(start);
  const [chosen, setChosen] = useState<number | null>(start[0]?.id ?? null);
  const [before, setBefore] = useState<readonly (readonly Piece[])[]>([]);
  const dirty = pieces !== start;
  useUnsaved(dirty);

  /** A step that can be taken back. */
  const step = (next: readonly Piece[], choose: number | null) => {
    setBefore((all) => [...all, pieces].slice(-remembered));
    setPieces(next);
    setChosen(choose);
  };
  const place = pieces.findIndex((piece) => piece.id === chosen);
  return {
    pieces,
    chosen,
    place,
    dirty,
    choose: setChosen,
    /** To the piece before or behind the chosen one. */
    walk: (by: 1 | -1): Piece | undefined => {
      const to = pieces[Math.max(0, Math.min(pieces.length - 1, place + by))];
      setChosen(to?.id ?? null);
      return to;
    },
    change: (id: number, change: Partial<Segment>) => setPieces((all) => changed(all, id, change)),
    insert: (at: number) => {
      const { all, id } = insertedAfter(pieces, chosen, at);
      step(all, id);
    },
    split: (id: number, cursor: number, now: number) => {
      const next = split(pieces, id, cursor, now);
      step(next.all, next.id);
    },
    merge: (id: number) => step(mergedWithNext(pieces, id), id),
    remove: (id: number) => {
      const left = removed(pieces, id);
      step(left, left[Math.min(place, left.length - 1)]?.id ?? null);
    },
    /** Undefined where there is no step to take back. */
    undo:
      before.length === 0
        ? undefined
        : () => {
            setPieces(before.at(-1) ?? start);
            setBefore(before.slice(0, -1));
          },
  };
}
