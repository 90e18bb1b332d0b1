import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Renumbering } from '../../../../electron/core/features/bundles/drafts/model.ts';
import type { ExhibitRow } from '../../../../electron/core/features/evidence/model.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';

interface Props {
  readonly renumbers: Renumbering;
  readonly exhibits: ReadonlyMap<string, ExhibitRow>;
}

const mostNamed = 6;

/** Says plainly that numbers which are in the court's hands already will be others, and why. */
export function Renumbers({ renumbers, exhibits }: Props) {
  const { t } = useTranslation('bundles');
  const { version, removed, moved, inserted, sections, profile } = renumbers;
  const named = (ids: readonly string[]): string => {
    const numbers = ids.slice(0, mostNamed).map((id) => exhibitNumber(exhibits.get(id)?.number ?? id));
    const more = ids.length - numbers.length;
    return more > 0 ? t('renumbers.more', { numbers: numbers.join(', '), count: more }) : numbers.join(', ');
  };
  const why = [
    ...(removed.length === 0 ? [] : [t('renumbers.removed', { numbers: named(removed) })]),
    ...(moved.length === 0 ? [] : [t('renumbers.moved', { numbers: named(moved) })]),
    ...(inserted.length === 0 ? [] : [t('renumbers.inserted', { numbers: named(inserted) })]),
    ...(sections ? [t('renumbers.sections')] : []),
    ...(profile ? [t('renumbers.profile')] : []),
  ];
  return (
    <Alert
      variant="light"
      color="warning"
      p="xs"
      icon={<IconAlertTriangle size={16} />}
      title={t('renumbers.title', { version })}
    >
      {why.join('; ')}. {t('renumbers.advice')}
    </Alert>
  );
}
