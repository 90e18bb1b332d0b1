import { Button, Checkbox, MultiSelect, Popover, Select, Stack } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../../app/core.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { type AssetSearch, setFilters } from '../data.ts';
import { assetKinds, assetStages } from '../lists.ts';
import { usePeople } from '../usePeople.ts';
import { useWords } from '../useWords.ts';
import classes from './list.module.css';
import { ValueRange } from './ValueRange.tsx';

interface Props {
  readonly caseId: string | undefined;
  readonly search: AssetSearch;
  readonly onSearch: (change: Partial<AssetSearch>) => void;
}

/** Every filter, behind one button that says how many are set. */
export function Filters({ caseId, search, onSearch }: Props) {
  const { t } = useTranslation('seizures');
  const [open, setOpen] = useState(false);
  const set = setFilters(search).filter((name) => name !== 'text').length;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={430} shadow="md" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          flex="none"
          variant={set > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={15} />}
          onClick={() => setOpen(!open)}
        >
          {set > 0 ? t('filter.set', { count: set }) : t('filter.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {open && <FilterForm caseId={caseId} search={search} onSearch={onSearch} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function FilterForm({ caseId, search, onSearch }: Props) {
  const { t } = useTranslation('seizures');
  const words = useWords();
  const { department } = useOfficeTerms();
  const { data: facets } = useCore('seizures.facets', caseId === undefined ? {} : { case: caseId });
  const { options: people } = usePeople(caseId);
  const countOf = (name: string, count: number | undefined) =>
    count === undefined || count === 0 ? name : `${name} (${count})`;
  const one = (name: 'custodian' | 'department' | 'office') => ({
    size: 'xs' as const,
    clearable: true,
    searchable: true,
    comboboxProps: { withinPortal: false },
    label: t(`filter.${name}`),
    value: search[name] ?? null,
    onChange: (value: string | null) => onSearch({ [name]: value ?? undefined }),
  });
  return (
    <Stack gap="xs">
      <MultiSelect
        size="xs"
        clearable
        searchable
        openOnFocus={false}
        data-autofocus
        comboboxProps={{ withinPortal: false }}
        label={t('filter.stages')}
        data={assetStages.map((stage) => ({
          value: stage,
          label: countOf(words.stage(stage), facets?.stages.find((each) => each.stage === stage)?.count),
        }))}
        value={[...(search.stages ?? [])]}
        onChange={(value) => onSearch({ stages: assetStages.filter((stage) => value.includes(stage)) })}
      />
      <MultiSelect
        size="xs"
        clearable
        searchable
        openOnFocus={false}
        comboboxProps={{ withinPortal: false }}
        label={t('filter.kinds')}
        data={assetKinds.map((kind) => ({
          value: kind,
          label: countOf(words.kind(kind), facets?.kinds.find((each) => each.kind === kind)?.count),
        }))}
        value={[...(search.kinds ?? [])]}
        onChange={(value) => onSearch({ kinds: assetKinds.filter((kind) => value.includes(kind)) })}
      />
      <ValueRange search={search} currencies={facets?.currencies ?? []} onSearch={onSearch} />
      <Select data={[...(facets?.custodians ?? [])]} {...one('custodian')} />
      <div className={classes.two}>
        <Select data={[...(facets?.offices ?? [])]} {...one('office')} />
        <Select
          data={(facets?.departments ?? []).map((value) => ({ value, label: department(value) }))}
          {...one('department')}
        />
      </div>
      {caseId !== undefined && (
        <Select
          size="xs"
          clearable
          searchable
          comboboxProps={{ withinPortal: false }}
          label={t('filter.person')}
          data={people}
          value={search.person ?? null}
          onChange={(value) => onSearch({ person: value ?? undefined })}
        />
      )}
      <Checkbox
        label={t('filter.challenged')}
        checked={search.challenged ?? false}
        onChange={(event) => onSearch({ challenged: event.currentTarget.checked || undefined })}
      />
    </Stack>
  );
}
