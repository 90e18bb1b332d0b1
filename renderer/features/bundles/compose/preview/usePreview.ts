import { useEffect, useRef, useState } from 'react';
import type { Kept } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import type { PreviewResult } from '../../../../../electron/core/features/bundles/drafts/preview/model.ts';
import { CoreError, call } from '../../../../app/core.ts';

/** A person who moves one thing after the other is not served a layout for each. */
const restMs = 600;

export interface Preview {
  /** The last that was laid out; it stays in sight while the next is. */
  readonly result: PreviewResult | null;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** The bundle as it would be exported now, laid out anew after each change. */
export function usePreview(caseId: string, draft: string, { name, composition }: Kept): Preview {
  const [result, setResult] = useState<PreviewResult | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [pending, setPending] = useState(true);
  const [progress, setProgress] = useState<Preview['progress']>(null);
  const empty = composition.sections.every(({ items }) => items.length === 0);
  const newest = useRef(0);

  useEffect(
    () =>
      window.custodia.onEvent((event) => {
        if (event.name === 'preview' && event.case === caseId) setProgress(event);
      }),
    [caseId],
  );
  useEffect(() => {
    newest.current += 1;
    const turn = newest.current;
    setPending(!empty);
    setError(null);
    if (empty) {
      setResult(null);
      return;
    }
    const lay = () =>
      call('bundles.preview', { case: caseId, draft, title: name, composition, redact: true })
        .then((laid) => turn === newest.current && setResult(laid))
        .catch((thrown: unknown) => {
          // One that gave way to a newer one has nothing to tell.
          if (turn === newest.current) setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
        })
        .finally(() => {
          if (turn !== newest.current) return;
          setPending(false);
          setProgress(null);
        });
    const timer = setTimeout(() => void lay(), restMs);
    return () => clearTimeout(timer);
  }, [caseId, draft, name, composition, empty]);
  useEffect(
    () => () => {
      newest.current += 1;
      // The vault may have locked meanwhile, which ends it as well.
      call('bundles.endPreview', { case: caseId }).catch((thrown: unknown) => {
        if (!(thrown instanceof CoreError)) throw thrown;
      });
    },
    [caseId],
  );
  return { result, pending, error, progress };
}
