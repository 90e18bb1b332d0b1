import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { Choice, Line, Long, When } from '../form/fields.tsx';
import { isoOf, nowText, orNothing, useForm } from '../form/useForm.ts';
import type { InDialog } from '../types.ts';
import { useChoices } from '../useChoices.ts';

const afterwards = ['schedule', 'named', 'nobody'] as const;
type Afterwards = (typeof afterwards)[number];

/** The agent was heard of: how, whether well, and when the next time is. */
export function CheckIn({ operation, onClose }: InDialog) {
  const { t } = useTranslation('operations');
  const { agents } = useChoices(operation);
  const checkIn = useCommand('operations.checkIn');
  const [well, setWell] = useState(true);
  const [after, setAfter] = useState<Afterwards>('schedule');
  const form = useForm(
    {
      agent: agents.length === 1 ? (agents[0]?.value ?? '') : '',
      when: nowText(),
      how: '',
      note: '',
      next: nowText(),
    },
    ['agent', 'when', 'how', ...(after === 'named' ? (['next'] as const) : [])],
  );
  const { agent, when, how, note, next } = form.values;
  const save = () =>
    checkIn.mutate(
      {
        operation: operation.id,
        agent,
        when: isoOf(when),
        how: how.trim(),
        well,
        note: orNothing(note),
        ...(after === 'schedule' ? {} : { next: after === 'nobody' ? null : isoOf(next) }),
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('safety.do.checkIn')}
      help={t('safety.checkInHelp')}
      save={t('safety.checkInDo')}
      act={checkIn}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <Choice form={form} name="agent" options={agents} />
      <When form={form} name="when" past />
      <Line form={form} name="how" first />
      <SegmentedControl
        aria-label={t('safety.isWell')}
        value={well ? 'yes' : 'no'}
        data={[
          { value: 'yes', label: t('safety.well') },
          { value: 'no', label: t('safety.notWell') },
        ]}
        onChange={(value) => setWell(value === 'yes')}
      />
      <Long form={form} name="note" />
      <div>
        <Text size="sm" fw={500}>
          {t('safety.after')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-label={t('safety.after')}
          value={after}
          data={afterwards.map((each) => ({ value: each, label: t(`safety.afterwards.${each}`) }))}
          onChange={(value) => setAfter(afterwards.find((each) => each === value) ?? 'schedule')}
        />
      </div>
      {after === 'named' && <When form={form} name="next" as="nextCheckIn" />}
    </ActDialog>
  );
}
