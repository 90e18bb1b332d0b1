import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { useSession } from '../../../app/session.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Line, Long, When } from '../form/fields.tsx';
import { isoOf, nowText, useForm } from '../form/useForm.ts';
import type { AgentDialog } from './types.ts';

/** The talk with the agent at the end. */
export function Debrief({ operation, agent, onClose }: AgentDialog) {
  const { t } = useTranslation('operations');
  const { user } = useSession();
  const debrief = useCommand('operations.debrief');
  const form = useForm({ when: nowText(), by: user.name, note: '' }, ['when', 'by', 'note']);
  const { when, by, note } = form.values;
  const save = () =>
    debrief.mutate(
      { operation: operation.id, agent: agent.id, when: isoOf(when), by: by.trim(), note: note.trim() },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('debrief.of', { name: agent.codeName })}
      help={t('neverTheName')}
      save={t('debrief.do')}
      act={debrief}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <When form={form} name="when" past />
      <Line form={form} name="by" as="debriefedBy" />
      <Long form={form} name="note" rows={4} first />
    </ActDialog>
  );
}
