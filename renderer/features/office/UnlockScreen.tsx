import type { SessionInfo } from '../../../electron/core/features/office/model.ts';

interface Props {
  readonly waitSeconds: number;
  readonly onUnlocked: (session: SessionInfo) => void;
}

/** The vault is locked: a name and a passphrase open it. */
export function UnlockScreen(_props: Props) {
  return null;
}
