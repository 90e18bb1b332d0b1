import type { ReactNode } from 'react';
import type { ViewTicket } from '../../../../electron/core/features/evidence/model.ts';
import type { Marked } from '../../marking/index.ts';
import type { Player } from '../../testimony/index.ts';

/** What every viewer is given. */
export interface ViewerProps {
  readonly view: ViewTicket;
  /** Asks for a new ticket. */
  readonly onRetry: () => void;
  /** What to do where the content cannot be shown. */
  readonly offer: ReactNode;
  /** What stands beside a recording, told where it is and able to go elsewhere in it. */
  readonly beside?: ((player: Player) => ReactNode) | undefined;
  /** Of which exhibit it is shown what is kept back; not of what is attached to a message. */
  readonly marked?: Marked | undefined;
}
