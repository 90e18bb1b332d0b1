import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustodyEvent } from '../../../electron/core/features/custody/model.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { custodyIcons } from './custody-icons.ts';

const colours: Readonly<Record<CustodyEvent, string>> = {
  received: 'ink',
  transferred: 'ink',
  sealed: 'seal',
  opened: 'warning',
  examined: 'ink',
  sampled: 'ink',
  copied: 'ink',
  returned: 'gray',
  destroyed: 'gray',
};

/** The last custody event of an exhibit. */
export function CustodyBadge({ event }: { readonly event: CustodyEvent | null }) {
  const { t } = useTranslation('custody');
  const terms = useOfficeTerms();
  if (event === null) {
    return (
      <Text span size="xs" c="dimmed" flex="none">
        {t('noEvents')}
      </Text>
    );
  }
  const Icon = custodyIcons[event];
  return (
    <Badge variant="light" flex="none" color={colours[event]} leftSection={<Icon size={12} aria-hidden />}>
      {terms.event(event)}
    </Badge>
  );
}
