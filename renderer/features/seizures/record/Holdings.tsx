import { Badge, Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holding } from '../../../../electron/core/features/seizures/model.ts';
import { call } from '../../../app/core.ts';
import { formatDay, formatNumber } from '../../../app/format.ts';
import { useNavigation } from '../../../app/route.ts';
import { useMay } from '../../../app/session.ts';
import { AddHolding } from './AddHolding.tsx';
import { ReasonDialog } from './AnnulDialog.tsx';
import classes from './record.module.css';
import type { OfRecord } from './types.ts';

/** Owners, holders, beneficiaries and those who hold in name for another. */
export function Holdings({ caseId, asset, past }: OfRecord) {
  const { t } = useTranslation('seizures');
  const { go } = useNavigation();
  const may = useMay('seizure.write') && !past;
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Holding | null>(null);
  const more = ({ from, until, source }: Holding) =>
    [
      from === '' ? '' : t('holding.from', { day: formatDay(from) }),
      until === '' ? '' : t('holding.until', { day: formatDay(until) }),
      source,
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t('holding.title')}</h3>
        {may && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {t('holding.add')}
          </Button>
        )}
      </div>
      {asset.holdings.length === 0 && <div className={classes.quiet}>{t('holding.none')}</div>}
      {asset.holdings.map((holding) => (
        <div key={holding.id} className={classes.row}>
          <Badge color="ink" w={110}>
            {t(`holder.${holding.role}`)}
          </Badge>
          <span>
            <UnstyledButton
              className={classes.link}
              onClick={() => go({ screen: 'case', case: caseId, tab: 'people', item: holding.person })}
            >
              {holding.name}
            </UnstyledButton>
            {holding.share !== null && ` · ${formatNumber(holding.share / 100, 2)} %`}
            <div className={classes.quiet}>{more(holding)}</div>
          </span>
          {may && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setEnding(holding)}>
              {t('holding.remove')}
            </Button>
          )}
        </div>
      ))}
      {adding && <AddHolding caseId={caseId} asset={asset.id} onClose={() => setAdding(false)} />}
      {ending !== null && (
        <ReasonDialog
          title={t('holding.removeTitle', { name: ending.name })}
          help={t('holding.removeHelp')}
          action={t('holding.remove')}
          onSend={(reason) =>
            call('seizures.unlink', { case: caseId, asset: asset.id, link: ending.id, reason })
          }
          onClose={() => setEnding(null)}
        />
      )}
    </section>
  );
}
