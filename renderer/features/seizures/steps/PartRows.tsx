import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AssetKind, AssetRecord } from '../../../../electron/core/features/seizures/model.ts';
import { formatMoney } from '../../../app/format.ts';
import { readAmount } from '../money.ts';
import { noPart, type PartTyped, readCounts } from './draft.ts';
import { Rows } from './Rows.tsx';
import classes from './steps.module.css';

interface Props {
  readonly label: string;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly asset: AssetRecord;
  readonly value: readonly PartTyped[];
  readonly onChange: (value: readonly PartTyped[]) => void;
}

/** The parts that the whole is split into, and what of it is still to be given out. */
export function PartRows({ asset, value, ...rest }: Props) {
  const { t } = useTranslation('seizures');
  const { value: whole } = asset;
  const given = value.map(({ amount }) => (whole === null ? null : readAmount(amount, whole.currency)));
  const left = (whole?.minor ?? 0) - given.reduce<number>((sum, minor) => sum + (minor ?? 0), 0);
  const parts = ['name', 'amount', ...ofKind(asset.kind)] as const;
  return (
    <Rows
      {...rest}
      rows={value}
      blank={noPart}
      add={t('form.addPart')}
      row={(part, change, at) =>
        parts.map((name) => (
          <TextInput
            key={name}
            size="xs"
            flex={name === 'name' || name === 'counts' ? 3 : 1}
            error={name === 'counts' && readCounts(part.counts) === null}
            maxLength={300}
            aria-label={`${t(`part.${name}`)} ${at + 1}`}
            placeholder={t(`part.${name}`)}
            value={part[name]}
            onChange={(event) => change({ [name]: event.currentTarget.value })}
          />
        ))
      }
    >
      {whole !== null && (
        <span className={classes.sum} data-odd={left !== 0 || undefined} role="status">
          {left === 0
            ? t('part.adds', { amount: formatMoney(whole) })
            : t(left > 0 ? 'part.left' : 'part.over', {
                amount: formatMoney({ currency: whole.currency, minor: Math.abs(left) }),
                whole: formatMoney(whole),
              })}
        </span>
      )}
    </Rows>
  );
}

/** What else is said of a part: of animals how many, of cash which notes. */
function ofKind(kind: AssetKind): readonly ('count' | 'counts')[] {
  if (kind === 'livestock') return ['count'];
  return kind === 'cash' ? ['counts'] : [];
}
