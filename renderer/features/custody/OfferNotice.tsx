import { Button } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.ts';

interface Props {
  readonly caseId: string;
  readonly onOpen: (exhibit: string) => void;
}

/** Tells the person that hand-overs of this case wait for their signature; opens the first. */
export function OfferNotice({ caseId, onOpen }: Props) {
  const { t } = useTranslation('custody');
  const { data = [] } = useCore('custody.offers', {});
  const mine = data.filter((offer) => offer.case === caseId);
  const first = mine[0]?.exhibits[0];
  if (first === undefined) return null;
  return (
    <Button
      size="xs"
      flex="none"
      ml="sm"
      variant="light"
      leftSection={<IconSignature size={16} />}
      onClick={() => onOpen(first.exhibit)}
    >
      {t('offer.mine', { count: mine.length })}
    </Button>
  );
}
