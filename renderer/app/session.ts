import { createContext, useContext } from 'react';
import type { Right } from '../../electron/core/api/roles.ts';
import type { SessionInfo } from '../../electron/core/features/office/model.ts';

export const SessionContext = createContext<SessionInfo | null>(null);

/** Who is signed in. Only below the unlock screen. */
export function useSession(): SessionInfo {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside an unlocked vault');
  return session;
}

/** Whether to show a control; the core decides again when it is used. */
export function useMay(right: Right): boolean {
  return useSession().rights.includes(right);
}
