import { useTranslation } from 'react-i18next';
import type { AssetField } from '../../../../electron/core/features/seizures/model.ts';
import { CoreError, useCommand, useCore } from '../../../app/core.ts';
import { formatDate, formatDay } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { type Option, useOfficeTerms } from '../../../app/terms.ts';
import { FieldEditor, type FieldKind } from '../../../components/FieldEditor.tsx';
import type { FieldChange } from '../../../components/field/types.ts';
import { usePeople } from '../usePeople.ts';
import { useWords } from '../useWords.ts';
import classes from './record.module.css';
import type { OfRecord } from './types.ts';
import { Warnings } from './Warnings.tsx';

const kinds: Readonly<Partial<Record<AssetField, FieldKind>>> = {
  description: 'multiline',
  notes: 'multiline',
  counts: 'lines',
  department: 'choice',
  organisation: 'choice',
};
const wide: readonly AssetField[] = ['name', 'description', 'notes', 'counts', 'address'];
const first: readonly AssetField[] = ['name', 'description'];
const last: readonly AssetField[] = ['place', 'department', 'office', 'notes'];

/** What the asset is: every fact amendable, with its history. */
export function AssetFields({ caseId, asset, past }: OfRecord) {
  const { t } = useTranslation('seizures');
  const words = useWords();
  const { departments } = useOfficeTerms();
  const { organisations } = usePeople(caseId);
  const { data: forms } = useCore('seizures.forms', {});
  const editable = useMay('seizure.write') && !past;
  const amend = useCommand('seizures.amend');
  const form = forms?.kinds.find(({ kind }) => kind === asset.kind)?.fields ?? [];
  const required = (name: AssetField) =>
    name === 'name' || form.some(({ field, required: needed }) => field === name && needed);
  const options: Readonly<Partial<Record<AssetField, readonly Option[]>>> = {
    department: departments,
    organisation: organisations,
  };
  const save = async (field: AssetField, change: FieldChange) => {
    const amendment = { case: caseId, asset: asset.id, amendments: [{ field, ...change }] };
    try {
      await amend.mutateAsync(amendment);
    } catch (error) {
      const isTwice = error instanceof CoreError && error.body.code === 'seizure.duplicate';
      if (!isTwice || change.reason === undefined) throw error;
      // The same number as another asset's: it stands with the reason that was given.
      await amend.mutateAsync({ ...amendment, duplicateReason: change.reason });
    }
  };
  const editor = (name: AssetField) => (
    <div key={name} data-wide={wide.includes(name) || undefined}>
      <FieldEditor
        label={words.field(name)}
        field={asset.fields[name]}
        kind={kinds[name] ?? 'text'}
        options={options[name] ?? []}
        editable={editable}
        required={required(name)}
        place={{ case: caseId, subject: asset.id, field: name }}
        onSave={(change) => save(name, change)}
      />
    </div>
  );
  return (
    <div className={classes.stack}>
      <Warnings asset={asset} />
      <section className={classes.section}>
        <h3 className={classes.title}>{words.kind(asset.kind)}</h3>
        <div className={classes.fields}>{[...first, ...form.map(({ field }) => field)].map(editor)}</div>
      </section>
      <section className={classes.section}>
        <h3 className={classes.title}>{t('facts.where')}</h3>
        <div className={classes.fields}>{last.map(editor)}</div>
      </section>
      <div className={classes.quiet}>
        {t('facts.added', {
          day: formatDay(asset.identifiedOn),
          author: asset.addedBy,
          when: formatDate(asset.addedAt),
        })}
      </div>
    </div>
  );
}
