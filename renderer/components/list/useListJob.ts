import { useEffect, useState } from 'react';
import type { JobState } from '../../../electron/core/api/jobs.ts';
import { CoreError } from '../../app/core.ts';

/** A job that was started from here, as the core tells of it. Events may come before the call's own answer. */
export function useListJob() {
  const [id, setId] = useState<string | null>(null);
  const [jobs, setJobs] = useState<Readonly<Record<string, JobState>>>({});
  useEffect(
    () =>
      window.custodia.onEvent((event) => {
        if (event.name === 'job' && event.job.kind === 'list')
          setJobs((before) => ({ ...before, [event.job.id]: event.job }));
      }),
    [],
  );
  const job = id === null ? undefined : jobs[id];
  return {
    running: id !== null && (job === undefined || job.state === 'running'),
    done: job?.total ? job.done / job.total : null,
    result: job?.state === 'done' ? job.result : undefined,
    error: job?.error === undefined ? null : new CoreError(job.error),
    follow: (started: JobState) => setId(started.id),
    forget: () => setId(null),
  };
}
