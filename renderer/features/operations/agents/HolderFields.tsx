import { MultiSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OperationDetail, OutsideHolder } from '../../../../electron/core/features/operations/model.ts';
import { Lines } from '../form/Lines.tsx';

export interface Holders {
  readonly holders: readonly string[];
  readonly outside: readonly OutsideHolder[];
}

interface Props {
  readonly members: OperationDetail['members'];
  readonly value: Holders;
  readonly onChange: (holders: Holders) => void;
}

const blank: OutsideHolder = { name: '', recipient: '' };

/** Who can open the envelope: members of the operation, and a judge by an age key where there is one. */
export function HolderFields({ members, value, onChange }: Props) {
  const { t } = useTranslation('operations');
  return (
    <>
      <MultiSelect
        label={t('envelope.holdersLabel')}
        description={t('envelope.holdersHelp')}
        withAsterisk
        data={members.map(({ user, name }) => ({ value: user, label: name }))}
        value={[...value.holders]}
        onChange={(holders) => onChange({ ...value, holders })}
      />
      <Lines
        label={t('envelope.outside')}
        help={t('envelope.outsideHelp')}
        rows={value.outside}
        blank={blank}
        add={t('envelope.outsideAdd')}
        onChange={(outside) => onChange({ ...value, outside })}
        row={(row, change) => (
          <>
            <TextInput
              aria-label={t('envelope.outsideName')}
              placeholder={t('envelope.outsideName')}
              maxLength={300}
              value={row.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t('envelope.recipient')}
              placeholder="age1…"
              spellCheck={false}
              maxLength={62}
              value={row.recipient}
              onChange={(event) => change({ recipient: event.currentTarget.value.trim() })}
            />
          </>
        )}
      />
    </>
  );
}

/** The holders outside that were filled in. */
export function filledOutside(outside: readonly OutsideHolder[]): OutsideHolder[] {
  return outside
    .map(({ name, recipient }) => ({ name: name.trim(), recipient }))
    .filter(({ name, recipient }) => name !== '' || recipient !== '');
}
