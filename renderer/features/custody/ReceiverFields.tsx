import { Autocomplete, PasswordInput, SegmentedControl, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReceivers } from './data.ts';
import { hows, type ReceiverField, type ReceiverTyped, receiverMissing } from './receiver.ts';

interface Props {
  readonly receiver: ReceiverTyped;
  readonly tried: boolean;
  readonly known: readonly string[];
  readonly onChange: (receiver: ReceiverTyped) => void;
}

/** Who receives, and how they confirm it. */
export function ReceiverFields({ receiver, tried, known, onChange }: Props) {
  const { t } = useTranslation('custody');
  const users = useReceivers();
  const missing = receiverMissing(receiver);
  const given = (field: ReceiverField) => ({
    size: 'sm' as const,
    value: receiver[field],
    error: tried && missing.includes(field) ? t('required') : undefined,
  });
  const set = (field: ReceiverField) => (value: string) => onChange({ ...receiver, [field]: value });
  return (
    <>
      <SegmentedControl
        aria-label={t('handOver.how')}
        fullWidth
        value={receiver.how}
        data={hows.map((value) => ({ value, label: t(`handOver.${value}`) }))}
        onChange={(value) => onChange({ ...receiver, how: hows.find((each) => each === value) ?? 'signs' })}
      />
      <SimpleGrid cols={2} spacing="sm">
        {receiver.how === 'paper' ? (
          <>
            <Autocomplete
              {...given('name')}
              label={t('field.to')}
              openOnFocus={false}
              data={[...new Set(known)]}
              required
              onChange={set('name')}
            />
            <TextInput
              {...given('document')}
              label={t('handOver.document')}
              required
              onChange={(event) => set('document')(event.currentTarget.value)}
            />
            <TextInput
              {...given('institution')}
              label={t('handOver.institution')}
              onChange={(event) => set('institution')(event.currentTarget.value)}
            />
          </>
        ) : (
          <>
            <Select
              {...given('user')}
              label={t('field.to')}
              data={[...users]}
              searchable
              required
              onChange={(value) => set('user')(value ?? '')}
            />
            {receiver.how === 'signs' && (
              <PasswordInput
                {...given('passphrase')}
                label={t('handOver.passphrase')}
                required
                autoComplete="off"
                onChange={(event) => set('passphrase')(event.currentTarget.value)}
              />
            )}
          </>
        )}
      </SimpleGrid>
    </>
  );
}
