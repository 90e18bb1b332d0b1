import { Autocomplete, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../../app/format.ts';
import { currencies } from '../lists.ts';
import { readAmount } from '../money.ts';
import classes from './steps.module.css';

interface Props {
  readonly label: string;
  readonly currency: string;
  readonly amount: string;
  readonly required?: boolean;
  readonly error?: string | undefined;
  readonly onChange: (part: { readonly currency?: string; readonly amount?: string }) => void;
}

/** An amount as it is typed, and beside it how it is read: a comma too many is seen at once. */
export function MoneyInput({ label, currency, amount, required = false, error, onChange }: Props) {
  const { t } = useTranslation('seizures');
  const minor = readAmount(amount, currency);
  const read =
    amount.trim() === '' ? '' : minor === null ? t('amount.unclear') : formatMoney({ currency, minor });
  return (
    <div className={classes.money}>
      <Autocomplete
        label={t('form.currency')}
        data={[...currencies]}
        maxLength={3}
        value={currency}
        onChange={(value) => onChange({ currency: value.toUpperCase() })}
      />
      <TextInput
        label={label}
        withAsterisk={required}
        inputMode="decimal"
        placeholder="1.234,50"
        description={read === '' ? undefined : <span role="status">{read}</span>}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={error}
        value={amount}
        onChange={(event) => onChange({ amount: event.currentTarget.value })}
      />
    </div>
  );
}
