import { Chip, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HitKind, SearchResult } from '../../../electron/core/features/search/model.ts';
import { formatNumber } from '../../app/format.ts';
import { kinds } from './kinds.ts';

interface Props {
  readonly kind: HitKind | null;
  readonly counts: SearchResult['counts'] | undefined;
  readonly onKind: (kind: HitKind | null) => void;
}

/** What kinds of things were found, and how many of each. */
export function KindTabs({ kind, counts, onKind }: Props) {
  const { t } = useTranslation('search');
  return (
    <Chip.Group
      value={kind ?? 'all'}
      onChange={(value) => onKind(kinds.find((each) => each === value) ?? null)}
    >
      <Group gap={6}>
        <Chip size="xs" value="all">
          {t('kind.all')}
        </Chip>
        {kinds.map((each) => (
          <Chip key={each} size="xs" value={each}>
            {t(`kind.${each}`)}
            {counts !== undefined && kind === null && counts[each] > 0 && ` · ${formatNumber(counts[each])}`}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
