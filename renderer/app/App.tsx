import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { RecoveryDue, SetupScreen, UnlockScreen } from '../features/office/index.ts';
import { Frame } from './frame/Frame.tsx';
import { SessionContext } from './session.ts';
import { useVault } from './useVault.ts';

/** What the vault's state asks for: set up, unlock, a recovery sheet, or the work itself. */
export function App() {
  const vault = useVault();
  if (vault.error !== null) return <ErrorNotice error={vault.error} onRetry={vault.look} />;
  if (vault.status === null) return null;
  const { session } = vault;
  if (session === null) {
    if (vault.status.state === 'absent') return <SetupScreen onDone={vault.entered} />;
    return <UnlockScreen waitSeconds={vault.status.waitSeconds} onUnlocked={vault.entered} />;
  }
  if (!session.recoveryConfirmed && session.rights.includes('office.manage')) {
    return <RecoveryDue session={session} onDone={vault.entered} />;
  }
  return (
    <SessionContext value={session}>
      <Frame />
    </SessionContext>
  );
}
