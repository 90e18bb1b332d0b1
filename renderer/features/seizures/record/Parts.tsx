import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AssetRecord } from '../../../../electron/core/features/seizures/model.ts';
import { formatMoney } from '../../../app/format.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { StageBadge } from '../list/StageBadge.tsx';
import classes from './record.module.css';

interface Props {
  readonly asset: AssetRecord;
  readonly onOpen: (asset: string) => void;
}

/** What the asset was split into, or what it is a part of. */
export function Parts({ asset, onOpen }: Props) {
  const { t } = useTranslation('seizures');
  if (asset.parts.length === 0 && asset.partOf === null) return null;
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t('parts.title')}</h3>
      {asset.partOf !== null && (
        <div className={classes.quiet}>{t('parts.of', { number: exhibitNumber(asset.partOf) })}</div>
      )}
      {asset.parts.map((part) => (
        <div key={part.id} className={classes.row}>
          <span>
            <UnstyledButton className={classes.link} onClick={() => onOpen(part.id)}>
              {exhibitNumber(part.number)} · {part.name}
            </UnstyledButton>
          </span>
          {part.value !== null && formatMoney(part.value)}
          <StageBadge stage={part.stage} />
        </div>
      ))}
    </section>
  );
}
