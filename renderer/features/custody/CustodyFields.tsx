import { Autocomplete, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustodyEvent } from '../../../electron/core/features/custody/model.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { useTeamNames } from '../../components/useTeamNames.ts';
import type { CustodyText } from './custody-fields.ts';

interface Props {
  readonly caseId: string;
  readonly event: CustodyEvent;
  readonly field: CustodyText;
  readonly value: string;
  readonly required: boolean;
  readonly error: string | undefined;
  /** Takes the focus when the dialog opens. */
  readonly first?: boolean;
  /** Names beside the team's, to be offered. */
  readonly known: readonly string[];
  readonly onChange: (text: string) => void;
}

const days: ReadonlySet<CustodyText> = new Set(['dueBack', 'orderDate']);
const long: ReadonlySet<CustodyText> = new Set(['reason', 'note', 'why', 'taken']);

/** One field of a custody form, of the kind that fits it. */
export function CustodyField({ caseId, event, field, known, first = false, onChange, ...given }: Props) {
  const { t } = useTranslation('custody');
  const team = useTeamNames(caseId);
  const label = field === 'to' && ownReceiver.has(event) ? t('examiner') : t(`field.${field}`);
  const rest = { ...given, label, 'data-autofocus': first || undefined };
  if (field === 'from' || field === 'to') {
    const names = [...new Set([...team, ...known])];
    return <Autocomplete size="sm" openOnFocus={false} data={names} onChange={onChange} {...rest} />;
  }
  if (days.has(field)) return <DayInput onChange={onChange} clearable {...rest} />;
  if (long.has(field)) {
    return (
      <Textarea
        size="sm"
        autosize
        minRows={field === 'note' || field === 'why' ? 2 : 1}
        style={{ gridColumn: '1 / -1' }}
        description={field === 'why' ? t('whyHelp') : undefined}
        onChange={(change) => onChange(change.currentTarget.value)}
        {...rest}
      />
    );
  }
  return <TextInput size="sm" onChange={(change) => onChange(change.currentTarget.value)} {...rest} />;
}

/** Where who is named does not receive it but does something with it. */
const ownReceiver: ReadonlySet<CustodyEvent> = new Set(['examined', 'sampled', 'copied']);
