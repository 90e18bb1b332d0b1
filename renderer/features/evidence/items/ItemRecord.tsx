import { useTranslation } from 'react-i18next';
import type { ItemFacts, ItemField } from '../../../../electron/core/features/evidence/items/model.ts';
import type { ExhibitDetail } from '../../../../electron/core/features/evidence/model.ts';
import type { Json } from '../../../../electron/core/journal/canonical.ts';
import { useCommand } from '../../../app/core.ts';
import { formatDate } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { FieldEditor, type FieldKind } from '../../../components/FieldEditor.tsx';
import classes from '../exhibit/exhibit.module.css';
import { itemCategories, itemFields } from './lists.ts';

interface Props {
  readonly caseId: string;
  readonly exhibit: ExhibitDetail;
  readonly past: boolean;
}

const kinds: Readonly<Partial<Record<ItemField, FieldKind>>> = {
  category: 'choice',
  serials: 'lines',
  present: 'lines',
};
const wide: readonly ItemField[] = ['serials', 'present'];

/** What is known of a thing in the store, every fact amendable with its history. */
export function ItemRecord({ caseId, exhibit, past }: Props) {
  const { t } = useTranslation('items');
  const editable = useMay('case.amend') && !past;
  const amend = useCommand('evidence.amend');
  const show = useShown();
  const options = itemCategories.map((value) => ({ value, label: t(`category.${value}`) }));
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t('facts.title')}</h3>
      <div className={classes.fields}>
        {itemFields.map((name) => (
          <div key={name} data-wide={wide.includes(name) || undefined}>
            <FieldEditor
              label={t(`field.${name}`)}
              field={exhibit.fields[name]}
              kind={kinds[name] ?? 'text'}
              options={name === 'category' ? options : []}
              show={(value) => show(name, value)}
              editable={editable}
              required={name === 'category'}
              place={{ case: caseId, subject: exhibit.id, field: name }}
              onSave={(change) =>
                amend.mutateAsync({
                  case: caseId,
                  exhibit: exhibit.id,
                  amendments: [{ field: name, ...change }],
                })
              }
            />
          </div>
        ))}
      </div>
      <dl className={classes.facts}>
        <Coordinates of={exhibit.item?.coordinates ?? null} />
        <dt>{t('facts.recorded')}</dt>
        <dd>{t('facts.recordedBy', { when: formatDate(exhibit.attachedAt), author: exhibit.attachedBy })}</dd>
      </dl>
    </section>
  );
}

function Coordinates({ of }: { readonly of: ItemFacts['coordinates'] }) {
  const { t } = useTranslation('items');
  if (of === null) return null;
  return (
    <>
      <dt>{t('facts.dms')}</dt>
      <dd>{of.dms}</dd>
    </>
  );
}

/** A field's value in words: `imei: 35…` as `IMEI 35…`, people with their capacity in brackets. */
function useShown(): (field: ItemField, value: Json) => string {
  const { t } = useTranslation('items');
  return (field, value) => {
    if (field === 'category') return t(`category.${String(value)}`);
    if (!Array.isArray(value)) return String(value ?? '');
    const lines = value.map(String);
    if (field === 'serials')
      return lines
        .map((line) => line.replace(/^([a-z]+): /, (_, label: string) => `${t(`serial.${label}`)} `))
        .join('; ');
    return lines
      .map((line) => {
        const [name = '', capacity = ''] = line.split('; ');
        return capacity === '' ? name : `${name} (${capacity})`;
      })
      .join('; ');
  };
}
