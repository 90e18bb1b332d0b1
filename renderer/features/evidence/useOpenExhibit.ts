import { type Route, useNavigation } from '../../app/route.ts';

/** Which exhibit is open, as the route says it, and how to open another or close it. */
export function useOpenExhibit(caseId: string, asOf: string | undefined) {
  const { route, go } = useNavigation();
  const place: Route = {
    screen: 'case',
    case: caseId,
    tab: 'evidence',
    ...(asOf === undefined ? {} : { asOf }),
  };
  return {
    item: route.screen === 'case' ? route.item : undefined,
    open: (exhibit: string) => go({ ...place, item: exhibit }),
    close: () => go(place),
  };
}
