import { PasswordInput, type PasswordInputProps, Text } from '@mantine/core';
import { IconArrowBigUpLine } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A passphrase, hidden until its eye is pressed; says when the capitals are locked. */
export function PassphraseField({ onBlur, ...rest }: PasswordInputProps) {
  const { t } = useTranslation('office');
  const [capitals, setCapitals] = useState(false);
  const watch = (event: KeyboardEvent) => setCapitals(event.getModifierState('CapsLock'));
  return (
    <div>
      <PasswordInput
        autoComplete="off"
        spellCheck={false}
        visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
        onKeyDown={watch}
        onKeyUp={watch}
        onBlur={(event) => {
          setCapitals(false);
          onBlur?.(event);
        }}
        {...rest}
      />
      {capitals && (
        <Text size="xs" c="warning" fw={500} mt={4} role="status">
          <IconArrowBigUpLine size={13} style={{ verticalAlign: '-2px' }} aria-hidden />{' '}
          {t('passphrase.capitals')}
        </Text>
      )}
    </div>
  );
}
