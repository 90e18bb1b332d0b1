import { useNavigation } from '../../../app/route.ts';

/** Where in the exhibit a search led: its page (from 0; of a recording the second) and the words found there. */
export function useSought(): { readonly page: number | undefined; readonly find: string } {
  const { route } = useNavigation();
  if (route.screen !== 'case') return { page: undefined, find: '' };
  return { page: route.page, find: route.find ?? '' };
}
