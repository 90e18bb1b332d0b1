import { MultiSelect, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogPerson, LogRow } from '../../../../electron/core/features/operations/model.ts';
import { CoreError, useCommand } from '../../../app/core.ts';
import { formatDate, formatDay } from '../../../app/format.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { ActDialog } from '../form/ActDialog.tsx';
import { ExhibitChoice } from '../form/ExhibitChoice.tsx';
import { Choice, Line, Long, When } from '../form/fields.tsx';
import { isoOf, orNothing, useForm } from '../form/useForm.ts';
import classes from '../operations.module.css';
import { riskOf } from '../risk.ts';
import type { InDialog } from '../types.ts';
import { useChoices, useScopeWords } from '../useChoices.ts';
import { draftOf } from './draft.ts';
import { Persons } from './Persons.tsx';

interface Props extends InDialog {
  /** The entry that this one puts right: it stays beside. */
  readonly corrects: LogRow | undefined;
}

/** One entry of the log. What lies outside the ruling is refused, unless it happened anyway and somebody says why. */
export function WriteLog({ operation, corrects, onClose }: Props) {
  const { t } = useTranslation('operations');
  const { operationTechniques } = useOfficeTerms();
  const { agents, risks } = useChoices(operation);
  const words = useScopeWords();
  const write = useCommand('operations.write');
  const outside = write.error instanceof CoreError && write.error.body.code === 'operation.outside';
  const [askedWhy, setAskedWhy] = useState(false);
  const asksWhy = askedWhy || outside;
  const form = useForm(draftOf(corrects, agents), [
    'agent',
    'when',
    'place',
    'text',
    ...(asksWhy ? (['irregular'] as const) : []),
  ]);
  const [persons, setPersons] = useState<readonly LogPerson[]>(corrects?.persons ?? []);
  const [techniques, setTechniques] = useState<readonly string[]>(corrects?.techniques ?? []);
  const [exhibits, setExhibits] = useState<readonly string[]>(corrects?.exhibits ?? []);
  const { values } = form;
  const scopes = operation.authorisations.map(({ scope }) => scope);
  const places = scopes
    .flatMap((scope) => scope.places)
    .map((item) => ({ value: item.id, label: words(item) }));
  const assigned = operation.assignments
    .filter(({ agent }) => values.agent === '' || agent === values.agent)
    .map(({ id, act, from, until }) => ({
      value: id,
      label: t('log.assigned', { act: words(act), from: formatDay(from), until: formatDay(until) }),
    }));
  const namePlace = (id: string) => {
    const chosen = places.find(({ value }) => value === id);
    if (chosen !== undefined && values.place.trim() === '') form.set('place', chosen.label);
  };
  const save = () => {
    setAskedWhy(asksWhy);
    write.mutate(
      {
        operation: operation.id,
        agent: values.agent,
        when: isoOf(values.when),
        place: values.place.trim(),
        scopePlace: orNothing(values.scopePlace),
        contact: orNothing(values.contact),
        text: values.text.trim(),
        persons: persons.filter(({ name }) => name.trim() !== ''),
        exhibits,
        techniques,
        risk: riskOf(values.risk),
        riskNote: orNothing(values.riskNote),
        assignment: orNothing(values.assignment),
        corrects: corrects?.id,
        irregular: orNothing(values.irregular),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <ActDialog
      title={t(corrects === undefined ? 'log.write' : 'log.correctTitle')}
      help={t(corrects === undefined ? 'neverTheName' : 'log.correctHelp')}
      size={820}
      save={t(asksWhy ? 'log.doIrregular' : 'log.do')}
      act={write}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      {corrects !== undefined && (
        <div className={classes.side}>
          <Text size="xs" c="dimmed">
            {t('log.before', { when: formatDate(corrects.writtenAt) })}
          </Text>
          <p className={classes.said}>{corrects.text}</p>
        </div>
      )}
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        <Choice form={form} name="agent" options={agents} />
        <When form={form} name="when" past />
        <Choice form={form} name="assignment" options={assigned} clearable help={t('log.assignmentHelp')} />
        <Line form={form} name="contact" help={t('log.contactHelp')} />
        <Choice
          form={form}
          name="scopePlace"
          options={places}
          clearable
          help={t(places.length === 0 ? 'log.anyPlace' : 'log.scopePlaceHelp')}
          onPick={namePlace}
        />
        <Line form={form} name="place" help={t('log.placeHelp')} />
      </SimpleGrid>
      <Long form={form} name="text" as="logText" rows={4} first />
      <Persons persons={persons} scope={scopes.flatMap((scope) => scope.persons)} onChange={setPersons} />
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        <MultiSelect
          label={t('field.techniques')}
          data={operationTechniques}
          value={[...techniques]}
          onChange={setTechniques}
          clearable
        />
        <ExhibitChoice
          caseId={operation.case}
          label={t('field.exhibits')}
          value={exhibits}
          onChange={setExhibits}
        />
        <Choice form={form} name="risk" options={risks} />
        {values.risk !== 'none' && <Line form={form} name="riskNote" />}
      </SimpleGrid>
      {asksWhy && <Long form={form} name="irregular" help={t('log.irregularHelp')} />}
    </ActDialog>
  );
}
