import { SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { ExhibitChoice } from '../form/ExhibitChoice.tsx';
import { Day, Long, When } from '../form/fields.tsx';
import { isoOf, nowText, useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';

/** What the law wants told to the prosecutor: what was done, what will be done, what was learned. */
export function WriteReport({ operation, onClose }: InDialog) {
  const { t } = useTranslation('operations');
  const report = useCommand('operations.report');
  const form = useForm({ when: nowText(), from: '', until: '', done: '', planned: '', learned: '' }, [
    'when',
    'from',
    'until',
    'done',
    'planned',
    'learned',
  ]);
  const [documents, setDocuments] = useState<string[]>([]);
  const { when, from, until, done, planned, learned } = form.values;
  const save = () =>
    report.mutate(
      {
        operation: operation.id,
        when: isoOf(when),
        from,
        until,
        done: done.trim(),
        planned: planned.trim(),
        learned: learned.trim(),
        document: documents[0],
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('report.button')}
      help={t('neverTheName')}
      size={660}
      save={t('report.do')}
      act={report}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <When form={form} name="when" as="reportedAt" past />
      <SimpleGrid cols={2} spacing="sm">
        <Day form={form} name="from" as="reportFrom" past first />
        <Day form={form} name="until" as="reportUntil" past />
      </SimpleGrid>
      <Long form={form} name="done" rows={3} />
      <Long form={form} name="planned" rows={3} />
      <Long form={form} name="learned" rows={3} />
      <ExhibitChoice
        caseId={operation.case}
        label={t('field.document')}
        most={1}
        value={documents}
        onChange={setDocuments}
      />
    </ActDialog>
  );
}
