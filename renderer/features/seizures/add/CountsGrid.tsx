import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../../app/format.ts';
import { readAmount } from '../money.ts';
import classes from './add.module.css';
import type { CountTyped } from './draft.ts';

interface Props {
  readonly currency: string;
  readonly counts: readonly CountTyped[];
  readonly error: string | undefined;
  readonly onChange: (counts: readonly CountTyped[]) => void;
}

/** What a line comes to, exactly; null where it can't be read, 0 where nothing is counted. */
function comesTo({ value, count }: CountTyped, currency: string): bigint | null {
  if (count.trim() === '') return 0n;
  const minor = readAmount(value, currency);
  return minor === null || !/^\d{1,9}$/.test(count.trim()) ? null : BigInt(minor) * BigInt(count.trim());
}

/** Notes and coins, counted one denomination after another: arrows or Enter go on, and the sum runs along. */
export function CountsGrid({ currency, counts, error, onChange }: Props) {
  const { t } = useTranslation('seizures');
  const sums = counts.map((line) => comesTo(line, currency));
  const total = sums.reduce<bigint>((sum, each) => sum + (each ?? 0n), 0n);
  const money = (minor: bigint | null) =>
    minor === null || !/^[A-Z]{3}$/.test(currency) ? '—' : formatMoney({ currency, minor: Number(minor) });
  const change = (at: number, part: Partial<CountTyped>) =>
    onChange(counts.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = keys[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[data-count]')];
    const at = event.target instanceof HTMLInputElement ? inputs.indexOf(event.target) : -1;
    inputs[at + step]?.focus();
    inputs[at + step]?.select();
  };
  return (
    <table className={classes.counts} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th>{t('counts.value')}</th>
          <th>{t('counts.count')}</th>
          <th>{t('counts.sum')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own while they are typed
          <tr key={at}>
            <td>
              <TextInput
                size="xs"
                tabIndex={line.value === '' ? 0 : -1}
                aria-label={`${t('counts.value')} ${at + 1}`}
                value={line.value}
                onChange={(event) => change(at, { value: event.currentTarget.value })}
              />
            </td>
            <td>
              <TextInput
                size="xs"
                data-count
                inputMode="numeric"
                aria-label={t('counts.of', { value: line.value })}
                value={line.count}
                onChange={(event) => change(at, { count: event.currentTarget.value.replace(/\D/g, '') })}
              />
            </td>
            <td>{sums[at] === 0n ? '' : money(sums[at] ?? null)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={13} />}
              onClick={() => onChange([...counts, { value: '', count: '' }])}
            >
              {t('counts.add')}
            </Button>
          </td>
          <td>{error}</td>
          <td role="status" aria-label={t('counts.total')}>
            {money(total)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

const keys: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };
