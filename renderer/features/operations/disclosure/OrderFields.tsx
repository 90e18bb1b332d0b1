import { Fieldset, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DisclosureOrder } from '../../../../electron/core/features/operations/model.ts';
import { DayInput } from '../../../components/DayInput.tsx';

interface Props {
  readonly legend: string;
  readonly order: DisclosureOrder;
  readonly onChange: (order: DisclosureOrder) => void;
}

/** Who ordered it, by which paper, when. */
export function OrderFields({ legend, order, onChange }: Props) {
  const { t } = useTranslation('operations');
  return (
    <Fieldset legend={legend} p="xs">
      <SimpleGrid cols={3} spacing="sm">
        <TextInput
          label={t('field.orderAuthority')}
          withAsterisk
          maxLength={500}
          value={order.authority}
          onChange={(event) => onChange({ ...order, authority: event.currentTarget.value })}
        />
        <TextInput
          label={t('field.orderNumber')}
          withAsterisk
          maxLength={500}
          value={order.number}
          onChange={(event) => onChange({ ...order, number: event.currentTarget.value })}
        />
        <DayInput
          label={t('field.orderDay')}
          withAsterisk
          maxDate={new Date()}
          value={order.day}
          onChange={(day) => onChange({ ...order, day })}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
