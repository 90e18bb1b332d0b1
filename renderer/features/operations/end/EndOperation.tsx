import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndingItem } from '../../../../electron/core/features/operations/model.ts';
import { useCommand } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Long, When } from '../form/fields.tsx';
import { isoOf, nowText, useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';

/** Ends the operation: why, and for each thing that stays open, why it stays open. */
export function EndOperation({
  operation,
  open,
  onClose,
}: InDialog & { readonly open: readonly EndingItem[] }) {
  const { t } = useTranslation('operations');
  const end = useCommand('operations.end');
  const form = useForm({ when: nowText(), reason: '' }, ['when', 'reason']);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const save = () =>
    end.mutate(
      {
        operation: operation.id,
        when: isoOf(form.values.when),
        reason: form.values.reason.trim(),
        open: open
          .map(({ step }) => ({ step, reason: (reasons[step] ?? '').trim() }))
          .filter(({ reason }) => reason !== ''),
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('end.button')}
      help={t('end.doHelp')}
      size={640}
      save={t('end.do')}
      act={end}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <When form={form} name="when" past />
      <Long form={form} name="reason" first />
      {open.map(({ step, open: what }) => (
        <Textarea
          key={step}
          label={t('end.why', { step: t(`end.step.${step}`) })}
          description={what.join(', ')}
          withAsterisk
          autosize
          minRows={1}
          maxLength={20_000}
          value={reasons[step] ?? ''}
          onChange={(event) => setReasons({ ...reasons, [step]: event.currentTarget.value })}
        />
      ))}
    </ActDialog>
  );
}
