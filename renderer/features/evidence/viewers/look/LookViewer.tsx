import { Center, Loader } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ViewerProblem } from '../ViewerProblem.tsx';
import { ArchiveViewer } from './ArchiveViewer.tsx';
import { DocumentViewer } from './DocumentViewer.tsx';
import { MailViewer } from './MailViewer.tsx';
import { SheetViewer } from './SheetViewer.tsx';
import { useLook } from './useLook.ts';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  readonly offer: ReactNode;
}

/** What is read in a process that can be killed, and shown here as plain words and rows: nothing of the file runs. */
export function LookViewer({ caseId, exhibit, offer }: Props) {
  const { t } = useTranslation('evidence');
  const [message, setMessage] = useState(0);
  const { look, error, renew } = useLook(caseId, exhibit, message);
  if (error !== null) return <ViewerProblem problem={error} onRetry={renew} offer={offer} />;
  if (look === null) {
    return (
      <Center h="100%">
        <Loader size="sm" aria-label={t('viewer.opening')} />
      </Center>
    );
  }
  switch (look.kind) {
    case 'mail':
      return (
        <MailViewer key={look.message} look={look} caseId={caseId} exhibit={exhibit} onMessage={setMessage} />
      );
    case 'sheets':
      return <SheetViewer sheets={look.sheets} />;
    case 'archive':
      return <ArchiveViewer items={look.items} total={look.total} />;
    case 'text':
      return <DocumentViewer pages={look.pages} />;
  }
}
