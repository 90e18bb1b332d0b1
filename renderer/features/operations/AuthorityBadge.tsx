import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Authority, OperationState } from '../../../electron/core/features/operations/model.ts';

const colours: Readonly<Record<Authority, string>> = {
  none: 'seal',
  coming: 'warning',
  inForce: 'success',
  expired: 'seal',
};

/** How the authorisation stands today; of an operation that is over, that it is. */
export function AuthorityBadge({
  of: { authority, state },
}: {
  readonly of: { readonly authority: Authority; readonly state: OperationState };
}) {
  const { t } = useTranslation('operations');
  if (state === 'ended') return <Badge color="gray">{t('ended')}</Badge>;
  return <Badge color={colours[authority]}>{t(`authority.${authority}`)}</Badge>;
}
