import { format } from 'date-fns';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../app/format.ts';
import classes from './list.module.css';

/** A day that something is due on; one that has passed says so. */
export function DueDay({ day }: { readonly day: string }) {
  const { t } = useTranslation('seizures');
  if (day === '') return null;
  const late = day < format(new Date(), 'yyyy-MM-dd');
  return (
    <span className={classes.due} data-late={late || undefined} title={late ? t('overdue') : undefined}>
      {formatDay(day)}
    </span>
  );
}
