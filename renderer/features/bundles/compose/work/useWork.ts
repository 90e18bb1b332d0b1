import { useEffect, useState } from 'react';
import type { Draft, Kept } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import { useCommand } from '../../../../app/core.ts';
import { useUnsaved } from '../../../../app/unsaved.ts';
import { isSame, type Sections } from './work.ts';

/** After so long without a change what was changed is saved by itself: the vault may lock, and the person be gone. */
const pauseMs = 30_000;

export interface Work {
  readonly kept: Kept;
  readonly sections: Sections;
  /** The version that it was made from. */
  readonly saw: number;
  readonly dirty: boolean;
  readonly saving: boolean;
  /** Why the last save was refused. */
  readonly error: Error | null;
  change(sections: Sections): void;
  set(kept: Kept): void;
  undo: (() => void) | null;
  save(): void;
  /** What was not saved is given up for the version that is saved. */
  reset(): void;
}

function keptOf({ name, purpose, composition }: Draft): Kept {
  return { name, purpose, composition };
}

/** The version that a person works on, from the one that was saved. While nothing is changed it follows what others save. */
export function useWork(caseId: string, draft: Draft): Work {
  const [base, setBase] = useState(draft);
  const [trail, setTrail] = useState<readonly Kept[]>([keptOf(draft)]);
  const kept = trail.at(-1) ?? keptOf(base);
  const dirty = !isSame(kept, base);
  const command = useCommand('bundles.saveDraft');
  const { isPending: saving, error } = command;
  useUnsaved(dirty);

  const begin = (from: Draft) => {
    setBase(from);
    setTrail([keptOf(from)]);
  };
  useEffect(() => {
    if (draft.version <= base.version || dirty || saving) return;
    setBase(draft);
    setTrail([keptOf(draft)]);
  }, [draft, base, dirty, saving]);

  const save = () =>
    command.mutate(
      { case: caseId, draft: draft.id, saw: base.version, ...kept },
      // What was changed while it was saved stays changed: only the marks of late additions are new.
      {
        onSuccess: (saved) => {
          setBase(saved);
          setTrail((now) => (now.at(-1) === kept ? [keptOf(saved)] : now));
        },
      },
    );
  const isDue = dirty && !saving && error === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the pause anew
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(save, pauseMs);
    return () => clearTimeout(timer);
  }, [isDue, kept]);

  const set = (next: Kept) => {
    // While it is saved the answer is still waited for.
    if (error !== null) command.reset();
    setTrail((now) => [...now.slice(-49), next]);
  };
  return {
    kept,
    sections: kept.composition.sections,
    saw: base.version,
    dirty,
    saving,
    error,
    set,
    change: (sections) => {
      if (sections !== kept.composition.sections)
        set({ ...kept, composition: { ...kept.composition, sections } });
    },
    undo: trail.length > 1 ? () => setTrail((now) => now.slice(0, -1)) : null,
    save,
    reset: () => {
      command.reset();
      begin(draft);
    },
  };
}
