import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly label: string;
  readonly pending: boolean;
  readonly onRemove: (reason: string) => void;
}

/** Nothing is taken away without saying why; the reason stands in the log. */
export function RemoveWithReason({ label, pending, onRemove }: Props) {
  const { t } = useTranslation('marking');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!asking) {
    return (
      <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <Group gap={4} wrap="nowrap">
      <TextInput
        size="xs"
        w={220}
        autoFocus
        aria-label={t('reason')}
        placeholder={t('reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            setAsking(false);
          }
        }}
      />
      <Button
        size="compact-xs"
        variant="default"
        loading={pending}
        disabled={reason.trim() === ''}
        onClick={() => onRemove(reason)}
      >
        {label}
      </Button>
    </Group>
  );
}
