import type { AgentRow } from '../../../../electron/core/features/operations/model.ts';
import type { InDialog, InOperation } from '../types.ts';

export interface OfAgent extends InOperation {
  readonly agent: AgentRow;
}
export interface AgentDialog extends InDialog {
  readonly agent: AgentRow;
}
