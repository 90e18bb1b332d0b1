import { Autocomplete, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../../app/core.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { LongText } from '../steps/LongText.tsx';
import classes from './add.module.css';
import type { AssetDraft } from './draft.ts';

interface Props {
  readonly draft: AssetDraft;
  readonly wrong: (field: string) => string | undefined;
  readonly onChange: (part: Partial<AssetDraft>) => void;
}

/** Since when it is known, where it is, who is in charge of it. */
export function CommonFields({ draft, wrong, onChange }: Props) {
  const { t } = useTranslation('seizures');
  const { departments } = useOfficeTerms();
  const { data: facets } = useCore('seizures.facets', {});
  return (
    <fieldset className={classes.section}>
      <legend className={classes.legend}>{t('facts.where')}</legend>
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
        <DayInput
          label={t('add.identifiedOn')}
          withAsterisk
          clearable={false}
          maxDate={new Date()}
          error={wrong('identifiedOn')}
          value={draft.identifiedOn}
          onChange={(identifiedOn) => onChange({ identifiedOn })}
        />
        <Select
          label={t('field.department')}
          searchable
          clearable
          data={departments}
          value={draft.department === '' ? null : draft.department}
          onChange={(department) => onChange({ department: department ?? '' })}
        />
        <Autocomplete
          label={t('field.office')}
          data={[...(facets?.offices ?? [])]}
          value={draft.office}
          onChange={(office) => onChange({ office })}
        />
        <TextInput
          className={classes.wide ?? ''}
          label={t('field.place')}
          placeholder={t('example.place')}
          maxLength={500}
          value={draft.place}
          onChange={(event) => onChange({ place: event.currentTarget.value })}
        />
        <LongText
          label={t('field.description')}
          value={draft.description}
          onChange={(description) => onChange({ description })}
        />
        <LongText label={t('field.notes')} value={draft.notes} onChange={(notes) => onChange({ notes })} />
      </SimpleGrid>
    </fieldset>
  );
}
