import { useNavigation } from '../../../app/route.ts';

export interface Sought {
  readonly page: number | undefined;
  readonly find: string;
  /** Another one each time that somebody asks to be led there. */
  readonly asked: object;
}

/** Where in the exhibit a search led: its page (from 0; of a recording the second) and the words found there. */
export function useSought(): Sought {
  const { route } = useNavigation();
  if (route.screen !== 'case') return { page: undefined, find: '', asked: route };
  return { page: route.page, find: route.find ?? '', asked: route };
}
