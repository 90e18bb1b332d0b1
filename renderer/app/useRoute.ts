import { useCallback, useMemo, useRef, useState } from 'react';
import type { Navigation, Route } from './route.ts';
import { isUnsaved } from './unsaved.ts';

const start: Route = { screen: 'cases' };
const remembered = 50;

type Trail = readonly Route[];

/** Whether the same thing stays open: another page of it is no other place. */
function isSamePlace(a: Route, b: Route): boolean {
  if (a.screen === 'operations' && b.screen === 'operations')
    return a.operation === b.operation && a.tab === b.tab;
  if (a.screen !== 'case' || b.screen !== 'case') return a.screen === b.screen;
  return a.case === b.case && a.tab === b.tab && a.item === b.item && a.asOf === b.asOf;
}

/** Where the person is, and the way back. Kept in memory only. Away from what was not kept it asks first. */
export function useRoute(): Navigation {
  const [trail, setTrail] = useState<Trail>([start]);
  const [held, setHeld] = useState<Trail | null>(null);
  const now = useRef(trail);
  now.current = trail;
  const move = useCallback((next: Trail) => {
    const [here, there] = [now.current.at(-1) ?? start, next.at(-1) ?? start];
    if (isUnsaved() && !isSamePlace(here, there)) setHeld(next);
    else {
      now.current = next;
      setTrail(next);
    }
  }, []);
  const go = useCallback((route: Route) => move([...now.current, route].slice(-remembered)), [move]);
  const back = useCallback(() => {
    if (now.current.length > 1) move(now.current.slice(0, -1));
  }, [move]);
  const route = trail.at(-1) ?? start;
  const leaving = useMemo(
    () =>
      held === null
        ? null
        : {
            stay: () => setHeld(null),
            leave: () => {
              setHeld(null);
              setTrail(held);
            },
          },
    [held],
  );
  return useMemo(() => ({ route, go, back, leaving }), [route, go, back, leaving]);
}
