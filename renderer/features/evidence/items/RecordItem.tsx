import {
  Button,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemCategory, Serial } from '../../../../electron/core/features/evidence/items/model.ts';
import { CoreError, useCommand } from '../../../app/core.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import classes from './items.module.css';
import { itemCategories } from './lists.ts';
import { OccasionForm, PresentForm } from './OccasionForm.tsx';
import { doubtedIn, noOccasion, refusedIn } from './occasion.ts';
import { SerialsForm } from './SerialsForm.tsx';

interface Props {
  readonly caseId: string;
  /** The item that the new one is inside of. */
  readonly inside?: { readonly id: string; readonly number: string } | undefined;
  readonly onClose: () => void;
  readonly onRecorded: (exhibit: string) => void;
}

const blank = { name: '', description: '', packaging: '', seal: '' };

/** One thing that lies in the store, with all that is known of it. */
export function RecordItem({ caseId, inside, onClose, onRecorded }: Props) {
  const { t } = useTranslation('items');
  const record = useCommand('evidence.recordItems');
  const [category, setCategory] = useState<ItemCategory | null>(null);
  const [text, setText] = useState(blank);
  const [quantity, setQuantity] = useState<number | string>('');
  const [serials, setSerials] = useState<readonly Serial[]>([]);
  const [occasion, setOccasion] = useState(noOccasion);
  const ready = category !== null && text.name.trim() !== '' && !record.isPending;
  const doubted = doubtedIn(record.error)?.value;
  const wrong =
    record.error instanceof CoreError && record.error.body.code === 'call.invalid'
      ? String(record.error.body.params.field ?? '')
      : undefined;
  const set = (field: keyof typeof blank) => ({
    label: t(`field.${field}`),
    autoComplete: 'off',
    value: text[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setText({ ...text, [field]: event.currentTarget.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || category === null) return;
    const item = {
      ...text,
      category,
      serials: serials.filter(({ value }) => value.trim() !== ''),
      ...(typeof quantity === 'number' ? { quantity } : {}),
      ...(inside === undefined ? {} : { parent: inside.id }),
    };
    record.mutate(
      { case: caseId, occasion, items: [item] },
      {
        onSuccess: ([made]) => {
          onClose();
          if (made !== undefined) onRecorded(made.exhibit);
        },
      },
    );
  };
  const title =
    inside === undefined
      ? t('record.title')
      : t('record.titleInside', { number: exhibitNumber(inside.number) });

  return (
    <Dialog title={title} size={860} onClose={onClose} mayClose={!record.isPending} keepOnClickOutside>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="xs" c="dimmed">
            {t('record.help')}
          </Text>
          <Section title={t('record.what')}>
            <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" className={classes.what ?? ''}>
              <Select
                data-autofocus
                label={t('field.category')}
                placeholder={t('record.chooseCategory')}
                withAsterisk
                searchable
                data={itemCategories.map((each) => ({ value: each, label: t(`category.${each}`) }))}
                value={category}
                onChange={(value) => setCategory(itemCategories.find((each) => each === value) ?? null)}
              />
              <TextInput
                {...set('name')}
                withAsterisk
                placeholder={t('record.nameExample')}
                maxLength={1_000}
              />
              <NumberInput
                label={t('field.quantity')}
                min={1}
                max={999_999_999}
                allowDecimal={false}
                value={quantity}
                onChange={setQuantity}
              />
            </SimpleGrid>
            <Textarea {...set('description')} autosize minRows={1} maxRows={4} />
          </Section>
          <Section title={t('record.numbers')}>
            <SerialsForm value={serials} onChange={setSerials} doubted={doubted} />
          </Section>
          <Section title={t('record.packing')}>
            <SimpleGrid cols={2} spacing="sm">
              <TextInput {...set('packaging')} placeholder={t('record.packagingExample')} maxLength={500} />
              <TextInput {...set('seal')} maxLength={200} />
            </SimpleGrid>
          </Section>
          <Section title={t('record.where')}>
            <OccasionForm
              caseId={caseId}
              value={occasion}
              wrong={wrong}
              onChange={(change) => setOccasion({ ...occasion, ...change })}
            />
          </Section>
          <Section title={t('record.who')}>
            <PresentForm
              caseId={caseId}
              value={occasion.present}
              onChange={(present) => setOccasion({ ...occasion, present })}
            />
          </Section>
          {record.error !== null && doubted === undefined && (
            <>
              <ErrorNotice error={record.error} />
              {refusedIn(record.error)?.field === 'serials' && (
                <Text size="sm">{t('record.serialForm')}</Text>
              )}
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={record.isPending}>
              {t('record.cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={record.isPending}>
              {t('record.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.section}>
      <legend className={classes.legend}>{title}</legend>
      <Stack gap="xs">{children}</Stack>
    </fieldset>
  );
}
