import { useEffect, useState } from 'react';
import type { PreviewPage } from '../../../../../electron/core/features/bundles/drafts/preview/model.ts';
import { CoreError, call } from '../../../../app/core.ts';

export interface Spot {
  readonly volume: number;
  readonly leaf: number;
}

/** One page of what was laid out, as a picture. The page before stays in sight until it is there. */
export function usePage(caseId: string, preview: string | undefined, { volume, leaf }: Spot) {
  const [page, setPage] = useState<PreviewPage | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [pending, setPending] = useState(false);

  useEffect(() => {
    if (preview === undefined) return;
    let over = false;
    setPending(true);
    setError(null);
    call('bundles.previewPage', { case: caseId, preview, volume, leaf })
      .then((drawn) => {
        if (!over) setPage(drawn);
      })
      .catch((thrown: unknown) => {
        if (over || isPassed(thrown)) return;
        setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
      })
      .finally(() => {
        if (!over) setPending(false);
      });
    return () => {
      over = true;
    };
  }, [caseId, preview, volume, leaf]);
  return { page, error, pending };
}

/** Another was asked for in its place. */
function isPassed(thrown: unknown): boolean {
  return thrown instanceof CoreError && thrown.body.code === 'call.cancelled';
}
