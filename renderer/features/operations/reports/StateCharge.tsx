import { MultiSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeRow, Proof } from '../../../../electron/core/features/operations/model.ts';
import { useCommand } from '../../../app/core.ts';
import { formatDate } from '../../../app/format.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { ExhibitChoice } from '../form/ExhibitChoice.tsx';
import { Choice, Long } from '../form/fields.tsx';
import { orNothing, useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';
import { useChoices } from '../useChoices.ts';
import { useWholeLog } from '../useWholeLog.ts';

/** A charge, and all that it stands on: the agent's word, entries of the log, exhibits, anything else in words. */
export function StateCharge({
  operation,
  charge,
  onClose,
}: InDialog & { readonly charge: ChargeRow | undefined }) {
  const { t } = useTranslation('operations');
  const { pack, language } = useOfficeTerms();
  const { agents } = useChoices(operation);
  const state = useCommand('operations.charge');
  const { log } = useWholeLog(operation.id);
  const before = (kind: Proof['kind']) => charge?.proofs.filter((proof) => proof.kind === kind) ?? [];
  const [ids, setIds] = useState({
    log: before('log').map(({ id }) => id),
    agent: before('agent').map(({ id }) => id),
    exhibit: before('exhibit').map(({ id }) => id),
  });
  const [other, setOther] = useState(
    before('other')
      .map(({ text }) => text)
      .join('\n'),
  );
  const form = useForm({ text: charge?.text ?? '', offence: charge?.offence ?? '' }, ['text']);
  const { text, offence } = form.values;
  const save = () => {
    const named = (['log', 'agent', 'exhibit'] as const).flatMap((kind) =>
      ids[kind].map((id): Proof => ({ kind, id, text: '' })),
    );
    const told = other
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line): Proof => ({ kind: 'other', id: '', text: line.slice(0, 500) }));
    state.mutate(
      {
        operation: operation.id,
        charge: charge?.id,
        text: text.trim(),
        offence: orNothing(offence),
        proofs: [...named, ...told],
      },
      { onSuccess: onClose },
    );
  };
  return (
    <ActDialog
      title={t(charge === undefined ? 'charge.button' : 'charge.again')}
      help={t('charge.help')}
      size={660}
      save={t('charge.do')}
      act={state}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <Long form={form} name="text" as="chargeText" first />
      <Choice
        form={form}
        name="offence"
        clearable
        options={(pack?.offences ?? []).map(({ id, name }) => ({ value: id, label: name[language] }))}
      />
      <MultiSelect
        label={t('charge.kind.agent')}
        data={agents}
        value={ids.agent}
        onChange={(agent) => setIds({ ...ids, agent })}
      />
      <MultiSelect
        label={t('charge.kind.log')}
        searchable
        limit={60}
        data={(log ?? []).map((row) => ({
          value: row.id,
          label: `${formatDate(row.when)} · ${row.codeName} · ${row.text.slice(0, 60)}`,
        }))}
        value={ids.log}
        onChange={(log) => setIds({ ...ids, log })}
      />
      <ExhibitChoice
        caseId={operation.case}
        label={t('charge.kind.exhibit')}
        value={ids.exhibit}
        onChange={(exhibit) => setIds({ ...ids, exhibit })}
      />
      <Textarea
        label={t('charge.kind.other')}
        description={t('charge.otherHelp')}
        autosize
        minRows={2}
        value={other}
        onChange={(event) => setOther(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
