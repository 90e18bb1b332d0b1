import { useTranslation } from 'react-i18next';
import type { EquipmentRow } from '../../../../electron/core/features/operations/model.ts';
import { useCommand } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Day, Long } from '../form/fields.tsx';
import { nowText, useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';

/** A thing came back: when, and in what condition. */
export function TakeBack({ operation, item, onClose }: InDialog & { readonly item: EquipmentRow }) {
  const { t } = useTranslation('operations');
  const take = useCommand('operations.takeBack');
  const form = useForm({ returnedOn: nowText().slice(0, 10), condition: '' }, ['returnedOn', 'condition']);
  const { returnedOn, condition } = form.values;
  const save = () =>
    take.mutate(
      { operation: operation.id, item: item.id, returnedOn, condition: condition.trim() },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('item.takeBackOf', { what: item.what })}
      save={t('item.takeBackDo')}
      act={take}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <Day form={form} name="returnedOn" past />
      <Long form={form} name="condition" first />
    </ActDialog>
  );
}
