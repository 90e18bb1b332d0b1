import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rate } from '../../../../electron/core/features/seizures/model.ts';
import { call, useCore } from '../../../app/core.ts';
import { formatDate, formatDay, formatDecimal } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ReasonDialog } from '../record/AnnulDialog.tsx';
import classes from './ledger.module.css';
import { StateRate } from './StateRate.tsx';

interface Props {
  readonly caseId: string;
  readonly asOf: string | undefined;
}

/** The exchange rates that were stated in the case, each with its day and where it is from. */
export function Rates({ caseId, asOf }: Props) {
  const { t } = useTranslation('seizures');
  const { data = [], error } = useCore('seizures.rates', { case: caseId, asOf });
  const may = useMay('seizure.write') && asOf === undefined;
  const [adding, setAdding] = useState(false);
  const [annulling, setAnnulling] = useState<Rate | null>(null);
  return (
    <section>
      <div className={classes.rateHead}>
        <h3 className={classes.title}>{t('rate.title')}</h3>
        {may && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => setAdding(true)}
          >
            {t('rate.add')}
          </Button>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {data.length === 0 && error === null && <p className={classes.help}>{t('rate.none')}</p>}
      <ul className={classes.rates}>
        {data.map((rate) => (
          <li key={rate.id} data-annulled={rate.annulled !== null || undefined}>
            <span>
              {t('rate.said', {
                from: rate.from,
                to: rate.to,
                rate: formatDecimal(rate.rate),
                day: formatDay(rate.on),
                source: rate.source,
              })}
            </span>{' '}
            {rate.annulled === null ? (
              may && (
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAnnulling(rate)}>
                  {t('annul.button')}
                </Button>
              )
            ) : (
              <em>
                {t('annulled', {
                  author: rate.annulled.author,
                  when: formatDate(rate.annulled.at),
                  reason: rate.annulled.reason,
                })}
              </em>
            )}
          </li>
        ))}
      </ul>
      {adding && <StateRate caseId={caseId} onClose={() => setAdding(false)} />}
      {annulling !== null && (
        <ReasonDialog
          title={t('annul.title', { what: `${annulling.from} → ${annulling.to}` })}
          help={t('annul.help')}
          action={t('annul.do')}
          onSend={(reason) =>
            call('seizures.annul', { case: caseId, asset: null, event: annulling.id, reason })
          }
          onClose={() => setAnnulling(null)}
        />
      )}
    </section>
  );
}
