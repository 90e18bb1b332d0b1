import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SessionInfo, VaultStatus } from '../../electron/core/features/office/model.ts';
import { call } from './core.ts';
import { i18n, setLanguage } from './i18n.ts';
import { lockWasAsked } from './useIdle.ts';

/** The vault's state and who is signed in, kept true by the core's events. */
export function useVault() {
  const [status, setStatus] = useState<VaultStatus | null>(null);
  const [session, setSession] = useState<SessionInfo | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const client = useQueryClient();
  const isLocked = useRef(true);
  isLocked.current = session === null;

  const entered = useCallback((next: SessionInfo | null) => {
    if (next !== null) {
      setLanguage(next.office.language);
      notifications.clean();
    }
    setSession(next);
  }, []);

  const look = useCallback(() => {
    setError(null);
    const asking = async () => {
      const found = await call('vault.status', {});
      // Shown together: a page that is loaded anew finds the vault as it is.
      entered(found.state === 'unlocked' ? await call('vault.session', {}) : null);
      setStatus(found);
    };
    asking().catch((thrown: unknown) =>
      setError(thrown instanceof Error ? thrown : new Error(String(thrown))),
    );
  }, [entered]);

  /**
   * The office's own facts may have changed: its name, language, the person's roles. Whether the recovery sheet is
   * confirmed stays as it was at the entrance: a sheet that is on the screen must not be taken away half way.
   */
  const refresh = useCallback(() => {
    const asking = async () => {
      const next = await call('vault.session', {});
      setSession((now) =>
        now === null || next === null ? now : { ...next, recoveryConfirmed: now.recoveryConfirmed },
      );
    };
    asking().catch((thrown: unknown) =>
      setError(thrown instanceof Error ? thrown : new Error(String(thrown))),
    );
  }, []);

  useEffect(look, [look]);
  useEffect(
    () =>
      window.custodia.onEvent((event) => {
        if (event.name === 'changed') {
          void client.invalidateQueries();
          if (event.case === undefined) refresh();
        }
        if (event.name === 'checkInLate' && isLocked.current) tellUrgent();
        if (event.name !== 'locked') return;
        // Nothing that was shown stays in the page's memory, nor in what lies above the page.
        client.clear();
        modals.closeAll();
        notifications.clean();
        if (!lockWasAsked()) {
          const title = i18n.t('app:lockedItself.title');
          notifications.show({ title, message: i18n.t('app:lockedItself.text'), autoClose: false });
        }
        setSession(null);
        look();
      }),
    [client, refresh, look],
  );
  return { status, session, error, entered, look };
}

/** On the locked screen nobody is told what it is about: whoever opens the vault sees it if it is theirs to see. */
function tellUrgent(): void {
  const title = i18n.t('operations:alarm.locked');
  notifications.show({
    id: 'urgent',
    color: 'seal',
    title,
    message: i18n.t('operations:alarm.lockedText'),
    autoClose: false,
  });
}
