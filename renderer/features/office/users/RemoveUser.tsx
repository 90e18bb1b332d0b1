import { Button, Group, Stack, Text } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserRow } from '../../../../electron/core/features/office/model.ts';
import { useCommand } from '../../../app/core.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

interface Props {
  readonly user: UserRow;
  readonly onClose: () => void;
  /** Takes the keyboard when the row's buttons are gone. */
  readonly fallback: RefObject<HTMLElement | null>;
}

/** Ends a person's access, after saying what that does and what it does not. */
export function RemoveUser({ user, onClose, fallback }: Props) {
  const { t } = useTranslation('office');
  const remove = useCommand('users.remove');
  return (
    <Dialog
      onClose={onClose}
      size={520}
      title={t('remove.title', { name: user.name })}
      mayClose={!remove.isPending}
      fallback={fallback}
    >
      <Stack gap="sm">
        {(['access', 'key', 'kept', 'name'] as const).map((line) => (
          <Text key={line} size="sm">
            {t(`remove.${line}`, { name: user.name })}
          </Text>
        ))}
        {remove.error !== null && <ErrorNotice error={remove.error} />}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose} disabled={remove.isPending} data-autofocus>
            {t('common:cancel')}
          </Button>
          <Button
            color="seal"
            loading={remove.isPending}
            onClick={() => remove.mutate({ user: user.id }, { onSuccess: onClose })}
          >
            {t('remove.do')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
