import { useTranslation } from 'react-i18next';
import type { Conversion } from '../../../../electron/core/features/seizures/model.ts';
import { formatDay, formatDecimal } from '../../../app/format.ts';
import { LedgerTable } from './LedgerTable.tsx';
import classes from './ledger.module.css';

/** Everything in one currency: only by rates that somebody stated, and which ones. */
export function Converted({ conversion: { to, line, rates, missing } }: { readonly conversion: Conversion }) {
  const { t } = useTranslation('seizures');
  return (
    <section>
      <h3 className={classes.title}>{t('ledger.converted', { currency: to })}</h3>
      {missing.length > 0 && (
        <p className={classes.missing} role="alert">
          {t('ledger.missing', { currencies: missing.join(', ') })}
        </p>
      )}
      <LedgerTable lines={[line]} />
      <ul className={classes.rates}>
        {rates.map(({ id, from, to: into, rate, on, source }) => (
          <li key={id}>
            {t('rate.said', { from, to: into, rate: formatDecimal(rate), day: formatDay(on), source })}
          </li>
        ))}
      </ul>
    </section>
  );
}
