import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CoreError } from '../../../app/core.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

/**
 * An error of a call that asked a signed-in person for the passphrase again. There the name is known and the vault is
 * open, so a refusal is told as what it is: not your passphrase.
 */
export function PassphraseRefused({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation('office');
  if (error === null) return null;
  if (!(error instanceof CoreError) || error.body.code !== 'unlock.refused')
    return <ErrorNotice error={error} />;
  return (
    <Alert role="alert" color="seal" variant="light" icon={<IconAlertTriangle size={18} />} p="xs">
      {t('passphrase.notYours')}
    </Alert>
  );
}
