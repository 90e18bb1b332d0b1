import { Autocomplete, Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ActType, AssetRecord } from '../../../../electron/core/features/seizures/model.ts';
import { useCore } from '../../../app/core.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { useTeamNames } from '../../../components/useTeamNames.ts';
import { claimOutcomes, conditions, payers, valueBases } from '../lists.ts';
import { usePeople } from '../usePeople.ts';
import type { Draft, FormField } from './draft.ts';
import { InventoryRows } from './InventoryRows.tsx';
import { LongText } from './LongText.tsx';
import { MoneyInput } from './MoneyInput.tsx';
import { OrderFields } from './OrderFields.tsx';
import { PartRows } from './PartRows.tsx';
import classes from './steps.module.css';
import { WitnessRows } from './WitnessRows.tsx';

export interface ActFieldProps {
  readonly caseId: string;
  readonly asset: AssetRecord;
  readonly field: FormField;
  readonly type: ActType;
  readonly draft: Draft;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly onChange: (part: Partial<Draft>) => void;
}

type Chosen = 'condition' | 'outcome' | 'basis' | 'paidFrom';
type Plain = Extract<FormField, keyof Draft> &
  Exclude<FormField, 'provisional' | 'witnesses' | 'inventory' | 'parts' | Chosen>;

const long: ReadonlySet<FormField> = new Set(['grounds', 'scope', 'urgency', 'reason']);
const examples: ReadonlySet<FormField> = new Set([
  'coordinates',
  'registry',
  'custodian',
  'institution',
  'court',
]);

/** One thing that an act says, with the input that suits it. */
export function ActField(props: ActFieldProps) {
  const { t } = useTranslation('seizures');
  const { field, draft, required, error, onChange } = props;
  const label = t(`form.${field === 'by' && props.type === 'value' ? 'valuedBy' : field}`);
  switch (field) {
    case 'order':
      return <OrderFields {...{ draft, required, error, onChange }} />;
    case 'witnesses':
      return (
        <WitnessRows
          {...{ label, required, error }}
          value={draft.witnesses}
          onChange={(witnesses) => onChange({ witnesses })}
        />
      );
    case 'inventory':
      return (
        <InventoryRows
          {...{ label, required, error }}
          value={draft.inventory}
          onChange={(inventory) => onChange({ inventory })}
        />
      );
    case 'parts':
      return (
        <PartRows
          {...{ label, required, error }}
          asset={props.asset}
          value={draft.parts}
          onChange={(parts) => onChange({ parts })}
        />
      );
    case 'money':
      return (
        <MoneyInput
          label={props.type === 'sell' ? t('form.proceeds') : label}
          {...{ required, error }}
          currency={draft.currency}
          amount={draft.amount}
          onChange={onChange}
        />
      );
    case 'provisional':
      return <Provisional {...{ draft, onChange }} />;
    case 'period':
      return (
        <>
          <DayInput
            label={t('form.from')}
            withAsterisk
            value={draft.from}
            error={error}
            onChange={(from) => onChange({ from })}
          />
          <DayInput
            label={t('form.until')}
            withAsterisk
            value={draft.until}
            error={error}
            onChange={(until) => onChange({ until })}
          />
        </>
      );
    case 'condition':
    case 'outcome':
    case 'basis':
    case 'paidFrom':
      return <Choice field={field} draft={draft} label={label} onChange={onChange} />;
    case 'person':
      return <PersonField {...props} label={t('form.personOfCase')} />;
    default:
      return <PlainField {...props} field={field} label={label} />;
  }
}

function Choice({
  field,
  draft,
  label,
  onChange,
}: Pick<ActFieldProps, 'draft' | 'onChange'> & { readonly field: Chosen; readonly label: string }) {
  const { t } = useTranslation('seizures');
  const choices: Readonly<Record<Chosen, { readonly all: readonly string[]; readonly text: string }>> = {
    condition: { all: conditions, text: 'condition' },
    outcome: { all: claimOutcomes, text: 'outcome' },
    basis: { all: valueBases, text: 'basis' },
    paidFrom: { all: payers, text: 'payer' },
  };
  const { all, text } = choices[field];
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={all.map((value) => ({ value, label: t(`${text}.${value}`) }))}
      value={draft[field]}
      onChange={(value) => {
        if (value !== null) onChange({ [field]: value } as Partial<Draft>);
      }}
    />
  );
}

function Provisional({ draft, onChange }: Pick<ActFieldProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation('seizures');
  return (
    <>
      <Checkbox
        className={classes.check ?? ''}
        label={t('form.provisional')}
        checked={draft.provisional}
        onChange={(event) => onChange({ provisional: event.currentTarget.checked })}
      />
      {draft.provisional ? (
        <DayInput
          label={t('form.until')}
          description={t('form.untilHelp')}
          value={draft.until}
          onChange={(until) => onChange({ until })}
        />
      ) : (
        <span />
      )}
    </>
  );
}

function PersonField({ caseId, draft, label, onChange }: ActFieldProps & { readonly label: string }) {
  const { options } = usePeople(caseId);
  return (
    <Select
      label={label}
      searchable
      clearable
      data={options}
      value={draft.person === '' ? null : draft.person}
      onChange={(value) => {
        const name = options.find((option) => option.value === value)?.label ?? '';
        onChange({
          person: value ?? '',
          ...(draft.to === '' ? { to: name } : {}),
          ...(draft.claimant === '' ? { claimant: name } : {}),
        });
      }}
    />
  );
}

function PlainField({
  caseId,
  field,
  draft,
  label,
  required,
  error,
  onChange,
}: ActFieldProps & { readonly field: Plain; readonly label: string }) {
  const { t } = useTranslation('seizures');
  const team = useTeamNames(caseId);
  const { data: facets } = useCore('seizures.facets', {}, { enabled: field === 'custodian' });
  const set = (text: string) => onChange({ [field]: text });
  const common = {
    label,
    withAsterisk: required,
    error,
    value: draft[field],
    ...(examples.has(field) ? { placeholder: t(`example.${field}`) } : {}),
  };
  if (long.has(field)) return <LongText {...common} onChange={set} />;
  if (field === 'by') return <Autocomplete {...common} data={team} onChange={set} />;
  if (field === 'custodian')
    return <Autocomplete {...common} data={[...(facets?.custodians ?? [])]} onChange={set} />;
  return <TextInput {...common} maxLength={500} onChange={(event) => set(event.currentTarget.value)} />;
}
