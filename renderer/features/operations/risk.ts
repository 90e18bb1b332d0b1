import type { RiskLevel, riskLevels } from '../../../electron/core/features/operations/model.ts';

export const levels: typeof riskLevels = ['none', 'low', 'medium', 'high', 'critical'];

/** The level that a form's text names. */
export function riskOf(text: string): RiskLevel {
  return levels.find((each) => each === text) ?? 'none';
}
