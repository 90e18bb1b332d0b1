import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentIdentity } from '../../../../electron/core/features/operations/model.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { AskToOpen } from './AskToOpen.tsx';
import { ShownIdentity } from './ShownIdentity.tsx';
import type { AgentDialog } from './types.ts';
import { useSecret } from './useSecret.ts';

/** Opens the envelope for a holder: what is in it is on the screen for a minute, in no cache, and gone with the lock. */
export function OpenEnvelope({ operation, agent, onClose }: AgentDialog) {
  const { t } = useTranslation('operations');
  const open = useSecret('operations.openSeal');
  const [identity, setIdentity] = useState<AgentIdentity | null>(null);
  return (
    <Dialog
      title={t('envelope.openOf', { name: agent.codeName })}
      size={560}
      onClose={onClose}
      mayClose={!open.isPending}
      keepOnClickOutside
    >
      {identity === null ? (
        <AskToOpen
          help={t('envelope.openHelp')}
          does={t('envelope.do.open')}
          isPending={open.isPending}
          error={open.error}
          onClose={onClose}
          onAsk={async (ground) =>
            setIdentity(await open.send({ operation: operation.id, agent: agent.id, ...ground }))
          }
        />
      ) : (
        <ShownIdentity identity={identity} onClose={onClose} />
      )}
    </Dialog>
  );
}
