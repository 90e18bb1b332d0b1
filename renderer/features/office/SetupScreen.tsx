import type { SessionInfo } from '../../../electron/core/features/office/model.ts';

interface Props {
  /** The vault is made and the recovery sheet confirmed. */
  readonly onDone: (session: SessionInfo) => void;
}

/** First run: the office, its first user, the recovery sheet. */
export function SetupScreen(_props: Props) {
  return null;
}
