import { ActionIcon, Autocomplete, Button, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ItemOccasion, Present } from '../../../../electron/core/features/evidence/items/model.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { useTeamNames } from '../../../components/useTeamNames.ts';
import classes from './items.module.css';
import { nobody } from './occasion.ts';

interface Props {
  readonly caseId: string;
  readonly value: ItemOccasion;
  readonly onChange: (change: Partial<ItemOccasion>) => void;
  /** The field that the core could not take. */
  readonly wrong: string | undefined;
}

/** Where and when things were found, and by whom: the same for all that are recorded together. */
export function OccasionForm({ caseId, value, onChange, wrong }: Props) {
  const { t } = useTranslation('items');
  const { sources } = useOfficeTerms();
  const names = useTeamNames(caseId);
  const required = (field: string) => (wrong === field ? true : undefined);
  return (
    <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
      <Select
        label={t('evidence:field.source')}
        placeholder={t('evidence:attach.choose')}
        data={sources}
        value={value.source === '' ? null : value.source}
        onChange={(source) => onChange({ source: source ?? '' })}
        searchable
        clearable
      />
      <TextInput
        label={t('field.place')}
        placeholder={t('evidence:attach.placeExample')}
        value={value.place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <TextInput
        label={t('field.coordinates')}
        placeholder={t('record.coordinatesExample')}
        error={required('coordinates')}
        value={value.coordinates}
        onChange={(event) => onChange({ coordinates: event.currentTarget.value })}
      />
      <DayInput
        label={t('evidence:field.collectedOn')}
        value={value.collectedOn}
        maxDate={new Date()}
        onChange={(collectedOn) => onChange({ collectedOn })}
      />
      <TextInput
        label={t('field.collectedAt')}
        placeholder="HH:mm"
        maxLength={5}
        error={required('collectedAt')}
        value={value.collectedAt}
        onChange={(event) => onChange({ collectedAt: event.currentTarget.value })}
      />
      <Autocomplete
        label={t('evidence:field.collectedBy')}
        placeholder={t('evidence:attach.nameAndRank')}
        data={names}
        value={value.collectedBy}
        onChange={(collectedBy) => onChange({ collectedBy })}
      />
    </SimpleGrid>
  );
}

interface PresentProps {
  readonly caseId: string;
  readonly value: readonly Present[];
  readonly onChange: (value: readonly Present[]) => void;
}

/** Who was there, each in a capacity: people of the case are offered by name. */
export function PresentForm({ caseId, value, onChange }: PresentProps) {
  const { t } = useTranslation('items');
  const names = useTeamNames(caseId);
  const change = (at: number, part: Partial<Present>) =>
    onChange(value.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <>
      {value.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
        <Group key={at} gap="xs" wrap="nowrap" align="center">
          <Autocomplete
            className={classes.grow ?? ''}
            aria-label={t('record.personName')}
            placeholder={t('record.personName')}
            data={names}
            maxLength={100}
            value={each.name}
            onChange={(name) => change(at, { name })}
          />
          <TextInput
            className={classes.grow ?? ''}
            aria-label={t('record.capacity')}
            placeholder={t('record.capacityExample')}
            maxLength={50}
            value={each.capacity}
            onChange={(event) => change(at, { capacity: event.currentTarget.value })}
          />
          <ActionIcon
            color="gray"
            aria-label={t('record.remove')}
            title={t('record.remove')}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          disabled={value.length >= 20}
          onClick={() => onChange([...value, nobody])}
        >
          {t('record.addPresent')}
        </Button>
      </Group>
    </>
  );
}
