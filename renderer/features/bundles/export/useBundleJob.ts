import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { JobState } from '../../../../electron/core/api/jobs.ts';
import type { BundleJobResult } from '../../../../electron/core/features/bundles/records.ts';
import { queryKey, useCore } from '../../../app/core.ts';

/** Results that the person has read and put away; kept while the window is open. */
const read = new Set<string>();

/** The last export of a case that was not put away: first asked for, then kept up by the core's `job` events. */
export function useBundleJob(caseId: string) {
  const client = useQueryClient();
  const [, refresh] = useState(0);
  const { data = [] } = useCore('jobs.list', {});
  useEffect(
    () =>
      window.custodia.onEvent((event) => {
        if (event.name !== 'job') return;
        client.setQueryData<readonly JobState[]>(queryKey('jobs.list', {}), (before = []) => [
          ...before.filter((job) => job.id !== event.job.id),
          event.job,
        ]);
      }),
    [client],
  );
  return {
    job: data.findLast((each) => each.kind === 'bundle' && each.case === caseId && !read.has(each.id)),
    putAway: (job: string) => {
      read.add(job);
      refresh((n) => n + 1);
    },
  };
}

/** The result of a finished export. */
export function bundleResult(job: JobState): BundleJobResult | null {
  return job.state === 'done' && isResult(job.result) ? job.result : null;
}

function isResult(value: unknown): value is BundleJobResult {
  return typeof value === 'object' && value !== null && 'fingerprint' in value && 'natives' in value;
}
