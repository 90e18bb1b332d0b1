import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AssetKind } from '../../../../electron/core/features/seizures/model.ts';
import { kindIcons } from '../list/KindIcon.tsx';
import { assetKinds } from '../lists.ts';
import { useWords } from '../useWords.ts';
import classes from './add.module.css';

interface Props {
  readonly kind: AssetKind | null;
  readonly onKind: (kind: AssetKind) => void;
}

/** What kind of thing it is: everything else follows from that. Arrows choose. */
export function KindChoice({ kind, onKind }: Props) {
  const { t } = useTranslation('seizures');
  const words = useWords();
  return (
    <Radio.Group
      label={t('add.kind')}
      value={kind}
      onChange={(value) => {
        const chosen = assetKinds.find((each) => each === value);
        if (chosen !== undefined) onKind(chosen);
      }}
    >
      <div className={classes.kinds}>
        {assetKinds.map((each, at) => {
          const Icon = kindIcons[each];
          return (
            <Radio
              key={each}
              size="xs"
              className={classes.kind ?? ''}
              data-chosen={each === kind || undefined}
              value={each}
              data-autofocus={at === 0 || undefined}
              label={
                <span className={classes.kindName}>
                  <Icon size={17} stroke={1.5} aria-hidden />
                  {words.kind(each)}
                </span>
              }
            />
          );
        })}
      </div>
    </Radio.Group>
  );
}
