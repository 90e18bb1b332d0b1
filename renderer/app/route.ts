import { createContext, useContext } from 'react';

export const caseTabs = ['summary', 'people', 'evidence', 'seizures', 'timeline', 'bundles'] as const;
export type CaseTab = (typeof caseTabs)[number];

export const operationTabs = [
  'summary',
  'authority',
  'agents',
  'log',
  'reports',
  'money',
  'safety',
  'end',
  'disclosure',
  'timeline',
] as const;
export type OperationTab = (typeof operationTabs)[number];

/**
 * Where the person is. `item` is the exhibit, person or asset that is open, `page` (from 0; of a recording the second) and
 * `find` where in it and which words; `asOf` shows the file as it stood then.
 */
export type Route =
  | { readonly screen: 'cases' }
  | { readonly screen: 'deadlines' }
  | { readonly screen: 'seizures' }
  | { readonly screen: 'search' }
  | {
      readonly screen: 'case';
      readonly case: string;
      readonly tab: CaseTab;
      readonly item?: string;
      readonly page?: number;
      readonly find?: string;
      readonly asOf?: string;
    }
  | { readonly screen: 'operations'; readonly operation?: string; readonly tab?: OperationTab }
  | { readonly screen: 'users' }
  | { readonly screen: 'audit' }
  | { readonly screen: 'settings' };

export interface Navigation {
  readonly route: Route;
  go(route: Route): void;
  back(): void;
  /** Not null while a person must say whether what was not kept is given up. */
  readonly leaving: { stay(): void; leave(): void } | null;
}

export const NavigationContext = createContext<Navigation | null>(null);

/** The current place and how to leave it. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('useNavigation outside the frame');
  return navigation;
}
