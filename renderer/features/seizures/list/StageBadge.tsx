import { Badge } from '@mantine/core';
import { IconArrowsSplit2, IconGavel } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AssetRow, AssetStage } from '../../../../electron/core/features/seizures/model.ts';
import { useWords } from '../useWords.ts';
import classes from './list.module.css';

const colours: Readonly<Record<AssetStage, string>> = {
  identified: 'gray',
  requested: 'warning',
  ordered: 'warning',
  executed: 'ink',
  registered: 'ink',
  administered: 'ink',
  sold: 'success',
  forfeited: 'success',
  returned: 'gray',
  destroyed: 'seal',
  split: 'gray',
};

/** Where the measure stands. */
export function StageBadge({ stage }: { readonly stage: AssetStage }) {
  const words = useWords();
  return (
    <Badge color={colours[stage]} miw={0} title={words.stage(stage)}>
      {words.stage(stage)}
    </Badge>
  );
}

/** What an eye must fall on: two steps that did not see each other, fields in conflict, a claim that is open. */
export function AssetMarks({
  row,
}: {
  readonly row: Pick<AssetRow, 'stageConflict' | 'openClaims' | 'conflicts'>;
}) {
  const { t } = useTranslation('seizures');
  const claims = t('mark.claims', { count: row.openClaims });
  const conflict = row.stageConflict
    ? t('mark.stageConflict')
    : t('mark.conflicts', { count: row.conflicts });
  return (
    <>
      {(row.stageConflict || row.conflicts > 0) && (
        <span className={classes.mark} title={conflict} role="img" aria-label={conflict}>
          <IconArrowsSplit2 size={15} />
        </span>
      )}
      {row.openClaims > 0 && (
        <span className={classes.mark} title={claims} role="img" aria-label={claims}>
          <IconGavel size={15} />
        </span>
      )}
    </>
  );
}
