import { GiveUp } from '../../components/GiveUp.tsx';
import { useNavigation } from '../route.ts';

/** Asks before a place is left where something was not kept. */
export function Leaving() {
  const { leaving } = useNavigation();
  return leaving === null ? null : <GiveUp onStay={leaving.stay} onGiveUp={leaving.leave} />;
}
