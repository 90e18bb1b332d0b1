import { lazy } from 'react';
import { SettingsPage, UsersPage } from '../../features/office/index.ts';
import type { Route } from '../route.ts';

/** Each page is fetched when it is first shown: the unlock screen does not wait for them. */
const CasesPage = lazy(() =>
  import('../../features/cases/index.ts').then((all) => ({ default: all.CasesPage })),
);
const CaseSummary = lazy(() =>
  import('../../features/cases/index.ts').then((all) => ({ default: all.CaseSummary })),
);
const PeoplePage = lazy(() =>
  import('../../features/people/index.ts').then((all) => ({ default: all.PeoplePage })),
);
const EvidencePage = lazy(() =>
  import('../../features/evidence/index.ts').then((all) => ({ default: all.EvidencePage })),
);
const TimelinePage = lazy(() =>
  import('../../features/timeline/index.ts').then((all) => ({ default: all.TimelinePage })),
);
const AuditPage = lazy(() =>
  import('../../features/timeline/index.ts').then((all) => ({ default: all.AuditPage })),
);
const SearchPage = lazy(() =>
  import('../../features/search/index.ts').then((all) => ({ default: all.SearchPage })),
);
const DeadlinesPage = lazy(() =>
  import('../../features/deadlines/index.ts').then((all) => ({ default: all.DeadlinesPage })),
);
const SeizuresPage = lazy(() =>
  import('../../features/seizures/index.ts').then((all) => ({ default: all.SeizuresPage })),
);
const OperationsPage = lazy(() =>
  import('../../features/operations/index.ts').then((all) => ({ default: all.OperationsPage })),
);
const BundlesPage = lazy(() =>
  import('../../features/bundles/index.ts').then((all) => ({ default: all.BundlesPage })),
);

/** The page of a route. */
export function Place({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'cases':
      return <CasesPage />;
    case 'deadlines':
      return <DeadlinesPage />;
    case 'seizures':
      return <SeizuresPage />;
    case 'operations':
      return <OperationsPage at={route} />;
    case 'search':
      return <SearchPage />;
    case 'users':
      return <UsersPage />;
    case 'audit':
      return <AuditPage />;
    case 'settings':
      return <SettingsPage />;
    case 'case':
      return <CasePlace route={route} />;
  }
}

function CasePlace({ route }: { readonly route: Extract<Route, { screen: 'case' }> }) {
  const at = { caseId: route.case, asOf: route.asOf };
  switch (route.tab) {
    case 'summary':
      return <CaseSummary {...at} />;
    case 'people':
      return <PeoplePage {...at} />;
    case 'evidence':
      return <EvidencePage {...at} />;
    case 'seizures':
      return <SeizuresPage {...at} />;
    case 'timeline':
      return <TimelinePage {...at} />;
    case 'bundles':
      return <BundlesPage {...at} />;
  }
}
