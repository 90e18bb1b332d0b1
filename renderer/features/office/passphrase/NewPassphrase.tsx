import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PassphraseField } from './PassphraseField.tsx';
import { StrengthMeter } from './StrengthMeter.tsx';
import type { NewPassphraseState } from './useNewPassphrase.ts';

interface Props {
  readonly state: NewPassphraseState;
  readonly label?: string;
}

/** Two fields and the strength between them. */
export function NewPassphrase({ state, label }: Props) {
  const { t } = useTranslation('office');
  const { problem } = state;
  return (
    <Stack gap={6}>
      <PassphraseField
        label={label ?? t('passphrase.label')}
        value={state.first}
        onChange={(event) => state.setFirst(event.currentTarget.value)}
        error={problem === 'empty' ? t('passphrase.problem.empty') : problem === 'weak'}
      />
      <StrengthMeter strength={state.strength} />
      <PassphraseField
        label={t('passphrase.again')}
        value={state.second}
        onChange={(event) => state.setSecond(event.currentTarget.value)}
        error={problem === 'different' ? t('passphrase.problem.different') : undefined}
      />
    </Stack>
  );
}
