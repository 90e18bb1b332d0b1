import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Anomaly } from '../../../electron/core/features/custody/chain-model.ts';
import { formatDate } from '../../app/format.ts';
import classes from './custody.module.css';

/** What contradicts the chain, in words: gaps, overlaps, wrong seals. Late entries are told where they stand. */
export function Anomalies({ anomalies }: { readonly anomalies: readonly Anomaly[] }) {
  const { t } = useTranslation('custody');
  const grave = anomalies.filter(({ kind }) => kind !== 'late');
  if (grave.length === 0) return null;
  return (
    <section className={classes.anomalies} aria-label={t('anomalies')}>
      <h3 className={classes.anomaliesTitle}>
        <IconAlertTriangle size={16} aria-hidden /> {t('anomalies')}
      </h3>
      <ul className={classes.anomalyList}>
        {grave.map((anomaly) => (
          <li key={`${anomaly.kind} ${anomaly.entry}`}>
            <AnomalyText anomaly={anomaly} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function AnomalyText({ anomaly }: { readonly anomaly: Anomaly }) {
  const { t } = useTranslation('custody');
  const { kind, from, until, expected = '', said = '', why = '' } = anomaly;
  const told = t(`anomaly.${kind}`, { from: formatDate(from), until: formatDate(until), expected, said });
  return (
    <>
      {told}
      {why !== '' && ` ${t('whySaid', { why })}`}
    </>
  );
}
