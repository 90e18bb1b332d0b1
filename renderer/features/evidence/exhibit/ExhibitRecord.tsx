import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExhibitDetail, ExhibitField } from '../../../../electron/core/features/evidence/model.ts';
import { useCommand } from '../../../app/core.ts';
import { formatBytes, formatDate, formatNumber } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { FieldEditor, type FieldKind } from '../../../components/FieldEditor.tsx';
import { Hash } from '../../../components/Hash.tsx';
import { Inside } from '../items/Inside.tsx';
import { ItemRecord } from '../items/ItemRecord.tsx';
import { ExhibitActions } from './ExhibitActions.tsx';
import classes from './exhibit.module.css';
import { Metadata } from './Metadata.tsx';

interface Props {
  readonly caseId: string;
  readonly exhibit: ExhibitDetail;
  /** The exhibit as it once stood: nothing is amended then. */
  readonly past: boolean;
}

/** What is known about an exhibit: where it comes from (amendable) and what the file is (fixed). */
export function ExhibitRecord({ caseId, exhibit, past }: Props) {
  return (
    <Stack gap="lg" maw={720}>
      <Provenance caseId={caseId} exhibit={exhibit} past={past} />
      {exhibit.item === null ? (
        <FileFacts caseId={caseId} exhibit={exhibit} past={past} />
      ) : (
        <ItemRecord caseId={caseId} exhibit={exhibit} past={past} />
      )}
      {exhibit.item === null && !past && <Metadata caseId={caseId} exhibit={exhibit.id} />}
      <Inside caseId={caseId} exhibit={exhibit} past={past} />
    </Stack>
  );
}

/** What the file is: fixed from the day it was attached. */
function FileFacts({ caseId, exhibit, past }: Props) {
  const { t } = useTranslation('evidence');
  const { t: words } = useTranslation('viewers');
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t('record.file')}</h3>
      <dl className={classes.facts}>
        <Fact name={t('record.type')}>{exhibit.type}</Fact>
        <Fact name={t('record.size')}>
          {t('record.bytes', { size: formatBytes(exhibit.size), bytes: formatNumber(exhibit.size) })}
        </Fact>
        {exhibit.path !== '' && <Fact name={words('metadata.path')}>{exhibit.path}</Fact>}
        {exhibit.createdAt !== '' && (
          <Fact name={words('metadata.created')}>{formatDate(exhibit.createdAt)}</Fact>
        )}
        {exhibit.modifiedAt !== '' && (
          <Fact name={t('record.modifiedAt')}>{formatDate(exhibit.modifiedAt)}</Fact>
        )}
        <Fact name={t('record.attached')}>
          {t('record.attachedBy', { when: formatDate(exhibit.attachedAt), author: exhibit.attachedBy })}
        </Fact>
      </dl>
      <div>
        <Text size="xs" fw={500} c="dimmed">
          {t('record.sha256')}
        </Text>
        <Hash
          value={exhibit.sha256}
          length={0}
          label={t('hash.of', { number: exhibitNumber(exhibit.number) })}
        />
        <Text size="xs" c="dimmed">
          {t('record.shaHelp')}
        </Text>
      </div>
      <ExhibitActions caseId={caseId} exhibit={exhibit.id} past={past} />
    </section>
  );
}

const kinds: Readonly<Partial<Record<ExhibitField, FieldKind>>> = {
  name: 'text',
  description: 'multiline',
  source: 'choice',
  place: 'text',
  collectedOn: 'day',
  collectedBy: 'text',
};
const order: readonly ExhibitField[] = [
  'name',
  'description',
  'source',
  'place',
  'collectedOn',
  'collectedBy',
];

function Provenance({ caseId, exhibit, past }: Props) {
  const { t } = useTranslation('evidence');
  const { sources } = useOfficeTerms();
  const editable = useMay('case.amend') && !past;
  const amend = useCommand('evidence.amend');
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t('record.provenance')}</h3>
      <div className={classes.fields}>
        {order.map((name) => (
          <div key={name} data-wide={name === 'name' || name === 'description' || undefined}>
            <FieldEditor
              label={t(`field.${name}`)}
              field={exhibit.fields[name]}
              kind={kinds[name] ?? 'text'}
              options={name === 'source' ? sources : []}
              editable={editable}
              required={name === 'name'}
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
    </section>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Fact({ name, children }: FactProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
