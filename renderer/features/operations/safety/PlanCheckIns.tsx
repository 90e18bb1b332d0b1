import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Choice, Line, Long, When } from '../form/fields.tsx';
import { isoOf, nowText, orNothing, useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';
import { useChoices } from '../useChoices.ts';

/** When the agent is waited for, how often, and after how long the alarm goes off. */
export function PlanCheckIns({ operation, onClose }: InDialog) {
  const { t } = useTranslation('operations');
  const { agents } = useChoices(operation);
  const plan = useCommand('operations.planCheckIns');
  const form = useForm(
    {
      agent: agents.length === 1 ? (agents[0]?.value ?? '') : '',
      next: nowText(),
      everyHours: '24',
      grace: '30',
      note: '',
    },
    ['agent', 'next', 'grace'],
  );
  const { agent, next, everyHours, grace, note } = form.values;
  const every = Number.parseInt(everyHours, 10);
  const save = () =>
    plan.mutate(
      {
        operation: operation.id,
        agent,
        next: isoOf(next),
        everyHours: Number.isNaN(every) ? undefined : every,
        grace: Number.parseInt(grace, 10),
        note: orNothing(note),
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('safety.do.planCheckIns')}
      help={t('safety.planCheckInsHelp')}
      save={t('safety.planCheckInsDo')}
      act={plan}
      form={{ check: () => form.check() && /^\d+$/.test(grace.trim()) }}
      onSave={save}
      onClose={onClose}
    >
      <Choice form={form} name="agent" options={agents} />
      <When form={form} name="next" as="nextCheckIn" />
      <SimpleGrid cols={2} spacing="sm">
        <Line form={form} name="everyHours" maxLength={4} help={t('safety.everyHelp')} />
        <Line form={form} name="grace" maxLength={4} help={t('safety.graceHelp')} />
      </SimpleGrid>
      <Long form={form} name="note" />
    </ActDialog>
  );
}
