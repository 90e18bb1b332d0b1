import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Survey } from '../../../../electron/core/features/evidence/model.ts';
import { call } from '../../../app/core.ts';

export interface ChosenFolder {
  readonly label: string;
  readonly survey: Survey;
}

/** Lets a person choose a folder and looks through it: the path itself stays with the core. */
export function useFolder() {
  const [folder, setFolder] = useState<ChosenFolder | null>(null);
  const choose = useMutation({
    mutationFn: async () => {
      const offered = await window.custodia.chooseFolder();
      if (offered === null) return;
      setFolder({
        label: offered.label,
        survey: await call('evidence.survey', { folders: [offered.handle] }),
      });
    },
  });
  return {
    folder,
    choose: () => choose.mutate(),
    choosing: choose.isPending,
    error: choose.error,
    forgetError: choose.reset,
    close: () => setFolder(null),
  };
}
