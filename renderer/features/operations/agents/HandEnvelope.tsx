import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Line, Long, When } from '../form/fields.tsx';
import { isoOf, nowText, orNothing, useForm } from '../form/useForm.ts';
import type { AgentDialog } from './types.ts';

/** Who took the paper envelope, and where. */
export function HandEnvelope({ operation, agent, onClose }: AgentDialog) {
  const { t } = useTranslation('operations');
  const hand = useCommand('operations.handEnvelope');
  const form = useForm({ to: '', when: nowText(), place: '', note: '' }, ['to', 'when', 'place']);
  const { to, when, place, note } = form.values;
  const save = () =>
    hand.mutate(
      {
        operation: operation.id,
        agent: agent.id,
        to: to.trim(),
        when: isoOf(when),
        place: place.trim(),
        note: orNothing(note),
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('envelope.handOf', { name: agent.codeName })}
      help={t('envelope.handHelp')}
      save={t('envelope.handDo')}
      act={hand}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <Line form={form} name="to" as="takenBy" first />
      <When form={form} name="when" past />
      <Line form={form} name="place" />
      <Long form={form} name="note" />
    </ActDialog>
  );
}
