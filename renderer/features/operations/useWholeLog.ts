import { useEffect } from 'react';
import type { LogRow } from '../../../electron/core/features/operations/model.ts';
import { usePages } from '../../app/usePages.ts';

/** All entries of an operation's log, for what is decided or chosen among all of them; null until every one is there. */
export function useWholeLog(operation: string): {
  readonly log: readonly LogRow[] | null;
  readonly error: Error | null;
} {
  const { rows, total, onRange, error, pending } = usePages('operations.log', { operation });
  useEffect(() => onRange(0, Math.max(0, total - 1)), [onRange, total]);
  const log = rows.filter((row) => row !== undefined);
  return { log: pending || log.length < total ? null : log, error };
}
