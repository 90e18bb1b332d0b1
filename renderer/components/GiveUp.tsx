import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.tsx';

interface Props {
  readonly onStay: () => void;
  readonly onGiveUp: () => void;
}

/** Asks before what was written and not kept is given up. */
export function GiveUp({ onStay, onGiveUp }: Props) {
  const { t } = useTranslation('common');
  return (
    <Dialog title={t('giveUp.title')} size={440} onClose={onStay}>
      <Stack gap="sm">
        <Text size="sm">{t('giveUp.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" color="seal" onClick={onGiveUp}>
            {t('giveUp.leave')}
          </Button>
          <Button onClick={onStay}>{t('giveUp.stay')}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
