import type { Route } from '../../app/route.ts';
import { OperationList } from './list/OperationList.tsx';
import { OperationPage } from './OperationPage.tsx';

type At = Extract<Route, { screen: 'operations' }>;

/** The operations of the person, or the one that is open. */
export function OperationsPage({ at }: { readonly at: At }) {
  if (at.operation === undefined) return <OperationList />;
  return <OperationPage key={at.operation} id={at.operation} tab={at.tab ?? 'summary'} />;
}
