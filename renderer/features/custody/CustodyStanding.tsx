import { Badge, Group, Text } from '@mantine/core';
import { IconCalendarDue, IconLock } from '@tabler/icons-react';
import { format } from 'date-fns';
import { useTranslation } from 'react-i18next';
import type { CustodyShown } from '../../../electron/core/features/custody/model.ts';
import { formatDate, formatDay } from '../../app/format.ts';

/** Where the exhibit is now: with whom, since when, under which seal, and until when it may stay. */
export function CustodyStanding({ shown }: { readonly shown: CustodyShown }) {
  const { t } = useTranslation('custody');
  const { phase, holder, since, seal, dueBack, backTo } = shown.state;
  if (phase === 'none') return null;
  const late = phase === 'out' && dueBack < format(new Date(), 'yyyy-MM-dd');
  return (
    <div>
      <Text size="sm">
        {t(`phase.${phase}`)} <strong>{holder}</strong>
        <Text span size="sm" c="dimmed">
          {` · ${t('since', { when: formatDate(since) })}`}
        </Text>
      </Text>
      <Group gap={6} mt={4}>
        {seal !== '' && (
          <Badge color="seal" variant="light" leftSection={<IconLock size={12} aria-hidden />}>
            {t('sealOn', { seal })}
          </Badge>
        )}
        {phase === 'out' && (
          <Badge
            color={late ? 'seal' : 'gray'}
            variant={late ? 'filled' : 'light'}
            leftSection={<IconCalendarDue size={12} aria-hidden />}
          >
            {t(late ? 'overdueTo' : 'dueTo', { day: formatDay(dueBack), name: backTo })}
          </Badge>
        )}
      </Group>
    </div>
  );
}
