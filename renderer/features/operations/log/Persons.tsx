import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LogPerson, ScopeItem } from '../../../../electron/core/features/operations/model.ts';
import { Lines } from '../form/Lines.tsx';

interface Props {
  readonly persons: readonly LogPerson[];
  /** Whom the rulings name. */
  readonly scope: readonly ScopeItem[];
  readonly onChange: (persons: readonly LogPerson[]) => void;
}

const blank: LogPerson = { name: '', target: false };

/** Who was there, who of them the act was aimed at, and whom of the ruling that is. */
export function Persons({ persons, scope, onChange }: Props) {
  const { t } = useTranslation('operations');
  return (
    <Lines
      label={t('field.persons')}
      rows={persons}
      blank={blank}
      add={t('log.personAdd')}
      onChange={onChange}
      row={(row, change) => (
        <>
          <TextInput
            aria-label={t('log.personName')}
            placeholder={t('log.personName')}
            maxLength={300}
            value={row.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          {scope.length > 0 && (
            <Select
              aria-label={t('log.personScope')}
              placeholder={t('log.personScope')}
              clearable
              data={scope.map(({ id, text }) => ({ value: id, label: text }))}
              value={row.scope ?? null}
              onChange={(id) => change({ scope: id ?? undefined })}
            />
          )}
          <Checkbox
            mt={9}
            label={t('log.personTarget')}
            checked={row.target}
            onChange={(event) => change({ target: event.currentTarget.checked })}
          />
        </>
      )}
    />
  );
}
