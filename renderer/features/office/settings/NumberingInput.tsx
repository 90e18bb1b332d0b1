import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { firstNumber, isNumbering } from '../numbering.ts';

interface Props {
  readonly value: string;
  readonly onChange: (pattern: string) => void;
}

/** The pattern of case numbers, with the number that it makes. */
export function NumberingInput({ value, onChange }: Props) {
  const { t } = useTranslation('office');
  const year = new Date().getFullYear();
  return (
    <TextInput
      label={t('officeForm.numbering')}
      description={t('officeForm.numberingExample', { number: firstNumber(value, year), year })}
      maxLength={60}
      spellCheck={false}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={value !== '' && !isNumbering(value) ? t('officeForm.numberingWrong') : undefined}
    />
  );
}
