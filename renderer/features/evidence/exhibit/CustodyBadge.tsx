import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustodyEvent } from '../../../../electron/core/features/evidence/model.ts';
import { useTerms } from '../terms.ts';
import { custodyIcons } from './custody-icons.ts';

const colours: Readonly<Record<CustodyEvent, string>> = {
  received: 'ink',
  transferred: 'ink',
  sealed: 'seal',
  opened: 'warning',
  examined: 'ink',
  returned: 'gray',
};

/** The last custody event of an exhibit. */
export function CustodyBadge({ event }: { readonly event: CustodyEvent | null }) {
  const { t } = useTranslation('evidence');
  const terms = useTerms();
  if (event === null) {
    return (
      <Badge variant="outline" color="gray">
        {t('noCustody')}
      </Badge>
    );
  }
  const Icon = custodyIcons[event];
  return (
    <Badge variant="light" color={colours[event]} leftSection={<Icon size={12} aria-hidden />}>
      {terms.event(event)}
    </Badge>
  );
}
