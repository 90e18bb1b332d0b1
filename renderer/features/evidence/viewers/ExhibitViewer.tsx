import { Center, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '../../../../electron/core/features/evidence/model.ts';
import { useMay } from '../../../app/session.ts';
import { type Player, Transcript } from '../../testimony/index.ts';
import { BytesViewer } from './BytesViewer.tsx';
import { LookViewer } from './look/LookViewer.tsx';
import { useTicket } from './useTicket.ts';
import { ViewerProblem } from './ViewerProblem.tsx';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  readonly viewer: Viewer;
  /** The exhibit as it once stood: nothing is marked on it. */
  readonly past: boolean;
  /** What to do where the content cannot be shown. */
  readonly offer: ReactNode;
}

/** Kinds that are read by their parts, in a process of their own. */
const byParts: ReadonlySet<Viewer> = new Set(['mail', 'sheet', 'archive', 'document']);

/** Shows an exhibit's content, by its parts or by its bytes. */
export function ExhibitViewer({ viewer, ...props }: Props) {
  const { caseId, exhibit, offer } = props;
  if (byParts.has(viewer)) return <LookViewer caseId={caseId} exhibit={exhibit} offer={offer} />;
  return <ByTicket {...props} />;
}

/** Through a ticket that lives as long as this is shown. */
function ByTicket({ caseId, exhibit, past, offer }: Omit<Props, 'viewer'>) {
  const { t } = useTranslation('evidence');
  const may = useMay('case.amend');
  const { view, error, renew } = useTicket(caseId, exhibit);
  if (error !== null) return <ViewerProblem problem={error} onRetry={renew} offer={offer} />;
  if (view === null) {
    return (
      <Center h="100%">
        <Loader size="sm" aria-label={t('viewer.opening')} />
      </Center>
    );
  }
  const beside = (player: Player) => <Transcript caseId={caseId} exhibit={exhibit} player={player} />;
  const marked = past ? undefined : { caseId, exhibit, may };
  return <BytesViewer view={view} onRetry={renew} offer={offer} beside={beside} marked={marked} />;
}
