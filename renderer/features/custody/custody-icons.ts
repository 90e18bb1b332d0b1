import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconCopy,
  IconFlame,
  IconInbox,
  IconLock,
  IconLockOpen,
  IconMicroscope,
  IconTestPipe,
  type TablerIcon,
} from '@tabler/icons-react';
import type { CustodyEvent } from '../../../electron/core/features/custody/model.ts';

/** A picture for each custody event. */
export const custodyIcons: Readonly<Record<CustodyEvent, TablerIcon>> = {
  received: IconInbox,
  transferred: IconArrowsExchange,
  sealed: IconLock,
  opened: IconLockOpen,
  examined: IconMicroscope,
  sampled: IconTestPipe,
  copied: IconCopy,
  returned: IconArrowBackUp,
  destroyed: IconFlame,
};
