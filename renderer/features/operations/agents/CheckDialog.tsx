import { SegmentedControl, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AgentCheck,
  PaperPlace,
  paperPlaces,
} from '../../../../electron/core/features/operations/model.ts';
import { useCommand } from '../../../app/core.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { ExhibitChoice } from '../form/ExhibitChoice.tsx';
import { Choice, Day, Long } from '../form/fields.tsx';
import { nowText, orNothing, useForm } from '../form/useForm.ts';
import type { AgentDialog } from './types.ts';

const places: typeof paperPlaces = ['envelope', 'exhibit', 'paper'];
const placeOf = (text: string): PaperPlace => places.find((each) => each === text) ?? 'envelope';

/** One requirement of the law: whether it holds, since when it is known, and where the paper lies. */
export function CheckDialog({
  operation,
  agent,
  check,
  onClose,
}: AgentDialog & { readonly check: AgentCheck }) {
  const { t } = useTranslation('operations');
  const send = useCommand('operations.check');
  const [holds, setHolds] = useState(true);
  const [exhibits, setExhibits] = useState<string[]>([]);
  const form = useForm({ day: nowText().slice(0, 10), where: 'envelope', note: '' }, ['day', 'where']);
  const { day, where, note } = form.values;
  const isExhibit = where === 'exhibit';
  const save = () =>
    send.mutate(
      {
        operation: operation.id,
        agent: agent.id,
        check,
        holds,
        day,
        where: placeOf(where),
        exhibit: isExhibit ? exhibits[0] : undefined,
        note: orNothing(note),
      },
      { onSuccess: onClose },
    );
  return (
    <ActDialog
      title={t('check.of', { what: t(`check.is.${check}`), name: agent.codeName })}
      help={t('check.help')}
      save={t('check.do')}
      act={send}
      form={{ check: () => form.check() && (!isExhibit || exhibits.length > 0) }}
      onSave={save}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t(`check.is.${check}`)}
        value={holds ? 'yes' : 'no'}
        data={[
          { value: 'yes', label: t('check.how.there') },
          { value: 'no', label: t('check.how.against') },
        ]}
        onChange={(value) => setHolds(value === 'yes')}
      />
      <SimpleGrid cols={2} spacing="sm">
        <Day form={form} name="day" past />
        <Choice
          form={form}
          name="where"
          options={places.map((each) => ({ value: each, label: t(`check.where.${each}`) }))}
        />
      </SimpleGrid>
      {isExhibit && (
        <ExhibitChoice
          caseId={operation.case}
          label={t('field.document')}
          help={t('check.exhibitHelp')}
          most={1}
          value={exhibits}
          onChange={setExhibits}
        />
      )}
      <Long form={form} name="note" />
    </ActDialog>
  );
}
