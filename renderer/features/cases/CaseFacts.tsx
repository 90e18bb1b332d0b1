import { useTranslation } from 'react-i18next';
import type { CaseDetail, CaseField } from '../../../electron/core/features/cases/model.ts';
import { useCommand } from '../../app/core.ts';
import { useMay } from '../../app/session.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { FieldEditor, type FieldKind } from '../../components/FieldEditor.tsx';
import classes from './cases.module.css';
import { useOffences } from './useOffences.ts';

interface Props {
  readonly detail: CaseDetail;
  readonly past: boolean;
}

const kinds: Readonly<Record<CaseField, FieldKind>> = {
  title: 'text',
  summary: 'multiline',
  offences: 'choices',
  stage: 'choice',
  status: 'choice',
  openedOn: 'day',
  court: 'text',
  courtNumber: 'text',
  notes: 'multiline',
};
const order: readonly CaseField[] = [
  'title',
  'summary',
  'offences',
  'stage',
  'status',
  'openedOn',
  'courtNumber',
  'court',
  'notes',
];
const wide: ReadonlySet<CaseField> = new Set(['title', 'summary', 'offences', 'court', 'notes']);

/** Every fact of the case, amendable where the person may. */
export function CaseFacts({ detail, past }: Props) {
  const { t } = useTranslation('cases');
  const { stages, statuses } = useOfficeTerms();
  const { options: offences } = useOffences();
  const editable = useMay('case.amend') && !past;
  const amend = useCommand('cases.amend');
  const options: Partial<Record<CaseField, typeof stages>> = { stage: stages, status: statuses, offences };
  return (
    <section className={classes.facts}>
      {order.map((name) => (
        <div key={name} className={wide.has(name) ? classes.wide : undefined}>
          <FieldEditor
            label={t(`field.${name}`)}
            field={detail.fields[name]}
            kind={kinds[name]}
            options={options[name] ?? []}
            editable={editable}
            required={name === 'title'}
            place={{ case: detail.id, subject: detail.id, field: name }}
            onSave={(change) =>
              amend.mutateAsync({ case: detail.id, amendments: [{ field: name, ...change }] })
            }
          />
        </div>
      ))}
    </section>
  );
}
