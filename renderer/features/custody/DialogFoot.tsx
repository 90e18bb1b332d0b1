import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly save: string;
  readonly pending: boolean;
  readonly onClose: () => void;
}

/** What is written stays: said beside the button that writes it. */
export function DialogFoot({ save, pending, onClose }: Props) {
  const { t } = useTranslation('custody');
  return (
    <Group justify="space-between" align="center" wrap="nowrap">
      <Text size="xs" c="dimmed">
        {t('stays')}
      </Text>
      <Group gap="sm" wrap="nowrap">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={pending}>
          {save}
        </Button>
      </Group>
    </Group>
  );
}
