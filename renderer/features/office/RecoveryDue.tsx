import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet, SessionInfo } from '../../../electron/core/features/office/model.ts';
import { call } from '../../app/core.ts';
import { Entrance } from './entrance/Entrance.tsx';
import { AskForSheet } from './recovery/AskForSheet.tsx';
import { ConfirmStep } from './recovery/ConfirmStep.tsx';
import { SheetStep } from './recovery/SheetStep.tsx';

interface Props {
  readonly session: SessionInfo;
  readonly onDone: (session: SessionInfo) => void;
}

/** The last sheet was never confirmed and its key is gone: before anything else, an administrator issues a new one. */
export function RecoveryDue({ session, onDone }: Props) {
  const { t } = useTranslation('office');
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  const [confirming, setConfirming] = useState(false);
  const stage = sheet === null ? 'due' : confirming ? 'confirm' : 'sheet';
  return (
    <Entrance
      title={t(`recovery.${stage}.title`)}
      text={t(`recovery.${stage}.text`)}
      wide={stage === 'sheet'}
    >
      {stage === 'due' && (
        <AskForSheet
          onSheet={setSheet}
          leave={
            <Button variant="default" onClick={() => void call('vault.lock', {})}>
              {t('recovery.lock')}
            </Button>
          }
        />
      )}
      {stage === 'sheet' && sheet !== null && <SheetStep sheet={sheet} onNext={() => setConfirming(true)} />}
      {stage === 'confirm' && (
        <ConfirmStep
          onBack={() => setConfirming(false)}
          onConfirmed={() => onDone({ ...session, recoveryConfirmed: true })}
        />
      )}
    </Entrance>
  );
}
