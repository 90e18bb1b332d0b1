import { useTranslation } from 'react-i18next';
import { Claims } from './Claims.tsx';
import { Deadlines } from './Deadlines.tsx';
import { EventList } from './EventList.tsx';
import { NextSteps } from './NextSteps.tsx';
import classes from './record.module.css';
import { StageLine } from './StageLine.tsx';
import type { OfRecord } from './types.ts';
import { Warnings } from './Warnings.tsx';

interface Props extends OfRecord {
  readonly onOpen: (asset: string) => void;
}

/** How the measure went: where it stands, what may come next, what is due, and everything that happened. */
export function Measure({ caseId, asset, past, onOpen }: Props) {
  const { t } = useTranslation('seizures');
  const at = { caseId, asset, past };
  return (
    <div className={classes.columns}>
      <div className={classes.top}>
        <StageLine asset={asset} />
        <Warnings asset={asset} />
      </div>
      <div className={classes.stack}>
        <section className={classes.section}>
          <h3 className={classes.title}>{t('event.all')}</h3>
          <EventList {...at} onOpen={onOpen} />
        </section>
      </div>
      <aside className={classes.stack}>
        {!past && <NextSteps {...at} />}
        <Deadlines asset={asset} />
        <Claims {...at} />
      </aside>
    </div>
  );
}
