import { useTranslation } from 'react-i18next';
import type { Redaction } from '../../../electron/core/features/marking/model.ts';

/** The ground on which something is kept back, in words. */
export function useGroundText(): (of: Pick<Redaction, 'ground' | 'groundText'>) => string {
  const { t } = useTranslation('marking');
  return ({ ground, groundText }) => (ground === 'other' ? groundText : t(`ground.${ground}`));
}
