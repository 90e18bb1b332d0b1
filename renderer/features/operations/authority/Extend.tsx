import { Fieldset, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Authorisation } from '../../../../electron/core/features/operations/model.ts';
import { useCommand } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { ExhibitChoice } from '../form/ExhibitChoice.tsx';
import { Day, Line, Long } from '../form/fields.tsx';
import { useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';
import { ScopeFields } from './ScopeFields.tsx';
import { emptyScope, scopeOf } from './scope.ts';

/** A ruling that makes another one longer or wider. */
export function Extend({ operation, ruling, onClose }: InDialog & { readonly ruling: Authorisation }) {
  const { t } = useTranslation('operations');
  const extend = useCommand('operations.extend');
  const form = useForm({ number: '', judge: ruling.judge, day: '', until: ruling.until, grounds: '' }, [
    'number',
    'judge',
    'day',
    'until',
    'grounds',
  ]);
  const [scope, setScope] = useState(emptyScope);
  const [documents, setDocuments] = useState<string[]>([]);
  const { values } = form;
  const adds = scopeOf(scope);
  const wider = Object.values(adds).some((part) => part !== undefined && part.length > 0);
  const save = () =>
    extend.mutate(
      {
        operation: operation.id,
        authorisation: ruling.id,
        number: values.number.trim(),
        judge: values.judge.trim(),
        day: values.day,
        until: values.until,
        grounds: values.grounds.trim(),
        adds: wider ? adds : undefined,
        document: documents[0],
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('extend.of', { number: ruling.number })}
      help={t('extend.help')}
      size={700}
      save={t('extend.do')}
      act={extend}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        <Line form={form} name="number" as="rulingNumber" first />
        <Line form={form} name="judge" />
        <Day form={form} name="day" as="rulingDay" past />
        <Day form={form} name="until" as="inForceUntil" />
      </SimpleGrid>
      <Long form={form} name="grounds" />
      <ExhibitChoice
        caseId={operation.case}
        label={t('field.document')}
        most={1}
        value={documents}
        onChange={setDocuments}
      />
      <Fieldset legend={t('extend.adds')} p="sm">
        <ScopeFields scope={scope} required={false} onChange={setScope} />
      </Fieldset>
    </ActDialog>
  );
}
