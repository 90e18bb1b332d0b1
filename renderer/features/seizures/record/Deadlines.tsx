import { differenceInCalendarDays, format, parseISO } from 'date-fns';
import { useTranslation } from 'react-i18next';
import type { AssetDeadline, AssetRecord } from '../../../../electron/core/features/seizures/model.ts';
import { formatDay } from '../../../app/format.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import classes from './record.module.css';

function stateOf({ due, warnFrom }: AssetDeadline, today: string): 'overdue' | 'soon' | 'later' {
  if (due < today) return 'overdue';
  return warnFrom <= today ? 'soon' : 'later';
}

/** What is due of this asset, and how many days are left. */
export function Deadlines({ asset }: { readonly asset: AssetRecord }) {
  const { t } = useTranslation('seizures');
  const { t: words } = useTranslation('deadlines');
  const { term } = useOfficeTerms();
  if (asset.deadlines.length === 0) return null;
  const today = format(new Date(), 'yyyy-MM-dd');
  const left = (due: string) => {
    const days = differenceInCalendarDays(parseISO(due), parseISO(today));
    if (days < 0) return words('left.overdue', { count: -days });
    return days === 0 ? words('left.today') : words('left.days', { count: days });
  };
  return (
    <section className={classes.box}>
      <h3 className={classes.title}>{t('deadlines')}</h3>
      {asset.deadlines.map((deadline) => (
        <div key={deadline.what} className={classes.due} data-state={stateOf(deadline, today)}>
          <span>
            {t(`due.${deadline.what}`)}
            <div className={classes.quiet}>
              {deadline.term === null ? t('due.byCourt') : term(deadline.term)}
            </div>
          </span>
          <span>
            <b>{formatDay(deadline.due)}</b>
            <div className={classes.quiet}>{left(deadline.due)}</div>
          </span>
        </div>
      ))}
    </section>
  );
}
