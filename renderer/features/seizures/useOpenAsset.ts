import { type Route, useNavigation } from '../../app/route.ts';

interface Target {
  readonly id: string;
  readonly case: string;
}

/** Which asset is open, as the route says it, and how to open another or close it. One is always opened in its case. */
export function useOpenAsset(caseId: string | undefined, asOf: string | undefined) {
  const { route, go } = useNavigation();
  const place = (of: string): Route => ({
    screen: 'case',
    case: of,
    tab: 'seizures',
    ...(asOf === undefined ? {} : { asOf }),
  });
  return {
    item: route.screen === 'case' ? route.item : undefined,
    open: ({ id, case: of }: Target) => go({ ...place(of), item: id } as Route),
    close: () => {
      if (caseId !== undefined) go(place(caseId));
    },
  };
}
