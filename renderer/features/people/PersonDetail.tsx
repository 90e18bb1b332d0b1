import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonField, PersonRow } from '../../../electron/core/features/people/model.ts';
import { useCommand } from '../../app/core.ts';
import { formatDate } from '../../app/format.ts';
import { useMay } from '../../app/session.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { FieldEditor, type FieldKind } from '../../components/FieldEditor.tsx';
import { nameOf, textOf } from './grouped.ts';
import classes from './people.module.css';
import { Relations } from './Relations.tsx';
import { Seal } from './Seal.tsx';

interface Props {
  readonly caseId: string;
  readonly person: PersonRow;
  readonly people: readonly PersonRow[];
  /** The moment as of which the file is read, where it is not now. */
  readonly past: string | undefined;
  readonly onOpen: (person: string) => void;
}

const ofPerson: readonly PersonField[] = [
  'name',
  'role',
  'document',
  'birthDate',
  'gender',
  'nationality',
  'occupation',
  'phone',
  'address',
  'notes',
];
const ofOrganisation: readonly PersonField[] = ['name', 'role', 'document', 'phone', 'address', 'notes'];
const wide: ReadonlySet<PersonField> = new Set(['name', 'address', 'notes']);
const kinds: Partial<Record<PersonField, FieldKind>> = {
  role: 'choice',
  birthDate: 'day',
  address: 'multiline',
  notes: 'multiline',
};

/** One person: the facts, the sealed identity, the relations. */
export function PersonDetail({ caseId, person, people, past, onOpen }: Props) {
  const { t } = useTranslation('people');
  const { pack, language, role } = useOfficeTerms();
  const may = useMay('person.write') && past === undefined;
  const amend = useCommand('people.amend');
  const roles = (pack?.personRoles ?? [])
    .filter((each) => each.kind === person.kind)
    .map((each) => ({ value: each.id, label: each.name[language] }));
  const fields = person.kind === 'person' ? ofPerson : ofOrganisation;
  return (
    <div className={classes.detail} data-person>
      <div className={classes.title}>
        <h2>{nameOf(person)}</h2>
        <Badge color="ink">{role(textOf(person, 'role'))}</Badge>
        <span className={classes.quiet}>
          {t('addedBy', { name: person.addedBy, when: formatDate(person.addedAt) })}
        </span>
      </div>
      <div className={classes.columns}>
        <section className={classes.facts}>
          {fields.map((name) => (
            <div key={name} className={wide.has(name) ? classes.wide : undefined}>
              <FieldEditor
                label={t(`field.${name}`)}
                field={person.fields[name]}
                kind={kinds[name] ?? 'text'}
                options={name === 'role' ? roles : []}
                editable={may}
                required={name === 'name' || name === 'role'}
                place={{ case: caseId, subject: person.id, field: name }}
                onSave={(change) =>
                  amend.mutateAsync({
                    case: caseId,
                    person: person.id,
                    amendments: [{ field: name, ...change }],
                  })
                }
              />
            </div>
          ))}
        </section>
        <aside className={classes.side}>
          {person.kind === 'person' && <Seal caseId={caseId} person={person} past={past !== undefined} />}
          <Relations caseId={caseId} person={person} people={people} past={past} onOpen={onOpen} />
        </aside>
      </div>
    </div>
  );
}
