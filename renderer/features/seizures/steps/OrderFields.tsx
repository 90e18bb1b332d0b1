import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../components/DayInput.tsx';
import type { ActFieldProps } from './ActField.tsx';
import classes from './steps.module.css';

/** The decision: which court, under which number, of which day. */
export function OrderFields({
  draft,
  required,
  error,
  onChange,
}: Pick<ActFieldProps, 'draft' | 'required' | 'error' | 'onChange'>) {
  const { t } = useTranslation('seizures');
  const wrong = (text: string) => (text.trim() === '' ? error : undefined);
  return (
    <SimpleGrid cols={3} spacing="sm" className={classes.wide ?? ''}>
      <TextInput
        label={t('form.court')}
        placeholder={t('example.court')}
        withAsterisk={required}
        maxLength={300}
        error={wrong(draft.court)}
        value={draft.court}
        onChange={(event) => onChange({ court: event.currentTarget.value })}
      />
      <TextInput
        label={t('form.number')}
        placeholder={t('example.number')}
        withAsterisk={required}
        maxLength={200}
        error={wrong(draft.number)}
        value={draft.number}
        onChange={(event) => onChange({ number: event.currentTarget.value })}
      />
      <DayInput
        label={t('form.date')}
        withAsterisk={required}
        maxDate={new Date()}
        error={wrong(draft.date)}
        value={draft.date}
        onChange={(date) => onChange({ date })}
      />
    </SimpleGrid>
  );
}
