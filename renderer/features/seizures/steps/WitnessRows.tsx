import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Witness } from '../../../../electron/core/features/seizures/model.ts';
import { noWitness } from './draft.ts';
import { Rows } from './Rows.tsx';

interface Props {
  readonly label: string;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly value: readonly Witness[];
  readonly onChange: (value: readonly Witness[]) => void;
}

const parts = ['name', 'document', 'capacity'] as const;

/** Who was present: name, document, in which capacity. */
export function WitnessRows({ value, ...rest }: Props) {
  const { t } = useTranslation('seizures');
  return (
    <Rows
      {...rest}
      rows={value}
      blank={noWitness}
      add={t('form.addWitness')}
      row={(witness, change, at) =>
        parts.map((part) => (
          <TextInput
            key={part}
            size="xs"
            flex={part === 'name' ? 2 : 1}
            maxLength={200}
            aria-label={`${t(`witness.${part}`)} ${at + 1}`}
            placeholder={t(`witness.${part}`)}
            value={witness[part]}
            onChange={(event) => change({ [part]: event.currentTarget.value })}
          />
        ))
      }
    />
  );
}
