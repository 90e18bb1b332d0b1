import { Checkbox, Fieldset, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { useSession } from '../../../app/session.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { ExhibitChoice } from '../form/ExhibitChoice.tsx';
import { Day, Line, Long } from '../form/fields.tsx';
import { useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';
import { ScopeFields } from './ScopeFields.tsx';
import { emptyScope, noAct, scopeOf } from './scope.ts';

const blank = {
  court: '',
  number: '',
  judge: '',
  day: '',
  from: '',
  until: '',
  grounds: '',
  insufficiency: '',
  applicationDay: '',
  reportEvery: '',
};

/** The court's ruling, copied from paper: who asked, who decided, why, for how long, and exactly for what. */
export function Authorise({ operation, onClose }: InDialog) {
  const { t } = useTranslation('operations');
  const { user } = useSession();
  const authorise = useCommand('operations.authorise');
  const form = useForm({ ...blank, applicationBy: user.name }, [
    'court',
    'number',
    'judge',
    'day',
    'from',
    'until',
    'grounds',
    'insufficiency',
    'applicationBy',
    'applicationDay',
  ]);
  const [own, setOwn] = useState(true);
  const [scope, setScope] = useState({ ...emptyScope, acts: [noAct] });
  const [documents, setDocuments] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const { values } = form;
  const allowed = scopeOf(scope);
  const every = Number.parseInt(values.reportEvery, 10);
  const check = () => {
    setTried(true);
    return form.check() && allowed.acts.length > 0;
  };
  const save = () =>
    authorise.mutate(
      {
        operation: operation.id,
        court: values.court.trim(),
        number: values.number.trim(),
        judge: values.judge.trim(),
        day: values.day,
        from: values.from,
        until: values.until,
        grounds: values.grounds.trim(),
        insufficiency: values.insufficiency.trim(),
        application: { by: values.applicationBy.trim(), day: values.applicationDay, ownResponsibility: own },
        scope: allowed,
        document: documents[0],
        reportEvery: Number.isNaN(every) ? undefined : every,
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('authorise.title')}
      help={t('authorise.help')}
      size={780}
      save={t('authorise.do')}
      act={authorise}
      form={{ check }}
      onSave={save}
      onClose={onClose}
    >
      <Fieldset legend={t('authorise.application')} p="sm">
        <SimpleGrid cols={2} spacing="sm">
          <Line form={form} name="applicationBy" />
          <Day form={form} name="applicationDay" past />
        </SimpleGrid>
        <Checkbox
          mt="sm"
          label={t('authorise.own')}
          checked={own}
          onChange={(event) => setOwn(event.currentTarget.checked)}
        />
      </Fieldset>
      <Fieldset legend={t('authorise.ruling')} p="sm">
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <Line form={form} name="court" first />
          <Line form={form} name="judge" />
          <Line form={form} name="number" as="rulingNumber" />
          <Day form={form} name="day" as="rulingDay" past />
          <Day form={form} name="from" as="inForceFrom" />
          <Day form={form} name="until" as="inForceUntil" />
        </SimpleGrid>
        <Long form={form} name="grounds" />
        <Long form={form} name="insufficiency" />
        <SimpleGrid cols={2} spacing="sm">
          <Line form={form} name="reportEvery" help={t('authorise.everyHelp')} maxLength={3} />
          <ExhibitChoice
            caseId={operation.case}
            label={t('field.document')}
            help={t('authorise.documentHelp')}
            most={1}
            value={documents}
            onChange={setDocuments}
          />
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend={t('authorise.scope')} p="sm">
        <ScopeFields
          scope={scope}
          required
          actsError={tried && allowed.acts.length === 0 ? t('scope.noActs') : undefined}
          onChange={(next) => setScope({ ...next, acts: [...next.acts] })}
        />
      </Fieldset>
    </ActDialog>
  );
}
