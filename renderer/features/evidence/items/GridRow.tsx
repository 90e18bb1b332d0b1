import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ChangeEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cell, cells } from './draft.ts';
import classes from './items.module.css';
import { itemCategories, serialLabels } from './lists.ts';
import type { DraftItem } from './occasion.ts';

interface Props {
  readonly row: DraftItem;
  readonly at: number;
  /** The field that the core could not take. */
  readonly wrong: string | undefined;
  readonly onChange: (part: Partial<DraftItem>) => void;
  readonly onKeyDown: (event: KeyboardEvent, cell: number) => void;
  readonly onRemove: (() => void) | undefined;
}

const lengths: Readonly<Partial<Record<Cell, number>>> = {
  name: 1_000,
  packaging: 500,
  serial: 180,
  quantity: 9,
  insideRow: 3,
};

/** One thing in the grid: every cell an input, so that the keyboard never leaves it. */
export function GridRow({ row, at, wrong, onChange, onKeyDown, onRemove }: Props) {
  const { t } = useTranslation('items');
  const label = (id: Cell): string => {
    const key = { label: 'batch.serialLabel', serial: 'batch.serial', insideRow: 'batch.insideRow' } as const;
    return id in key ? t(key[id as keyof typeof key]) : t(`field.${id}`);
  };
  return (
    <tr>
      <td className={classes.position}>{at + 1}</td>
      {cells.map(({ id, field }, cell) => {
        const common = {
          size: 'xs',
          variant: 'unstyled',
          px: 4,
          'aria-label': `${t('batch.row', { row: at + 1 })}: ${label(id)}`,
          'aria-invalid': wrong === field,
          'data-cell': `${at}-${cell}`,
          ...(at === 0 && cell === 0 ? { 'data-autofocus': true } : {}),
          value: row[id],
          onKeyDown: (event: KeyboardEvent) => onKeyDown(event, cell),
        } as const;
        const change = (event: ChangeEvent<HTMLInputElement>) => {
          const value = event.currentTarget.value;
          const isCount = id === 'quantity' || id === 'insideRow';
          onChange({ [id]: isCount ? value.replaceAll(/\D/g, '') : value });
        };
        return (
          <td key={id} data-wrong={wrong === field || undefined}>
            {id === 'category' ? (
              <NativeSelect
                {...common}
                data={itemCategories.map((value) => ({ value, label: t(`category.${value}`) }))}
                onChange={({ currentTarget: { value } }) =>
                  onChange({ category: itemCategories.find((each) => each === value) ?? 'other' })
                }
              />
            ) : id === 'label' ? (
              <NativeSelect
                {...common}
                data={serialLabels.map((value) => ({ value, label: t(`serial.${value}`) }))}
                onChange={({ currentTarget: { value } }) =>
                  onChange({ label: serialLabels.find((each) => each === value) ?? 'other', sic: false })
                }
              />
            ) : (
              <TextInput {...common} autoComplete="off" maxLength={lengths[id] ?? 200} onChange={change} />
            )}
          </td>
        );
      })}
      <td>
        {onRemove !== undefined && (
          <ActionIcon
            size="sm"
            color="gray"
            tabIndex={-1}
            aria-label={t('batch.removeRow', { row: at + 1 })}
            onClick={onRemove}
          >
            <IconX size={14} />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
