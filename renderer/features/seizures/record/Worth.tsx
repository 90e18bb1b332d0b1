import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetEvent } from '../../../../electron/core/features/seizures/model.ts';
import { formatDay, formatMoney } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { StepDialog } from '../steps/StepDialog.tsx';
import { AnnulDialog } from './AnnulDialog.tsx';
import classes from './record.module.css';
import type { OfRecord } from './types.ts';

type OfType<T extends AssetEvent['type']> = Extract<AssetEvent, { readonly type: T }>;
type Asked = 'value' | 'cost';

/** What the asset was worth over time, and what was spent on it. */
export function Worth({ caseId, asset, past }: OfRecord) {
  const { t } = useTranslation('seizures');
  const may = useMay('seizure.write') && !past;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [annulling, setAnnulling] = useState<AssetEvent | null>(null);
  const values = asset.events.filter((event): event is OfType<'value'> => event.type === 'value');
  const costs = asset.events.filter((event): event is OfType<'cost'> => event.type === 'cost');
  const head = (title: string, type: Asked) => (
    <div className={classes.head}>
      <h3 className={classes.title}>{title}</h3>
      {may && (
        <Button size="compact-sm" variant="default" onClick={() => setAsked(type)}>
          {t(`do.${type}`)}
        </Button>
      )}
    </div>
  );
  const onAnnul = may ? setAnnulling : undefined;
  return (
    <div className={classes.stack}>
      <section className={classes.section}>
        {head(t('worth.values'), 'value')}
        {asset.value !== null && (
          <div>
            <b className={classes.value}>{formatMoney(asset.value)}</b>{' '}
            <span className={classes.quiet}>{t('worth.now', { day: formatDay(asset.valuedOn) })}</span>
          </div>
        )}
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('form.on')}</th>
              <th data-end>{t('form.money')}</th>
              <th>{t('form.basis')}</th>
              <th>{t('form.source')}</th>
              <th>{t('form.valuedBy')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {values.toReversed().map((event) => (
              <tr key={event.id} data-annulled={event.annulled !== null || undefined}>
                <td>{formatDay(event.on)}</td>
                <td data-end>{formatMoney(event.facts.value)}</td>
                <td>{t(`basis.${event.facts.basis}`)}</td>
                <td>
                  {event.facts.source} <Paper event={event} />
                </td>
                <td>{event.facts.by}</td>
                <LastCell event={event} onAnnul={onAnnul} />
              </tr>
            ))}
          </tbody>
        </table>
        {values.length === 0 && <div className={classes.quiet}>{t('worth.noValues')}</div>}
      </section>
      <section className={classes.section}>
        {head(t('worth.costs'), 'cost')}
        {asset.spent.length > 0 && (
          <div>
            <b className={classes.value}>{asset.spent.map(formatMoney).join(' · ')}</b>{' '}
            <span className={classes.quiet}>{t('worth.spent')}</span>
          </div>
        )}
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('form.on')}</th>
              <th data-end>{t('form.money')}</th>
              <th>{t('form.what')}</th>
              <th>{t('form.paidFrom')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {costs.toReversed().map((event) => (
              <tr key={event.id} data-annulled={event.annulled !== null || undefined}>
                <td>{formatDay(event.on)}</td>
                <td data-end>{formatMoney(event.facts.cost)}</td>
                <td>
                  {event.facts.what} <Paper event={event} />
                </td>
                <td>{t(`payer.${event.facts.paidFrom}`)}</td>
                <LastCell event={event} onAnnul={onAnnul} />
              </tr>
            ))}
          </tbody>
        </table>
        {costs.length === 0 && <div className={classes.quiet}>{t('worth.noCosts')}</div>}
      </section>
      {asked !== null && (
        <StepDialog caseId={caseId} asset={asset} type={asked} onClose={() => setAsked(null)} />
      )}
      {annulling !== null && (
        <AnnulDialog caseId={caseId} asset={asset.id} event={annulling} onClose={() => setAnnulling(null)} />
      )}
    </div>
  );
}

function Paper({ event: { document } }: { readonly event: AssetEvent }) {
  return document === null ? null : <span className={classes.quiet}>{exhibitNumber(document.number)}</span>;
}

interface LastProps {
  readonly event: AssetEvent;
  readonly onAnnul: ((event: AssetEvent) => void) | undefined;
}

function LastCell({ event, onAnnul }: LastProps) {
  const { t } = useTranslation('seizures');
  if (event.annulled !== null) {
    return (
      <td className={classes.annulled} title={event.annulled.reason}>
        {t('annulledShort')}
      </td>
    );
  }
  return (
    <td data-end>
      {onAnnul !== undefined && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onAnnul(event)}>
          {t('annul.button')}
        </Button>
      )}
    </td>
  );
}
