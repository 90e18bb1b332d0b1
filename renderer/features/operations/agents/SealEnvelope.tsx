import { Fieldset, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnvelopePaper } from '../../../../electron/core/features/operations/model.ts';
import { useSession } from '../../../app/session.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Line, Long } from '../form/fields.tsx';
import { orNothing, useForm } from '../form/useForm.ts';
import { filledOutside, HolderFields, type Holders } from './HolderFields.tsx';
import { Papers } from './Papers.tsx';
import type { AgentDialog } from './types.ts';
import { useSecret } from './useSecret.ts';

const blank = {
  trueName: '',
  trueDocument: '',
  rank: '',
  unit: '',
  assumedName: '',
  assumedDocument: '',
  legend: '',
  notes: '',
};

/** Puts the true and the assumed identity together into an envelope that only the named holders can open. */
export function SealEnvelope({ operation, agent, onClose }: AgentDialog) {
  const { t } = useTranslation('operations');
  const { user } = useSession();
  const seal = useSecret('operations.seal');
  const anew = agent.envelope !== null;
  const form = useForm({ ...blank, reason: '' }, [
    'trueName',
    'assumedName',
    ...(anew ? (['reason'] as const) : []),
  ]);
  const [papers, setPapers] = useState<readonly EnvelopePaper[]>([]);
  const [holders, setHolders] = useState<Holders>({
    holders: agent.envelope?.holders.map((each) => each.user) ?? [user.id],
    outside: agent.envelope?.outside ?? [],
  });
  const save = async () => {
    const { reason, ...identity } = form.values;
    const sealed = await seal.send({
      operation: operation.id,
      agent: agent.id,
      identity: { ...identity, papers },
      holders: holders.holders,
      outside: filledOutside(holders.outside),
      reason: orNothing(reason),
    });
    if (sealed !== null) onClose();
  };
  return (
    <ActDialog
      title={t('envelope.sealOf', { name: agent.codeName })}
      help={t(anew ? 'envelope.sealAnewHelp' : 'envelope.sealHelp')}
      size={720}
      save={t('envelope.do.seal')}
      act={seal}
      form={{ check: () => form.check() && holders.holders.length > 0 }}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Fieldset legend={t('envelope.true')} p="sm">
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <Line form={form} name="trueName" first />
          <Line form={form} name="trueDocument" as="identityDocument" />
          <Line form={form} name="rank" />
          <Line form={form} name="unit" />
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend={t('envelope.assumed')} p="sm">
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <Line form={form} name="assumedName" />
          <Line form={form} name="assumedDocument" as="identityDocument" />
        </SimpleGrid>
        <Long form={form} name="legend" />
      </Fieldset>
      <Long form={form} name="notes" />
      <Papers papers={papers} onChange={setPapers} />
      <HolderFields members={operation.members} value={holders} onChange={setHolders} />
      {anew && <Long form={form} name="reason" />}
    </ActDialog>
  );
}
