import { useCallback, useMemo, useState } from 'react';
import type { Navigation, Route } from './route.ts';

const start: Route = { screen: 'cases' };
const remembered = 50;

/** Where the person is, and the way back. Kept in memory only. */
export function useRoute(): Navigation {
  const [trail, setTrail] = useState<readonly Route[]>([start]);
  const go = useCallback((route: Route) => setTrail((past) => [...past, route].slice(-remembered)), []);
  const back = useCallback(() => setTrail((past) => (past.length > 1 ? past.slice(0, -1) : past)), []);
  const route = trail.at(-1) ?? start;
  return useMemo(() => ({ route, go, back }), [route, go, back]);
}
