import { Loader } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../../app/core.ts';
import { isUnsaved } from '../../../app/unsaved.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { GiveUp } from '../../../components/GiveUp.tsx';
import { Composer } from './Composer.tsx';
import { DraftList } from './DraftList.tsx';

/** The bundles that are kept of a case, or the one that is worked on. */
export function ComposePage({ caseId }: { readonly caseId: string }) {
  const [open, setOpen] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  if (open === null) return <DraftList caseId={caseId} onOpen={setOpen} />;
  return (
    <>
      {leaving && (
        <GiveUp
          onStay={() => setLeaving(false)}
          onGiveUp={() => {
            setLeaving(false);
            setOpen(null);
          }}
        />
      )}
      <Opened
        key={open}
        caseId={caseId}
        draft={open}
        onOpen={setOpen}
        onBack={() => (isUnsaved() ? setLeaving(true) : setOpen(null))}
      />
    </>
  );
}

interface OpenedProps {
  readonly caseId: string;
  readonly draft: string;
  readonly onOpen: (draft: string) => void;
  readonly onBack: () => void;
}

function Opened({ caseId, draft, onOpen, onBack }: OpenedProps) {
  const { t } = useTranslation('bundles');
  const { data, error } = useCore('bundles.draft', { case: caseId, draft });
  if (error !== null && data === undefined) return <ErrorNotice error={error} />;
  if (data === undefined) return <Loader size="sm" aria-label={t('compose.opening')} />;
  return <Composer caseId={caseId} draft={data} onOpen={onOpen} onBack={onBack} />;
}
