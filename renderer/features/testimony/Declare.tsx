import {
  Alert,
  Button,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TestimonyFacts, TestimonyForm } from '../../../electron/core/features/testimony/model.ts';
import { useCommand, useCore } from '../../app/core.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  readonly facts: TestimonyFacts | null;
  readonly onClose: () => void;
}

const forms: readonly TestimonyForm[] = ['anticipated', 'gesell', 'statement'];
const blank: TestimonyFacts = {
  person: '',
  form: 'statement',
  when: '',
  place: '',
  interviewer: '',
  present: '',
  language: '',
  conditions: '',
};

/** Whose testimony it is and how it was taken. The person stands under the name of the file, never the true one. */
export function Declare({ caseId, exhibit, facts, onClose }: Props) {
  const { t } = useTranslation('testimony');
  const [value, setValue] = useState<TestimonyFacts>(facts ?? blank);
  const people = useCore('people.list', { case: caseId }).data ?? [];
  const record = useCommand('testimony.record');
  const change = (next: Partial<TestimonyFacts>) => setValue({ ...value, ...next });
  const text = (name: 'place' | 'interviewer' | 'present' | 'language') => ({
    label: t(`field.${name}`),
    value: value[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={t('declareTitle')} closeOnClickOutside={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          record.mutate({ case: caseId, exhibit, facts: value }, { onSuccess: onClose });
        }}
      >
        <Stack gap="sm">
          <Alert variant="light" color="warning" p="xs">
            <Text size="xs">{t('warning')}</Text>
          </Alert>
          <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
            <Select
              required
              searchable
              label={t('field.person')}
              data={people.map((person) => ({
                value: person.id,
                label: String(person.fields.name.value ?? ''),
              }))}
              value={value.person === '' ? null : value.person}
              onChange={(person) => change({ person: person ?? '' })}
            />
            <Select
              allowDeselect={false}
              label={t('field.form')}
              data={forms.map((form) => ({ value: form, label: t(`form.${form}`) }))}
              value={value.form}
              onChange={(form) => change({ form: forms.find((each) => each === form) ?? 'statement' })}
            />
            <DayInput
              required
              label={t('field.when')}
              maxDate={new Date()}
              value={value.when.slice(0, 10)}
              onChange={(day) =>
                change({ when: day === '' ? '' : new Date(`${day}T00:00:00`).toISOString() })
              }
            />
            <TextInput {...text('place')} />
            <TextInput {...text('interviewer')} />
            <TextInput {...text('language')} />
            <TextInput {...text('present')} style={{ gridColumn: '1 / -1' }} />
            <Textarea
              label={t('field.conditions')}
              autosize
              minRows={2}
              value={value.conditions}
              onChange={(event) => change({ conditions: event.currentTarget.value })}
              style={{ gridColumn: '1 / -1' }}
            />
          </SimpleGrid>
          {record.error !== null && <ErrorNotice error={record.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              disabled={value.person === '' || value.when === ''}
              loading={record.isPending}
            >
              {t('keep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
