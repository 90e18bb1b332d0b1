import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

interface Props {
  readonly error: Error;
  readonly busy: boolean;
  /** It was already accepted once and refused: the person does not administer the office. */
  readonly refused: boolean;
  readonly onAccept: () => void;
  readonly onLeave: () => void;
}

/** The database is older than this computer last saw it. An administrator may open it so; it stays on record. */
export function OlderVault({ error, busy, refused, onAccept, onLeave }: Props) {
  const { t } = useTranslation('office');
  const [understood, setUnderstood] = useState(false);
  return (
    <Stack gap="md">
      <ErrorNotice error={error} />
      <Text size="sm">{t('older.meaning')}</Text>
      {refused ? (
        <Text size="sm" fw={500} role="alert">
          {t('older.refused')}
        </Text>
      ) : (
        <Checkbox
          size="sm"
          checked={understood}
          onChange={(event) => setUnderstood(event.currentTarget.checked)}
          label={t('older.understood')}
        />
      )}
      <Group justify="space-between">
        <Button variant="default" onClick={onLeave} disabled={busy} autoFocus>
          {refused ? t('common:back') : t('older.leave')}
        </Button>
        {!refused && (
          <Button color="seal" onClick={onAccept} loading={busy} disabled={!understood}>
            {t('older.accept')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
