import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../../app/format.ts';
import classes from '../form/form.module.css';
import type { Form } from '../form/useForm.ts';
import { currencies, readAmount } from './amount.ts';

type Named = 'currency' | 'amount';

/** An amount as it is typed, and below it how it is read: a comma too many is seen at once. */
export function AmountFields<N extends string>({ form }: { readonly form: Form<N | Named> }) {
  const { t } = useTranslation('operations');
  const { currency, amount } = form.values as Readonly<Record<Named, string>>;
  const read = readAmount(amount, currency);
  const told = amount.trim() === '' ? '' : read === null ? t('money.unclear') : formatMoney(read);
  return (
    <div className={classes.money}>
      <Select
        label={t('field.currency')}
        data={[...currencies]}
        value={currency}
        allowDeselect={false}
        onChange={(next) => form.set('currency', next ?? 'BOB')}
      />
      <TextInput
        label={t('field.amount')}
        withAsterisk
        data-autofocus
        inputMode="decimal"
        placeholder="1234,50"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={told === '' ? undefined : <span role="status">{told}</span>}
        error={form.isMissing('amount') ? t('missing') : undefined}
        value={amount}
        onChange={(event) => form.set('amount', event.currentTarget.value)}
      />
    </div>
  );
}
