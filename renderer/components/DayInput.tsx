import { DateInput, type DateInputProps } from '@mantine/dates';
import { format, isValid, parse } from 'date-fns';
import { useTranslation } from 'react-i18next';

interface Props extends Omit<DateInputProps, 'value' | 'onChange' | 'valueFormat' | 'dateParser'> {
  /** yyyy-MM-dd, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

const typed = ['d/M/yyyy', 'd-M-yyyy', 'd.M.yyyy', 'yyyy-MM-dd', 'ddMMyyyy'];

/** A typed day (`3/5/2026`, `03-05-2026`, `03052026`) as yyyy-MM-dd; null where it is no day. */
export function parseDay(text: string): string | null {
  for (const pattern of typed) {
    const day = parse(text.trim(), pattern, new Date());
    if (isValid(day) && day.getFullYear() >= 1900) return format(day, 'yyyy-MM-dd');
  }
  return null;
}

/** A day, typed or picked, always shown as dd/mm/yyyy. */
export function DayInput({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation('common');
  return (
    <DateInput
      size="sm"
      valueFormat="DD/MM/YYYY"
      placeholder={t('day.placeholder')}
      dateParser={parseDay}
      value={value === '' ? null : value}
      onChange={(day) => onChange(day ?? '')}
      clearable
      {...rest}
    />
  );
}
