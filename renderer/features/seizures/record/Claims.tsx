import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetEvent } from '../../../../electron/core/features/seizures/model.ts';
import { formatDay } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { StepDialog } from '../steps/StepDialog.tsx';
import classes from './record.module.css';
import type { OfRecord } from './types.ts';

type OfType<T extends AssetEvent['type']> = Extract<AssetEvent, { readonly type: T }>;

/** What third parties claim of the asset, and what became of each claim. */
export function Claims({ caseId, asset, past }: OfRecord) {
  const { t } = useTranslation('seizures');
  const mayDecide = useMay('seizure.decide') && !past;
  const [settling, setSettling] = useState<OfType<'claim'> | null>(null);
  const standing = asset.events.filter(({ annulled }) => annulled === null);
  const claims = standing.filter((event): event is OfType<'claim'> => event.type === 'claim');
  const settled = standing.filter((event): event is OfType<'settleClaim'> => event.type === 'settleClaim');
  if (claims.length === 0) return null;
  return (
    <section className={classes.box}>
      <h3 className={classes.title}>{t('claims')}</h3>
      {claims.map((claim) => {
        const end = settled.find(({ facts }) => facts.claim === claim.id);
        return (
          <div key={claim.id} className={classes.row}>
            <span>
              {claim.facts.claimant}
              <div className={classes.quiet}>
                {end === undefined
                  ? t('claim.openSince', { day: formatDay(claim.on) })
                  : `${t(`outcome.${end.facts.outcome}`)} · ${formatDay(end.on)}`}
              </div>
            </span>
            {end === undefined && mayDecide && (
              <Button size="compact-xs" variant="default" onClick={() => setSettling(claim)}>
                {t('do.settleClaim')}
              </Button>
            )}
          </div>
        );
      })}
      {settling !== null && (
        <StepDialog
          caseId={caseId}
          asset={asset}
          type="settleClaim"
          claim={settling.id}
          onClose={() => setSettling(null)}
        />
      )}
    </section>
  );
}
