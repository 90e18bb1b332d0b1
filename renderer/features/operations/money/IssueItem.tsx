import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Choice, Day, Line } from '../form/fields.tsx';
import { nowText, orNothing, useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';
import { useChoices } from '../useChoices.ts';

/** A cover document or a piece of equipment goes to the agent, and is to come back. */
export function IssueItem({ operation, onClose }: InDialog) {
  const { t } = useTranslation('operations');
  const { agents } = useChoices(operation);
  const issue = useCommand('operations.issue');
  const form = useForm(
    {
      agent: agents.length === 1 ? (agents[0]?.value ?? '') : '',
      kind: 'equipment',
      what: '',
      serial: '',
      issuedOn: nowText().slice(0, 10),
      dueBack: '',
    },
    ['agent', 'kind', 'what', 'issuedOn', 'dueBack'],
  );
  const { agent, kind, what, serial, issuedOn, dueBack } = form.values;
  const save = () =>
    issue.mutate(
      {
        operation: operation.id,
        agent,
        kind: kind === 'coverDocument' ? 'coverDocument' : 'equipment',
        what: what.trim(),
        serial: orNothing(serial),
        issuedOn,
        dueBack,
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('item.button')}
      help={t('item.help')}
      save={t('item.do')}
      act={issue}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        <Choice form={form} name="agent" options={agents} />
        <Choice
          form={form}
          name="kind"
          as="itemKind"
          options={(['equipment', 'coverDocument'] as const).map((each) => ({
            value: each,
            label: t(`item.kind.${each}`),
          }))}
        />
        <Line form={form} name="what" as="itemWhat" first />
        <Line form={form} name="serial" />
        <Day form={form} name="issuedOn" past />
        <Day form={form} name="dueBack" />
      </SimpleGrid>
    </ActDialog>
  );
}
