import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InventoryLine } from '../../../../electron/core/features/seizures/model.ts';
import { noLine } from './draft.ts';
import { Rows } from './Rows.tsx';

interface Props {
  readonly label: string;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly value: readonly InventoryLine[];
  readonly onChange: (value: readonly InventoryLine[]) => void;
}

const parts = ['description', 'quantity', 'condition'] as const;

/** What was taken, line by line, as the record lists it. */
export function InventoryRows({ value, ...rest }: Props) {
  const { t } = useTranslation('seizures');
  return (
    <Rows
      {...rest}
      rows={value}
      blank={noLine}
      add={t('form.addLine')}
      row={(line, change, at) =>
        parts.map((part) => (
          <TextInput
            key={part}
            size="xs"
            flex={part === 'description' ? 4 : 1}
            maxLength={500}
            aria-label={`${t(`inventory.${part}`)} ${at + 1}`}
            placeholder={t(`inventory.${part}`)}
            value={line[part]}
            onChange={(event) => change({ [part]: event.currentTarget.value })}
          />
        ))
      }
    />
  );
}
