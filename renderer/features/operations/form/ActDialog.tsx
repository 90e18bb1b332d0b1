import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

interface Props {
  readonly title: string;
  readonly help?: string;
  readonly size?: number;
  readonly save: string;
  /** The command that the dialog sends. */
  readonly act: { readonly isPending: boolean; readonly error: Error | null };
  readonly form: { check(): boolean };
  /** Only when all that is required is there. */
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that writes one thing for good. A click beside it loses nothing; what is refused stays as it was typed. */
export function ActDialog({ title, help, size = 560, save, act, form, onSave, onClose, children }: Props) {
  const { t } = useTranslation('operations');
  return (
    <Dialog title={title} size={size} onClose={onClose} mayClose={!act.isPending} keepOnClickOutside>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (form.check() && !act.isPending) onSave();
        }}
      >
        <Stack gap="sm">
          {help !== undefined && (
            <Text size="sm" c="dimmed">
              {help}
            </Text>
          )}
          {children}
          {act.error !== null && <ErrorNotice error={act.error} />}
          <Group justify="space-between" wrap="nowrap">
            <Text size="xs" c="dimmed">
              {t('stays')}
            </Text>
            <Group gap="sm" wrap="nowrap">
              <Button variant="default" onClick={onClose} disabled={act.isPending}>
                {t('common:cancel')}
              </Button>
              <Button type="submit" loading={act.isPending}>
                {save}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
