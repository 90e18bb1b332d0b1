import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useCore } from '../../../app/core.ts';
import { formatDate } from '../../../app/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ActDialog } from '../form/ActDialog.tsx';
import { Choice, Long, When } from '../form/fields.tsx';
import { isoOf, nowText, orNothing, useForm } from '../form/useForm.ts';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';
import type { InDialog, InOperation } from '../types.ts';
import { useChoices } from '../useChoices.ts';

/** What was outside scope, time or account. It is never taken away. */
export function Irregularities({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const [declaring, setDeclaring] = useState(false);
  const { data = [], error } = useCore('operations.irregularities', { operation: operation.id });
  return (
    <Box
      title={t('irregular.title')}
      {...(data.length > 0 ? { tone: 'seal' as const } : {})}
      actions={
        <Button size="compact-sm" variant="default" onClick={() => setDeclaring(true)}>
          {t('irregular.declare')}
        </Button>
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      {data.length === 0 && <p className={classes.quiet}>{t('irregular.none')}</p>}
      {data.map((row) => (
        <div key={row.id} className={classes.item}>
          <div>
            <b className={classes.bad}>{t(`irregularity.${row.kind}`)}</b>{' '}
            {[row.codeName, row.what].filter((part) => part !== '').join(' · ')}
            {row.why !== '' && <p className={classes.said}>{row.why}</p>}
            <div className={classes.quiet}>
              {t('irregular.when', { when: formatDate(row.when), of: t(`irregular.of.${row.of}`) })} ·{' '}
              {t('writtenBy', { name: row.author, when: formatDate(row.writtenAt) })}
            </div>
          </div>
        </div>
      ))}
      {declaring && <Declare operation={operation} onClose={() => setDeclaring(false)} />}
    </Box>
  );
}

function Declare({ operation, onClose }: InDialog) {
  const { t } = useTranslation('operations');
  const declare = useCommand('operations.declare');
  const { agents } = useChoices(operation);
  const form = useForm({ kind: 'declared', agent: '', when: nowText(), what: '', why: '' }, [
    'kind',
    'when',
    'what',
    'why',
  ]);
  const { kind, agent, when, what, why } = form.values;
  const save = () =>
    declare.mutate(
      {
        operation: operation.id,
        kind: kind === 'excess' ? 'excess' : 'declared',
        agent: orNothing(agent),
        when: isoOf(when),
        what: what.trim(),
        why: why.trim(),
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('irregular.declare')}
      help={t('irregular.declareHelp')}
      save={t('irregular.do')}
      act={declare}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <Choice
        form={form}
        name="kind"
        as="irregularityKind"
        options={(['excess', 'declared'] as const).map((each) => ({
          value: each,
          label: t(`irregularity.${each}`),
        }))}
      />
      <Choice form={form} name="agent" options={agents} clearable />
      <When form={form} name="when" past />
      <Long form={form} name="what" as="whatHappened" />
      <Long form={form} name="why" />
    </ActDialog>
  );
}
