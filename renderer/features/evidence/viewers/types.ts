import type { ReactNode } from 'react';
import type { ViewTicket } from '../../../../electron/core/features/evidence/model.ts';

/** What every viewer is given. */
export interface ViewerProps {
  readonly view: ViewTicket;
  /** Asks for a new ticket. */
  readonly onRetry: () => void;
  /** What to do where the content cannot be shown. */
  readonly offer: ReactNode;
  /** What stands beside a recording, told where it is and able to go elsewhere in it. Seconds. */
  readonly beside?: ((time: number, seek: (to: number) => void) => ReactNode) | undefined;
}
