import { Alert, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Warning } from '../../../../electron/core/features/seizures/model.ts';
import { CoreError } from '../../../app/core.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { WarningLines } from '../record/Warnings.tsx';

interface Props {
  readonly warnings: readonly Warning[];
  readonly error: Error | null;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** What is odd about it, and why it was not taken; a second asset with the same number is taken with a reason. */
export function Refused({ warnings, error, reason, onReason }: Props) {
  const { t } = useTranslation('seizures');
  const refused = error instanceof CoreError && error.body.code === 'seizure.duplicate';
  const twice = refused || warnings.some(({ code }) => code === 'duplicate');
  return (
    <>
      {warnings.length > 0 && (
        <Alert
          variant="light"
          color="warning"
          icon={<IconAlertTriangle size={18} />}
          title={t('add.odd')}
          p="xs"
        >
          <WarningLines of={warnings} />
        </Alert>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {twice && (
        <TextInput
          label={t('add.duplicateReason')}
          withAsterisk
          maxLength={2_000}
          value={reason}
          onChange={(event) => onReason(event.currentTarget.value)}
        />
      )}
    </>
  );
}
