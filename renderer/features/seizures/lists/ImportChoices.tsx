import { Collapse, Group, Select, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportColumn } from '../../../../electron/core/features/seizures/lists/model.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { assetKinds } from '../lists.ts';
import { ExhibitPicker } from '../steps/ExhibitPicker.tsx';
import { useWords } from '../useWords.ts';
import { importColumns, useColumnName } from './columns.ts';
import classes from './lists.module.css';
import type { Choice } from './useImport.ts';

interface Props {
  readonly caseId: string;
  readonly columns: readonly ImportColumn[];
  readonly choice: Choice;
  readonly onChange: (change: Partial<Choice>) => void;
}

/** What each column was taken for, and what holds for rows that do not say it. */
export function ImportChoices({ caseId, columns, choice, onChange }: Props) {
  const { t } = useTranslation('assetlists');
  const name = useColumnName();
  const words = useWords();
  const [open, setOpen] = useState(columns.some(({ column }) => column === null));
  const { mapping, defaults } = choice;
  const taken = columns.filter(({ column }) => column !== null).length;
  return (
    <section className={classes.choices}>
      {columns.some(({ column }) => column === 'stage') && (
        <div className={classes.register}>
          <ExhibitPicker
            caseId={caseId}
            label={t('register')}
            value={choice.document ?? ''}
            onChange={(exhibit) => onChange({ document: exhibit === '' ? undefined : exhibit })}
          />
          <Text size="xs" c="dimmed">
            {t('registerHelp')}
          </Text>
        </div>
      )}
      <UnstyledButton aria-expanded={open} className={classes.fold} onClick={() => setOpen(!open)}>
        {open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        {t('columns', { taken, total: columns.length })}
      </UnstyledButton>
      <Collapse expanded={open}>
        <div className={classes.columns}>
          {columns.map(({ at, head, column }) => (
            <Select
              key={at}
              size="xs"
              label={head === '' ? t('columnAt', { at: at + 1 }) : head}
              placeholder={t('leftOut')}
              searchable
              clearable
              data={importColumns.map((value) => ({ value, label: name(value) }))}
              value={column !== null && importColumns.includes(column) ? column : null}
              onChange={(next) =>
                onChange({
                  mapping: [
                    ...mapping.filter((each) => each.at !== at),
                    { at, column: importColumns.find((each) => each === next) ?? null },
                  ],
                })
              }
            />
          ))}
        </div>
        <Group align="flex-end" mt="xs" gap="sm">
          <Select
            size="xs"
            label={t('defaultKind')}
            clearable
            data={assetKinds.map((value) => ({ value, label: words.kind(value) }))}
            value={defaults.kind ?? null}
            onChange={(kind) =>
              onChange({ defaults: { ...defaults, kind: assetKinds.find((each) => each === kind) } })
            }
          />
          <DayInput
            size="xs"
            label={t('defaultDay')}
            value={defaults.identifiedOn ?? ''}
            onChange={(day) =>
              onChange({ defaults: { ...defaults, identifiedOn: day === '' ? undefined : day } })
            }
          />
          <Select
            size="xs"
            label={t('defaultCurrency')}
            clearable
            data={['BOB', 'USD', 'EUR', 'ARS', 'BRL', 'CLP', 'PEN']}
            value={defaults.valueCurrency ?? null}
            onChange={(currency) =>
              onChange({ defaults: { ...defaults, valueCurrency: currency ?? undefined } })
            }
          />
        </Group>
      </Collapse>
    </section>
  );
}
