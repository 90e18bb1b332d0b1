import { ActionIcon, Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Serial } from '../../../../electron/core/features/evidence/items/model.ts';
import classes from './items.module.css';
import { serialLabels } from './lists.ts';
import { isThatSerial } from './occasion.ts';

interface Props {
  readonly value: readonly Serial[];
  readonly onChange: (value: readonly Serial[]) => void;
  /** The number whose check digit is wrong, as the core has it. */
  readonly doubted: string | undefined;
}

/** The numbers by which an item is told from its like; a doubted one can be confirmed as read. */
export function SerialsForm({ value, onChange, doubted }: Props) {
  const { t } = useTranslation('items');
  const change = (at: number, next: Serial) =>
    onChange(value.map((each, index) => (index === at ? next : each)));
  return (
    <>
      {value.map((each, at) => {
        const isDoubted = doubted !== undefined && isThatSerial(each, doubted);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
          <div key={at}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <Select
                w={170}
                aria-label={t('record.label')}
                allowDeselect={false}
                data={serialLabels.map((label) => ({ value: label, label: t(`serial.${label}`) }))}
                value={each.label}
                onChange={(label) =>
                  change(at, {
                    label: serialLabels.find((known) => known === label) ?? 'other',
                    value: each.value,
                  })
                }
              />
              <TextInput
                className={classes.grow ?? ''}
                aria-label={t('record.value')}
                styles={{ input: { fontFamily: 'monospace' } }}
                autoComplete="off"
                error={
                  isDoubted && each.sic !== true ? t('record.checkDigit', { value: doubted }) : undefined
                }
                value={each.value}
                onChange={(event) => change(at, { label: each.label, value: event.currentTarget.value })}
              />
              <ActionIcon
                mt={4}
                color="gray"
                aria-label={t('record.remove')}
                title={t('record.remove')}
                onClick={() => onChange(value.filter((_, index) => index !== at))}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
            {(isDoubted || each.sic === true) && (
              <Checkbox
                mt={6}
                size="xs"
                label={t('record.sic')}
                checked={each.sic === true}
                onChange={(event) => {
                  const { label, value: number } = each;
                  change(
                    at,
                    event.currentTarget.checked
                      ? { label, value: number, sic: true }
                      : { label, value: number },
                  );
                }}
              />
            )}
          </div>
        );
      })}
      <Group>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          disabled={value.length >= 20}
          onClick={() => onChange([...value, { label: value.length === 0 ? 'imei' : 'serial', value: '' }])}
        >
          {t('record.addSerial')}
        </Button>
      </Group>
    </>
  );
}
