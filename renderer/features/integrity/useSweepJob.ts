import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { JobState } from '../../../electron/core/api/jobs.ts';

/** The checking that was asked for here, as far as it is. */
export function useSweepJob(): JobState | null {
  const client = useQueryClient();
  const [job, setJob] = useState<JobState | null>(null);
  useEffect(
    () =>
      window.custodia.onEvent((event) => {
        if (event.name !== 'job' || event.job.kind !== 'verification') return;
        setJob(event.job);
        if (event.job.state !== 'running') void client.invalidateQueries();
      }),
    [client],
  );
  return job;
}
