import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ground, Rect, Redaction } from '../../../../electron/core/features/marking/model.ts';
import { call, useCore } from '../../../app/core.ts';
import { useUnsaved } from '../../../app/unsaved.ts';

/** Of which exhibit a viewer shows what is kept back. */
export interface Marked {
  readonly caseId: string;
  readonly exhibit: string;
  /** Whether this person may mark what is kept back. */
  readonly may: boolean;
}

/** A rectangle that is drawn and not kept yet. */
export interface Draft {
  readonly id: number;
  /** From 0 on. */
  readonly page: number;
  readonly rect: Rect;
}

export interface WithGround {
  readonly ground: Ground;
  readonly groundText: string;
  /** What is drawn over is somebody's face. */
  readonly isFace: boolean;
}

export type Regions = ReturnType<typeof useRegions>;

/** What is kept back of an exhibit's pages, and the rectangles that a person is drawing. */
export function useRegions(marked: Marked | undefined) {
  const { caseId = '', exhibit = '' } = marked ?? {};
  const client = useQueryClient();
  const { data } = useCore(
    'marking.show',
    { case: caseId, exhibit },
    { enabled: marked !== undefined, keepPrevious: true },
  );
  const [drawing, setDrawing] = useState(false);
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  useUnsaved(drafts.length > 0);

  const save = useMutation({
    mutationFn: async ({ ground, groundText, isFace }: WithGround) => {
      for (const page of new Set(drafts.map((draft) => draft.page))) {
        const rects = drafts.filter((draft) => draft.page === page).map((draft) => draft.rect);
        await call('marking.redact', {
          case: caseId,
          exhibit,
          area: { page, rects, shows: isFace ? 'face' : 'other' },
          ground,
          ...(ground === 'other' ? { groundText } : {}),
        });
        // What the core has is no draft any more, even where a later page fails.
        setDrafts((all) => all.filter((draft) => draft.page !== page));
      }
    },
    onSuccess: () => setDrawing(false),
    onSettled: () => client.invalidateQueries(),
  });

  return {
    may: marked?.may ?? false,
    kept: (data?.redactions ?? []).filter((each) => each.area !== null) as readonly Redaction[],
    drawing,
    drafts,
    chosen,
    choose: setChosen,
    start: () => {
      save.reset();
      setDrawing(true);
    },
    /** Leaves, and forgets what was not kept. */
    leave: () => {
      setDrafts([]);
      setDrawing(false);
    },
    add: (page: number, rect: Rect) => {
      const id = drafts.reduce((most, draft) => Math.max(most, draft.id), 0) + 1;
      setDrafts([...drafts, { id, page, rect }]);
      setChosen(id);
    },
    change: (id: number, rect: Rect) =>
      setDrafts((all) => all.map((draft) => (draft.id === id ? { ...draft, rect } : draft))),
    remove: (id: number) => setDrafts((all) => all.filter((draft) => draft.id !== id)),
    save,
  };
}
