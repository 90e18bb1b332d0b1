import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MovementKind } from '../../../../electron/core/features/operations/model.ts';
import { CoreError, useCommand } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { ExhibitChoice } from '../form/ExhibitChoice.tsx';
import { Choice, Line, Long, When } from '../form/fields.tsx';
import { isoOf, nowText, orNothing, useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';
import { useChoices } from '../useChoices.ts';
import { AmountFields } from './AmountFields.tsx';
import { readAmount } from './amount.ts';

/** Money given to the agent, spent, or given back. What is spent has a receipt, or says why there is none. */
export function MoveMoney({ operation, kind, onClose }: InDialog & { readonly kind: MovementKind }) {
  const { t } = useTranslation('operations');
  const { agents } = useChoices(operation);
  const move = useCommand('operations.move');
  const [askedWhy, setAskedWhy] = useState(false);
  const [receipts, setReceipts] = useState<string[]>([]);
  const [purchased, setPurchased] = useState<string[]>([]);
  const code = move.error instanceof CoreError ? move.error.body.code : '';
  const asksWhy = askedWhy || code === 'operation.overspent' || code === 'operation.hasEnded';
  const isSpent = kind === 'spent';
  const form = useForm(
    {
      agent: agents.length === 1 ? (agents[0]?.value ?? '') : '',
      when: nowText(),
      currency: 'BOB',
      amount: '',
      what: '',
      noReceipt: '',
      irregular: '',
    },
    ['agent', 'when', 'amount', 'what', ...(asksWhy ? (['irregular'] as const) : [])],
  );
  const { values } = form;
  const amount = readAmount(values.amount, values.currency);
  const save = () => {
    if (amount === null) return;
    setAskedWhy(asksWhy);
    move.mutate(
      {
        operation: operation.id,
        agent: values.agent,
        kind,
        amount,
        when: isoOf(values.when),
        what: values.what.trim(),
        receipt: receipts[0],
        noReceipt: isSpent ? orNothing(values.noReceipt) : undefined,
        purchased: purchased.length > 0 ? purchased : undefined,
        irregular: orNothing(values.irregular),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <ActDialog
      title={t(`money.do.${kind}`)}
      help={t(`money.help.${kind}`)}
      save={t('money.save')}
      act={move}
      form={{ check: () => form.check() && amount !== null }}
      onSave={save}
      onClose={onClose}
    >
      <Choice form={form} name="agent" options={agents} />
      <AmountFields form={form} />
      <When form={form} name="when" past />
      <Long form={form} name="what" as="moneyWhat" />
      <ExhibitChoice
        caseId={operation.case}
        label={t('field.receipt')}
        help={t('money.receiptHelp')}
        most={1}
        value={receipts}
        onChange={setReceipts}
      />
      {isSpent && receipts.length === 0 && <Line form={form} name="noReceipt" />}
      {isSpent && (
        <ExhibitChoice
          caseId={operation.case}
          label={t('field.purchased')}
          help={t('money.purchasedHelp')}
          value={purchased}
          onChange={setPurchased}
        />
      )}
      {asksWhy && <Long form={form} name="irregular" help={t('log.irregularHelp')} />}
    </ActDialog>
  );
}
