import { Text } from '@mantine/core';
import { endOfDay, formatISO, parseISO } from 'date-fns';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HolderAnswer } from '../../../electron/core/features/custody/chain-model.ts';
import { useCore } from '../../app/core.ts';
import { formatDate } from '../../app/format.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { AnomalyText } from './Anomalies.tsx';
import classes from './custody.module.css';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
}

/** The question of the defence: who held it on that day, and whether the record says so with certainty. */
export function HolderOn({ caseId, exhibit }: Props) {
  const { t } = useTranslation('custody');
  const [day, setDay] = useState('');
  return (
    <section className={classes.holderOn} aria-label={t('holder.question')}>
      <DayInput size="xs" label={t('holder.question')} maxDate={new Date()} value={day} onChange={setDay} />
      {day !== '' && <Answer caseId={caseId} exhibit={exhibit} day={day} />}
    </section>
  );
}

function Answer({ caseId, exhibit, day }: Props & { readonly day: string }) {
  const from = parseISO(day);
  const { data, error } = useCore('custody.holder', {
    case: caseId,
    exhibit,
    from: formatISO(from),
    until: formatISO(endOfDay(from)),
  });
  if (error !== null) return <ErrorNotice error={error} />;
  return data === undefined ? null : <Held answer={data} />;
}

function Held({ answer: { certain, spans, anomalies } }: { readonly answer: HolderAnswer }) {
  const { t } = useTranslation('custody');
  return (
    <div role="status" className={classes.holderAnswer} data-uncertain={!certain || undefined}>
      <Text size="sm" fw={600}>
        {t(certain ? 'holder.certain' : 'holder.uncertain')}
      </Text>
      <ul className={classes.spans}>
        {spans.map((span) => (
          <li key={span.from}>
            <span className={classes.when}>
              {t('holder.span', { from: formatDate(span.from), until: formatDate(span.until) })}
            </span>{' '}
            <strong>{t(`holder.${span.kind}`, { holder: span.holder })}</strong>
            {span.place !== '' && ` · ${span.place}`}
          </li>
        ))}
        {anomalies.map((anomaly) => (
          <li key={`${anomaly.kind} ${anomaly.entry}`} className={classes.gap}>
            <AnomalyText anomaly={anomaly} />
          </li>
        ))}
      </ul>
    </div>
  );
}
