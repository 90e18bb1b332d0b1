import { TimePicker } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/DayInput.tsx';
import { type Moment, momentOf, retyped } from '../../components/moment.ts';
import classes from './custody.module.css';

interface Props {
  readonly at: Moment;
  readonly tried: boolean;
  readonly onChange: (at: Moment) => void;
}

/** The day and the time of an event. */
export function WhenFields({ at, tried, onChange }: Props) {
  const { t } = useTranslation('custody');
  return (
    <>
      <DayInput
        label={t('day')}
        value={at.day}
        maxDate={new Date()}
        onChange={(day) => onChange(retyped(at, { day }))}
        clearable={false}
        required
        error={tried && at.day === '' ? t('required') : undefined}
      />
      <TimePicker
        label={t('time')}
        size="sm"
        format="24h"
        classNames={{ field: classes.timePart ?? '' }}
        value={at.time.slice(0, 5)}
        onChange={(time) => onChange(retyped(at, { time }))}
        required
        error={tried && at.day !== '' && momentOf(at) === null ? t('required') : undefined}
      />
    </>
  );
}
