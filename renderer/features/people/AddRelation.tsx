import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../../electron/core/features/people/model.ts';
import { useCommand } from '../../app/core.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { nameOf } from './grouped.ts';

interface Props {
  readonly caseId: string;
  readonly person: PersonRow;
  readonly people: readonly PersonRow[];
  readonly onClose: () => void;
}

/** A relation from this person to another, in the pack's words. */
export function AddRelation({ caseId, person, people, onClose }: Props) {
  const { t } = useTranslation('people');
  const { pack, language } = useOfficeTerms();
  const relate = useCommand('people.relate');
  const [type, setType] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (type === null || to === null || relate.isPending) return;
    relate.mutate(
      { case: caseId, from: person.id, to, type, ...(note.trim() === '' ? {} : { note: note.trim() }) },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      title={t('relation.of', { name: nameOf(person) })}
      size={480}
      onClose={onClose}
      keepOnClickOutside
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Select
            label={t('relation.type')}
            data-autofocus
            searchable
            data={(pack?.relationTypes ?? []).map((each) => ({ value: each.id, label: each.name[language] }))}
            value={type}
            onChange={setType}
          />
          <Select
            label={t('relation.other')}
            searchable
            data={people
              .filter((each) => each.id !== person.id)
              .map((each) => ({ value: each.id, label: nameOf(each) }))}
            value={to}
            onChange={setTo}
          />
          <TextInput
            label={t('relation.note')}
            value={note}
            maxLength={2000}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {relate.error !== null && <ErrorNotice error={relate.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={type === null || to === null} loading={relate.isPending}>
              {t('relation.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
