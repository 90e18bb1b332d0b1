import { Autocomplete, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Provenance } from '../../../../electron/core/features/evidence/model.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { useTeamNames } from '../../../components/useTeamNames.ts';

interface Props {
  readonly caseId: string;
  readonly many: boolean;
  readonly value: Provenance;
  readonly onChange: (change: Partial<Provenance>) => void;
}

/** Where files come from: asked once for all of them, amendable later for each. */
export function ProvenanceForm({ caseId, many, value, onChange }: Props) {
  const { t } = useTranslation('evidence');
  const { sources } = useOfficeTerms();
  const names = useTeamNames(caseId);
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
      <Select
        label={t('field.source')}
        placeholder={t('attach.choose')}
        data={sources}
        value={value.source === '' ? null : value.source}
        onChange={(source) => onChange({ source: source ?? '' })}
        searchable
        clearable
        nothingFoundMessage={t('attach.noSource')}
      />
      <TextInput
        label={t('field.place')}
        placeholder={t('attach.placeExample')}
        value={value.place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <DayInput
        label={t('field.collectedOn')}
        value={value.collectedOn}
        maxDate={new Date()}
        onChange={(collectedOn) => onChange({ collectedOn })}
      />
      <Autocomplete
        label={t('field.collectedBy')}
        placeholder={t('attach.nameAndRank')}
        data={names}
        value={value.collectedBy}
        onChange={(collectedBy) => onChange({ collectedBy })}
      />
      <Textarea
        label={t('field.description')}
        description={many ? t('attach.forAll') : undefined}
        autosize
        minRows={2}
        maxRows={5}
        value={value.description}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
        style={{ gridColumn: '1 / -1' }}
      />
    </SimpleGrid>
  );
}
