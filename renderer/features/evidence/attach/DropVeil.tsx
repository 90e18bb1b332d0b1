import { Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './attach.module.css';

/** Lies over the page while files hover above it. */
export function DropVeil() {
  const { t } = useTranslation('evidence');
  return (
    <div className={classes.veil}>
      <div className={classes.veilText}>
        <IconFileImport size={48} stroke={1.2} />
        <Text size="lg" fw={600}>
          {t('attach.drop')}
        </Text>
      </div>
    </div>
  );
}
