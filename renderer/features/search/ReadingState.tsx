import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.ts';
import { formatNumber } from '../../app/format.ts';

/** Says what a search cannot find yet, because it has not been read. */
export function ReadingState({ caseId }: { readonly caseId: string | null }) {
  const { t } = useTranslation('search');
  const { data } = useCore('reading.progress', caseId === null ? {} : { case: caseId }, {
    keepPrevious: true,
  });
  if (data === undefined) return null;
  const parts = (['waiting', 'scanned', 'failed'] as const)
    .filter((state) => data[state] > 0)
    .map((state) => t(`reading.${state}`, { count: data[state], shown: formatNumber(data[state]) }));
  if (parts.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" role="status">
      {parts.join(' · ')}
    </Text>
  );
}
