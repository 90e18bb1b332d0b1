import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.ts';

/** All that a case's team learns of an operation, where its prosecutor allows it: that sealed material exists. */
export function SealedMaterial({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('operations');
  const { data } = useCore('operations.sealedMaterial', { case: caseId });
  return data?.exists === true ? <p>{t('sealedMaterial')}</p> : null;
}
