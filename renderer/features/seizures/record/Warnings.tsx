import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AssetRecord, Warning } from '../../../../electron/core/features/seizures/model.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import classes from './record.module.css';

/** What is odd about the asset, in words: it was kept as it was given. */
export function Warnings({
  asset,
}: {
  readonly asset: Pick<AssetRecord, 'warningsFound' | 'stageConflict'>;
}) {
  const { t } = useTranslation('seizures');
  if (asset.warningsFound.length === 0 && !asset.stageConflict) return null;
  return (
    <Alert variant="light" color="warning" icon={<IconAlertTriangle size={18} />} p="xs">
      {asset.stageConflict && <div>{t('stageConflict')}</div>}
      <WarningLines of={asset.warningsFound} />
    </Alert>
  );
}

/** Each warning in a sentence. */
export function WarningLines({ of: warnings }: { readonly of: readonly Warning[] }) {
  const { t } = useTranslation('seizures');
  return (
    <ul className={classes.lines}>
      {warnings.map(({ code, field, value, other }) => (
        <li key={`${code} ${field} ${value} ${other}`}>
          {t(`warning.${code}`, {
            field: t(`field.${field}`),
            value,
            other: other === '' ? '' : exhibitNumber(other),
          })}
        </li>
      ))}
    </ul>
  );
}
