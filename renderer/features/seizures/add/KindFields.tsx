import { Autocomplete, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AssetField, KindForm } from '../../../../electron/core/features/seizures/model.ts';
import { currencies } from '../lists.ts';
import { usePeople } from '../usePeople.ts';
import { useWords } from '../useWords.ts';
import classes from './add.module.css';
import { CountsGrid } from './CountsGrid.tsx';
import { type AssetDraft, countsFor } from './draft.ts';

interface Props {
  readonly caseId: string;
  readonly form: KindForm;
  readonly draft: AssetDraft;
  readonly wrong: (field: string) => string | undefined;
  readonly onChange: (part: Partial<AssetDraft>) => void;
}

const examples: ReadonlySet<string> = new Set([
  'plate',
  'chassis',
  'registryNumber',
  'coordinates',
  'area',
  'portion',
  'weight',
  'chain',
]);

/** The name, and the facts that the kind has, in the order in which people say them. */
export function KindFields({ caseId, form, draft, wrong, onChange }: Props) {
  const { t } = useTranslation('seizures');
  const set = (field: AssetField, text: string) => onChange({ details: { ...draft.details, [field]: text } });
  return (
    <fieldset className={classes.section}>
      <legend className={classes.legend}>{t('add.what')}</legend>
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
        <TextInput
          className={classes.wide ?? ''}
          data-name
          label={t('field.name')}
          placeholder={t(`nameExample.${form.kind}`)}
          withAsterisk
          maxLength={300}
          error={wrong('name')}
          value={draft.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        {form.fields
          .filter(({ field }) => field !== 'counts')
          .map(({ field, required }) => (
            <Detail
              key={field}
              caseId={caseId}
              field={field}
              required={required}
              error={wrong(field)}
              value={draft.details[field] ?? ''}
              onChange={(text) =>
                form.kind === 'cash' && field === 'currency'
                  ? onChange({ details: { ...draft.details, currency: text }, counts: countsFor(text) })
                  : set(field, text)
              }
            />
          ))}
        {form.kind === 'cash' && (
          <>
            <TextInput
              label={t('add.total')}
              placeholder="1.234,50"
              error={wrong('total')}
              value={draft.total}
              onChange={(event) => onChange({ total: event.currentTarget.value })}
            />
            <CountsGrid
              currency={draft.details.currency ?? ''}
              counts={draft.counts}
              error={wrong('counts')}
              onChange={(counts) => onChange({ counts })}
            />
          </>
        )}
      </SimpleGrid>
    </fieldset>
  );
}

interface DetailProps {
  readonly caseId: string;
  readonly field: AssetField;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function Detail({ caseId, field, required, error, value, onChange }: DetailProps) {
  const { t } = useTranslation('seizures');
  const words = useWords();
  const { organisations } = usePeople(caseId);
  const common = { label: words.field(field), withAsterisk: required, error };
  if (field === 'organisation') {
    return (
      <Select
        {...common}
        searchable
        clearable
        data={organisations}
        value={value === '' ? null : value}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    );
  }
  if (field === 'currency') {
    return (
      <Autocomplete
        {...common}
        data={[...currencies]}
        maxLength={3}
        value={value}
        onChange={(text) => onChange(text.toUpperCase())}
      />
    );
  }
  if (field === 'chain') {
    return (
      <Autocomplete
        {...common}
        data={['bitcoin', 'ethereum', 'tron']}
        placeholder={t('example.chain')}
        value={value}
        onChange={onChange}
      />
    );
  }
  return (
    <TextInput
      {...common}
      {...(field === 'address' ? { className: classes.wide ?? '' } : {})}
      {...(examples.has(field) ? { placeholder: t(`example.${field}`) } : {})}
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
