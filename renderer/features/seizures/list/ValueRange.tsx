import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../../../app/currency.ts';
import type { AssetSearch } from '../data.ts';
import { readAmount } from '../money.ts';
import classes from './range.module.css';

interface Props {
  readonly search: AssetSearch;
  readonly currencies: readonly string[];
  readonly onSearch: (change: Partial<AssetSearch>) => void;
}

type Bound = 'valueFrom' | 'valueTo';

/** From this much to that much, in one currency: a range across currencies says nothing. */
export function ValueRange({ search, currencies, onSearch }: Props) {
  const { t } = useTranslation('seizures');
  const { currency } = search;
  const [typed, setTyped] = useState({
    valueFrom: asTyped(search.valueFrom, currency),
    valueTo: asTyped(search.valueTo, currency),
  });
  const bound = (name: Bound) => {
    const text = typed[name];
    const odd = text.trim() !== '' && currency !== undefined && readAmount(text, currency) === null;
    return (
      <TextInput
        size="xs"
        label={t(`filter.${name}`)}
        disabled={currency === undefined}
        value={text}
        error={odd ? t('amount.unclear') : undefined}
        onChange={(event) => {
          const given = event.currentTarget.value;
          setTyped({ ...typed, [name]: given });
          const minor = currency === undefined ? null : readAmount(given, currency);
          onSearch({ [name]: minor ?? undefined });
        }}
      />
    );
  };
  return (
    <div className={classes.range}>
      <Select
        size="xs"
        clearable
        comboboxProps={{ withinPortal: false }}
        label={t('filter.currency')}
        data={[...currencies]}
        value={currency ?? null}
        onChange={(value) => {
          setTyped({ valueFrom: '', valueTo: '' });
          onSearch({ currency: value ?? undefined, valueFrom: undefined, valueTo: undefined });
        }}
      />
      {bound('valueFrom')}
      {bound('valueTo')}
    </div>
  );
}

/** Minor units as they would be typed: `1234.50`. */
function asTyped(minor: number | undefined, currency: string | undefined): string {
  if (minor === undefined || currency === undefined) return '';
  const digits = currencyDigits(currency);
  const all = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
}
