import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/Dialog.tsx';
import { AskToOpen } from './AskToOpen.tsx';
import { filledOutside, HolderFields, type Holders } from './HolderFields.tsx';
import type { AgentDialog } from './types.ts';
import { useSecret } from './useSecret.ts';

/** Closes the envelope again to other holders, without showing what is in it. */
export function ResealEnvelope({ operation, agent, onClose }: AgentDialog) {
  const { t } = useTranslation('operations');
  const reseal = useSecret('operations.reseal');
  const [holders, setHolders] = useState<Holders>({
    holders: agent.envelope?.holders.map((each) => each.user) ?? [],
    outside: agent.envelope?.outside ?? [],
  });
  return (
    <Dialog
      title={t('envelope.resealOf', { name: agent.codeName })}
      size={620}
      onClose={onClose}
      mayClose={!reseal.isPending}
      keepOnClickOutside
    >
      <AskToOpen
        help={t('envelope.resealHelp')}
        does={t('envelope.do.reseal')}
        isPending={reseal.isPending}
        error={reseal.error}
        mayGoOn={holders.holders.length > 0}
        onClose={onClose}
        onAsk={async (ground) => {
          const done = await reseal.send({
            operation: operation.id,
            agent: agent.id,
            ...ground,
            holders: holders.holders,
            outside: filledOutside(holders.outside),
          });
          if (done !== null) onClose();
        }}
      >
        <HolderFields members={operation.members} value={holders} onChange={setHolders} />
      </AskToOpen>
    </Dialog>
  );
}
