import { useTranslation } from 'react-i18next';
import { useCommand, useCore } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Long } from '../form/fields.tsx';
import { useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';

/** The emergency plan anew: begins from what holds; what held before stays in the history. */
export function WritePlan({ operation, onClose }: InDialog) {
  const { t } = useTranslation('operations');
  const plan = useCommand('operations.plan');
  const { data } = useCore('operations.safety', { operation: operation.id });
  const last = data?.plans[0];
  const form = useForm(
    { text: last?.text ?? '', contacts: last?.contacts ?? '', wayOut: last?.wayOut ?? '' },
    ['text', 'contacts', 'wayOut'],
  );
  const { text, contacts, wayOut } = form.values;
  const save = () =>
    plan.mutate(
      {
        operation: operation.id,
        text: text.trim(),
        contacts: contacts.trim(),
        wayOut: wayOut.trim(),
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('safety.do.plan')}
      help={t('safety.planHelp')}
      save={t('safety.planDo')}
      act={plan}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <Long form={form} name="text" as="planText" rows={4} first />
      <Long form={form} name="contacts" rows={3} />
      <Long form={form} name="wayOut" rows={3} />
    </ActDialog>
  );
}
