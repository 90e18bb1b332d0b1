import type { Hit } from '../../../electron/core/features/search/model.ts';
import { useNavigation } from '../../app/route.ts';

/** Opens what was found, where it stands: at its page, with the words to be found again there. */
export function useOpenHit(text: string): (hit: Hit) => void {
  const { go } = useNavigation();
  return (hit) => {
    const at = { screen: 'case', case: hit.case } as const;
    switch (hit.kind) {
      case 'case':
        return go({ ...at, tab: 'summary' });
      case 'person':
        return go({ ...at, tab: 'people', item: hit.id });
      case 'exhibit':
        return go({ ...at, tab: 'evidence', item: hit.id });
      case 'page':
      case 'speech':
        return go({
          ...at,
          tab: 'evidence',
          item: hit.id,
          ...(hit.page === null ? {} : { page: hit.page }),
          find: hit.context.find((piece) => piece.found)?.text ?? text,
        });
      case 'asset':
        return go({ ...at, tab: 'seizures', item: hit.id });
      case 'entry':
        // A line about an exhibit or an asset leads to it; its custody, its marks, its measure lie there.
        if (hit.number.includes('/E-')) return go({ ...at, tab: 'evidence', item: hit.id });
        return hit.number.includes('/B-')
          ? go({ ...at, tab: 'seizures', item: hit.id })
          : go({ ...at, tab: 'timeline' });
    }
  };
}
