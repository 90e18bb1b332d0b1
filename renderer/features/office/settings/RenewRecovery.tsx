import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../../electron/core/features/office/model.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { AskForSheet } from '../recovery/AskForSheet.tsx';
import { ConfirmStep } from '../recovery/ConfirmStep.tsx';
import { SheetStep } from '../recovery/SheetStep.tsx';

/** A new recovery sheet in place of the old: passphrase, sheet, confirmation. */
export function RenewRecovery({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('office');
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  const [confirming, setConfirming] = useState(false);
  const stage = sheet === null ? 'renew' : confirming ? 'confirm' : 'sheet';
  const confirmed = () => {
    notifications.show({ color: 'success', message: t('recovery.renewed') });
    onClose();
  };
  // Once the key is shown the old sheet is void: the dialog stays until the new one is known to be on paper.
  return (
    <Dialog
      onClose={onClose}
      size={stage === 'sheet' ? 880 : 560}
      title={t(`recovery.${stage}.title`)}
      mayClose={sheet === null}
      keepOnClickOutside
    >
      <Text size="sm" mb="md">
        {t(`recovery.${stage}.text`)}
      </Text>
      {stage === 'renew' && (
        <AskForSheet
          onSheet={setSheet}
          leave={
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
          }
        />
      )}
      {stage === 'sheet' && sheet !== null && <SheetStep sheet={sheet} onNext={() => setConfirming(true)} />}
      {stage === 'confirm' && <ConfirmStep onBack={() => setConfirming(false)} onConfirmed={confirmed} />}
    </Dialog>
  );
}
