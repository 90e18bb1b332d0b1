import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Choice, Long, When } from '../form/fields.tsx';
import { isoOf, nowText, orNothing, useForm } from '../form/useForm.ts';
import { riskOf } from '../risk.ts';
import type { InDialog } from '../types.ts';
import { useChoices } from '../useChoices.ts';

/** How dangerous it is now, why, and what is done about it. */
export function AssessRisk({ operation, onClose }: InDialog) {
  const { t } = useTranslation('operations');
  const { agents, risks } = useChoices(operation);
  const assess = useCommand('operations.assessRisk');
  const form = useForm({ agent: '', level: '', factors: '', measures: '', when: nowText() }, [
    'level',
    'factors',
    'measures',
    'when',
  ]);
  const { agent, level, factors, measures, when } = form.values;
  const save = () =>
    assess.mutate(
      {
        operation: operation.id,
        agent: orNothing(agent),
        level: riskOf(level),
        factors: factors.trim(),
        measures: measures.trim(),
        when: isoOf(when),
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('safety.do.risk')}
      save={t('safety.riskDo')}
      act={assess}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="sm">
        <Choice form={form} name="level" options={risks} first />
        <Choice form={form} name="agent" options={agents} clearable />
      </SimpleGrid>
      <Long form={form} name="factors" rows={3} />
      <Long form={form} name="measures" rows={3} />
      <When form={form} name="when" past />
    </ActDialog>
  );
}
