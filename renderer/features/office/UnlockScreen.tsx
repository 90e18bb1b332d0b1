import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionInfo } from '../../../electron/core/features/office/model.ts';
import { Entrance } from './entrance/Entrance.tsx';
import { OlderVault } from './unlock/OlderVault.tsx';
import { UnlockForm } from './unlock/UnlockForm.tsx';
import { useUnlock } from './unlock/useUnlock.ts';

interface Props {
  readonly waitSeconds: number;
  readonly onUnlocked: (session: SessionInfo) => void;
}

/** The vault is locked: a name and a passphrase open it. */
export function UnlockScreen({ waitSeconds, onUnlocked }: Props) {
  const { t } = useTranslation('office');
  const unlocking = useUnlock(waitSeconds, onUnlocked);
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [accepted, setAccepted] = useState(false);
  const [older, setOlder] = useState<Error | null>(null);

  const open = async (acceptOlder: boolean) => {
    setAccepted(acceptOlder);
    await unlocking.open({ name: name.trim(), passphrase, ...(acceptOlder ? { acceptOlder } : {}) });
  };
  if (unlocking.code === 'vault.rolledBack' && unlocking.error !== null && older !== unlocking.error) {
    setOlder(unlocking.error);
  }
  const leave = () => {
    setOlder(null);
    setAccepted(false);
    setPassphrase('');
    unlocking.clear();
  };

  if (older !== null) {
    return (
      <Entrance title={t('older.title')}>
        <OlderVault
          error={older}
          busy={unlocking.busy}
          refused={accepted && !unlocking.busy}
          onAccept={() => void open(true)}
          onLeave={leave}
        />
      </Entrance>
    );
  }
  return (
    <Entrance title={t('unlock.title')} text={t('unlock.text')}>
      <UnlockForm
        name={name}
        passphrase={passphrase}
        onName={setName}
        onPassphrase={setPassphrase}
        unlocking={unlocking}
        onSubmit={() => open(false)}
      />
    </Entrance>
  );
}
