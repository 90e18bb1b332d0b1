import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { SessionInfo } from '../../electron/core/features/office/model.ts';
import { BundlesPage } from '../features/bundles/index.ts';
import { CaseSummary, CasesPage } from '../features/cases/index.ts';
import { EvidencePage } from '../features/evidence/index.ts';
import { RecoveryDue, SettingsPage, SetupScreen, UnlockScreen, UsersPage } from '../features/office/index.ts';
import { PeoplePage } from '../features/people/index.ts';
import { AuditPage, TimelinePage } from '../features/timeline/index.ts';
import { call } from './core.ts';
import { NavigationContext, type Route } from './route.ts';
import { SessionContext } from './session.ts';

function Place({ route }: { readonly route: Route }) {
  if (route.screen === 'cases') return <CasesPage />;
  if (route.screen === 'users') return <UsersPage />;
  if (route.screen === 'audit') return <AuditPage />;
  if (route.screen === 'settings') return <SettingsPage />;
  const at = { caseId: route.case, asOf: route.asOf };
  if (route.tab === 'people') return <PeoplePage {...at} />;
  if (route.tab === 'evidence') return <EvidencePage {...at} />;
  if (route.tab === 'timeline') return <TimelinePage {...at} />;
  if (route.tab === 'bundles') return <BundlesPage {...at} />;
  return <CaseSummary {...at} />;
}

export function App() {
  const [state, setState] = useState<'absent' | 'locked' | 'unlocked' | null>(null);
  const [session, setSession] = useState<SessionInfo | null>(null);
  const [route, go] = useState<Route>({ screen: 'cases' });
  const client = useQueryClient();
  useEffect(() => {
    void call('vault.status', {}).then((status) => setState(status.state));
    void call('vault.session', {}).then(setSession);
    return window.custodia.onEvent((event) => {
      if (event.name === 'locked') {
        setSession(null);
        setState('locked');
      }
      if (event.name === 'changed') void client.invalidateQueries();
    });
  }, [client]);
  const navigation = useMemo(() => ({ route, go, back: () => go({ screen: 'cases' }) }), [route]);
  if (state === null) return null;
  if (session === null && state === 'absent') return <SetupScreen onDone={setSession} />;
  if (session === null) return <UnlockScreen waitSeconds={0} onUnlocked={setSession} />;
  if (!session.recoveryConfirmed && session.rights.includes('office.manage'))
    return <RecoveryDue session={session} onDone={setSession} />;
  return (
    <SessionContext value={session}>
      <NavigationContext value={navigation}>
        <Place route={route} />
      </NavigationContext>
    </SessionContext>
  );
}
