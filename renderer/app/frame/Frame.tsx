import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { caseTabs, NavigationContext } from '../route.ts';
import { useMay } from '../session.ts';
import { lockNow, useIdle } from '../useIdle.ts';
import { useRoute } from '../useRoute.ts';
import { CaseHeader } from './CaseHeader.tsx';
import { Failure } from './Failure.tsx';
import classes from './frame.module.css';
import { Leaving } from './Leaving.tsx';
import { openPalette, Palette } from './Palette.tsx';
import { Place } from './Place.tsx';
import { Rail } from './Rail.tsx';
import { showShortcuts } from './Shortcuts.tsx';
import { useNotices } from './useNotices.ts';

const CheckInAlarms = lazy(() =>
  import('../../features/operations/index.ts').then((all) => ({ default: all.CheckInAlarms })),
);

/** The window while somebody works: the rail at the left, the case's head, the page. */
export function Frame() {
  const navigation = useRoute();
  const { route, go, back } = navigation;
  const mayRead = useMay('operation.read');
  useIdle();
  useNotices();
  useHotkeys(
    [
      ['mod+L', lockNow],
      ['mod+K', openPalette],
      ['mod+shift+F', () => go({ screen: 'search' })],
      ['alt+ArrowLeft', back],
      ['F1', showShortcuts],
      ...caseTabs.map((tab, index): [string, () => void] => [
        `mod+${index + 1}`,
        () => {
          if (route.screen === 'case') go({ screen: 'case', case: route.case, tab, ...past(route.asOf) });
        },
      ]),
    ],
    [],
  );
  // Unlike the others this key is a character: it is left alone where somebody types.
  useHotkeys([['shift+?', showShortcuts]]);
  return (
    <NavigationContext value={navigation}>
      <div className={classes.window}>
        <Rail />
        <main className={classes.main}>
          {mayRead && (
            <Suspense>
              <CheckInAlarms />
            </Suspense>
          )}
          {route.screen === 'case' && <CaseHeader route={route} />}
          <div className={classes.page}>
            <Failure key={placeKey(route)}>
              <Suspense>
                <Place route={route} />
              </Suspense>
            </Failure>
          </div>
        </main>
      </div>
      <Palette />
      <Leaving />
    </NavigationContext>
  );
}

function past(asOf: string | undefined) {
  return asOf === undefined ? {} : { asOf };
}

function placeKey(route: ReturnType<typeof useRoute>['route']): string {
  if (route.screen === 'operations') return `${route.screen} ${route.operation} ${route.tab}`;
  return route.screen === 'case' ? `${route.case} ${route.tab}` : route.screen;
}
