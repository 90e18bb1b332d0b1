import { Autocomplete, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../components/DayInput.tsx';
import { useTeamNames } from '../../../components/useTeamNames.ts';
import { valueBases } from '../lists.ts';
import { MoneyInput } from '../steps/MoneyInput.tsx';
import classes from './add.module.css';
import type { AssetDraft } from './draft.ts';

interface Props {
  readonly caseId: string;
  readonly draft: AssetDraft;
  readonly wrong: (field: string) => string | undefined;
  readonly onChange: (part: Partial<AssetDraft>) => void;
}

/** What it is worth, where somebody has said so already: how much, of which day, and who says it. */
export function FirstValue({ caseId, draft, wrong, onChange }: Props) {
  const { t } = useTranslation('seizures');
  const team = useTeamNames(caseId);
  const valued = draft.amount.trim() !== '';
  return (
    <fieldset className={classes.section}>
      <legend className={classes.legend}>{t('add.value')}</legend>
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
        <MoneyInput
          label={t('form.money')}
          currency={draft.currency}
          amount={draft.amount}
          error={wrong('amount')}
          onChange={onChange}
        />
        <DayInput
          label={t('on.value')}
          value={draft.valuedOn}
          maxDate={new Date()}
          onChange={(valuedOn) => onChange({ valuedOn })}
        />
        <Select
          label={t('form.basis')}
          allowDeselect={false}
          data={valueBases.map((value) => ({ value, label: t(`basis.${value}`) }))}
          value={draft.basis}
          onChange={(value) => onChange({ basis: valueBases.find((each) => each === value) ?? 'estimate' })}
        />
        <Autocomplete
          label={t('form.valuedBy')}
          data={team}
          withAsterisk={valued}
          error={wrong('by')}
          value={draft.by}
          onChange={(by) => onChange({ by })}
        />
        <TextInput
          label={t('form.source')}
          placeholder={t('example.source')}
          withAsterisk={valued}
          maxLength={500}
          error={wrong('source')}
          value={draft.source}
          onChange={(event) => onChange({ source: event.currentTarget.value })}
        />
      </SimpleGrid>
    </fieldset>
  );
}
