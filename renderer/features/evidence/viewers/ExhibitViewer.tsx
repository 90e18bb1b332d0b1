import { Center, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '../../../../electron/core/features/evidence/model.ts';
import { ImageViewer } from './ImageViewer.tsx';
import { MediaViewer } from './MediaViewer.tsx';
import { PdfViewer } from './pdf/PdfViewer.tsx';
import { TextViewer } from './TextViewer.tsx';
import type { ViewerProps } from './types.ts';
import { useTicket } from './useTicket.ts';
import { ViewerProblem } from './ViewerProblem.tsx';

const viewers: Readonly<Record<Exclude<Viewer, 'none'>, (props: ViewerProps) => ReactNode>> = {
  image: ImageViewer,
  pdf: PdfViewer,
  text: TextViewer,
  audio: MediaViewer,
  video: MediaViewer,
};

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  /** What to do where the content cannot be shown. */
  readonly offer: ReactNode;
}

/** Shows an exhibit's content, read through a ticket that lives as long as this is shown. */
export function ExhibitViewer({ caseId, exhibit, offer }: Props) {
  const { t } = useTranslation('evidence');
  const { view, error, renew } = useTicket(caseId, exhibit);
  if (error !== null) return <ViewerProblem problem={error} onRetry={renew} offer={offer} />;
  if (view === null) {
    return (
      <Center h="100%">
        <Loader size="sm" aria-label={t('viewer.opening')} />
      </Center>
    );
  }
  if (view.viewer === 'none') return null;
  const Viewer = viewers[view.viewer];
  return <Viewer key={view.ticket} view={view} onRetry={renew} offer={offer} />;
}
