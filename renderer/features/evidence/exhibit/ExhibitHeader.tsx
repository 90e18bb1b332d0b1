import { Badge, CloseButton, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExhibitDetail } from '../../../../electron/core/features/evidence/model.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { CustodyBadge } from '../../custody/index.ts';
import { textOf } from '../field-text.ts';
import { ExhibitIcon } from '../items/CategoryIcon.tsx';
import classes from './exhibit.module.css';

interface Props {
  readonly exhibit: ExhibitDetail;
  readonly onClose: () => void;
}

export function ExhibitHeader({ exhibit, onClose }: Props) {
  const { t } = useTranslation('evidence');
  return (
    <header className={classes.header}>
      <ExhibitIcon of={exhibit} size={22} />
      <Title order={2} className={classes.number}>
        {exhibitNumber(exhibit.number)}
      </Title>
      <Text className={classes.name} title={textOf(exhibit.fields.name)}>
        {textOf(exhibit.fields.name)}
      </Text>
      <Group gap={6} wrap="nowrap" flex="none">
        {exhibit.duplicateOf !== null && (
          <Badge color="warning">{t('duplicate', { number: exhibitNumber(exhibit.duplicateOf) })}</Badge>
        )}
        <CustodyBadge event={exhibit.custody} />
        <CloseButton aria-label={t('close')} title={t('close')} onClick={onClose} />
      </Group>
    </header>
  );
}
