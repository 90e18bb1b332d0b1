import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type {
  ImportDefaults,
  ImportedList,
  ImportListInput,
  ListColumn,
} from '../../../../electron/core/features/seizures/lists/model.ts';
import { call } from '../../../app/core.ts';
import { claimOne } from '../../../components/list/claim.ts';
import { useListJob } from '../../../components/list/useListJob.ts';

/** What the person said of the file beside what it says itself. */
export interface Choice {
  readonly mapping: readonly { readonly at: number; readonly column: ListColumn | null }[];
  readonly defaults: ImportDefaults;
  /** The exhibit that is the former register. */
  readonly document?: string | undefined;
}

const nothing: Choice = { mapping: [], defaults: {} };

/** A file that is looked at again with every choice, and written only when the person says so. */
export function useImport(caseId: string) {
  const [file, setFile] = useState<File | null>(null);
  const [choice, setChoice] = useState(nothing);
  const [shown, setShown] = useState<ImportedList | undefined>();
  const job = useListJob();
  const client = useQueryClient();
  const run = useMutation({
    mutationFn: async (order: Choice & { readonly of: File; readonly write?: ImportListInput['write'] }) => {
      const { of, ...rest } = order;
      // A handle works once: the file is offered anew for each reading of it.
      return call('seizures.importList', { case: caseId, file: await claimOne(of), ...rest });
    },
    onSuccess: job.follow,
  });
  const refused = useMutation({
    mutationFn: async () => {
      const folder = await window.custodia.chooseFolder();
      if (folder === null || file === null) return null;
      const at = { case: caseId, file: await claimOne(file), folder: folder.handle };
      return call('seizures.exportRefused', { ...at, ...choice });
    },
  });
  const result = job.result as ImportedList | undefined;
  useEffect(() => {
    // The last outcome stays in sight while the next one is worked out.
    if (result !== undefined) setShown(result);
    if (result?.written !== undefined && result.written !== null) void client.invalidateQueries();
  }, [result, client]);

  const look = (of: File, next: Choice) => {
    setFile(of);
    setChoice(next);
    run.mutate({ of, ...next });
  };
  return {
    file,
    choice,
    shown,
    busy: run.isPending || job.running,
    error: run.error ?? job.error ?? refused.error,
    refused,
    open: (of: File) => {
      setShown(undefined);
      look(of, nothing);
    },
    choose: (change: Partial<Choice>) => {
      if (file !== null) look(file, { ...choice, ...change });
    },
    write: (acceptGood: boolean) => {
      if (file !== null && shown !== undefined)
        run.mutate({ of: file, ...choice, write: { seen: shown.seen, acceptGood } });
    },
  };
}
