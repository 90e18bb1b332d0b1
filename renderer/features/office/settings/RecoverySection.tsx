import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RenewRecovery } from './RenewRecovery.tsx';
import { Section } from './Section.tsx';

/** For an administrator whose sheet was lost or may have been seen. */
export function RecoverySection() {
  const { t } = useTranslation('office');
  const [open, setOpen] = useState(false);
  return (
    <Section title={t('settings.recovery')} text={t('settings.recoveryText')}>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('settings.renew')}
      </Button>
      {open && <RenewRecovery onClose={() => setOpen(false)} />}
    </Section>
  );
}
