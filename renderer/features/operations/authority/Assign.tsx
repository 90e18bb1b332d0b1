import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Authorisation } from '../../../../electron/core/features/operations/model.ts';
import { useCommand } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Choice, Day, Long } from '../form/fields.tsx';
import { useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';
import { useChoices, useScopeWords } from '../useChoices.ts';

/** Gives one agent one act of a ruling, for days within it. */
export function Assign({ operation, ruling, onClose }: InDialog & { readonly ruling: Authorisation }) {
  const { t } = useTranslation('operations');
  const assign = useCommand('operations.assign');
  const words = useScopeWords();
  const { agents } = useChoices(operation);
  const only = agents.length === 1 ? (agents[0]?.value ?? '') : '';
  const form = useForm({ agent: only, act: '', instruction: '', from: ruling.from, until: ruling.until }, [
    'agent',
    'act',
    'instruction',
    'from',
    'until',
  ]);
  const { agent, act, instruction, from, until } = form.values;
  const save = () =>
    assign.mutate(
      {
        operation: operation.id,
        authorisation: ruling.id,
        agent,
        act,
        instruction: instruction.trim(),
        from,
        until,
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('assign.title', { number: ruling.number })}
      help={t('assign.help')}
      save={t('assign.do')}
      act={assign}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <Choice form={form} name="agent" options={agents} first />
      <Choice
        form={form}
        name="act"
        options={ruling.scope.acts.map((item) => ({ value: item.id, label: words(item) }))}
      />
      <Long form={form} name="instruction" />
      <SimpleGrid cols={2} spacing="sm">
        <Day form={form} name="from" />
        <Day form={form} name="until" />
      </SimpleGrid>
    </ActDialog>
  );
}
