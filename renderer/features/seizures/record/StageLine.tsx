import { useTranslation } from 'react-i18next';
import type { AssetRecord, AssetStage } from '../../../../electron/core/features/seizures/model.ts';
import { formatDay } from '../../../app/format.ts';
import { useWords } from '../useWords.ts';
import classes from './record.module.css';

const course: readonly AssetStage[] = [
  'identified',
  'requested',
  'ordered',
  'executed',
  'registered',
  'administered',
];
const ends: readonly AssetStage[] = ['sold', 'forfeited', 'returned', 'destroyed', 'split'];

/** Where the asset stands in the course of the measure, and on which day it came to each stage. */
export function StageLine({ asset }: { readonly asset: AssetRecord }) {
  const { t } = useTranslation('seizures');
  const words = useWords();
  const reached = new Map<AssetStage, string>([['identified', asset.identifiedOn]]);
  for (const { stage, on, annulled } of asset.events)
    if (stage !== null && annulled === null) reached.set(stage, on);
  const end = ends.includes(asset.stage) ? asset.stage : ends.find((stage) => reached.has(stage));
  const stop = (stage: AssetStage) => {
    const day = reached.get(stage);
    return (
      <li
        key={stage}
        data-done={day !== undefined || undefined}
        aria-current={asset.stage === stage ? 'step' : undefined}
      >
        {words.stage(stage)}
        {day !== undefined && <time dateTime={day}>{formatDay(day)}</time>}
      </li>
    );
  };
  return (
    <ol className={classes.stages} aria-label={t('stageLine')}>
      {course.map(stop)}
      {end === undefined ? <li>{t('stageEnd')}</li> : stop(end)}
    </ol>
  );
}
