import type { OperationDetail } from '../../../electron/core/features/operations/model.ts';

/** What every part of the operation's page is given. */
export interface InOperation {
  readonly operation: OperationDetail;
}

export interface InDialog extends InOperation {
  readonly onClose: () => void;
}
