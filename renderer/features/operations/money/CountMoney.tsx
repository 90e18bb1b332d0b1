import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { useSession } from '../../../app/session.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Choice, Line, Long, When } from '../form/fields.tsx';
import { isoOf, nowText, orNothing, useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';
import { useChoices } from '../useChoices.ts';
import { AmountFields } from './AmountFields.tsx';
import { readAmount } from './amount.ts';

/** What is really there. The books' figure is not shown before: who counts is not to know it. */
export function CountMoney({ operation, onClose }: InDialog) {
  const { t } = useTranslation('operations');
  const { user } = useSession();
  const { agents } = useChoices(operation);
  const count = useCommand('operations.count');
  const form = useForm(
    {
      agent: agents.length === 1 ? (agents[0]?.value ?? '') : '',
      when: nowText(),
      currency: 'BOB',
      amount: '',
      present: user.name,
      note: '',
    },
    ['agent', 'when', 'amount', 'present'],
  );
  const { values } = form;
  const counted = readAmount(values.amount, values.currency);
  const save = () => {
    if (counted === null) return;
    count.mutate(
      {
        operation: operation.id,
        agent: values.agent,
        when: isoOf(values.when),
        counted,
        present: values.present.trim(),
        note: orNothing(values.note),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <ActDialog
      title={t('money.do.count')}
      help={t('money.help.count')}
      save={t('money.save')}
      act={count}
      form={{ check: () => form.check() && counted !== null }}
      onSave={save}
      onClose={onClose}
    >
      <Choice form={form} name="agent" options={agents} />
      <AmountFields form={form} />
      <When form={form} name="when" past />
      <Line form={form} name="present" />
      <Long form={form} name="note" help={t('money.noteHelp')} />
    </ActDialog>
  );
}
