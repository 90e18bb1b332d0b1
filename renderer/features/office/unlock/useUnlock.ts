import { useState } from 'react';
import type { SessionInfo } from '../../../../electron/core/features/office/model.ts';
import { CoreError, call } from '../../../app/core.ts';
import { useAsk } from '../useAsk.ts';
import { useCountdown } from './useCountdown.ts';

export interface Unlocking {
  readonly open: (given: { name: string; passphrase: string; acceptOlder?: boolean }) => Promise<boolean>;
  readonly busy: boolean;
  /** Why it stayed closed; the wait is told by `wait` alone. */
  readonly error: CoreError | Error | null;
  readonly code: string | null;
  /** Seconds before the next attempt is heard. */
  readonly wait: number;
  readonly clear: () => void;
}

/** An attempt to open the vault, and the wait that failed ones earn. */
export function useUnlock(waitSeconds: number, onUnlocked: (session: SessionInfo) => void): Unlocking {
  const { ask, busy, error, clear } = useAsk('vault.unlock');
  const [settling, setSettling] = useState(false);
  const { left, start } = useCountdown(waitSeconds);
  const code = error instanceof CoreError ? error.body.code : null;
  const open: Unlocking['open'] = async (given) => {
    setSettling(true);
    const session = await ask(given);
    if (session === null) start((await call('vault.status', {})).waitSeconds);
    setSettling(false);
    if (session !== null) onUnlocked(session);
    return session !== null;
  };
  return {
    open,
    busy: busy || settling,
    error: code === 'unlock.wait' ? null : error,
    code,
    wait: left,
    clear,
  };
}
