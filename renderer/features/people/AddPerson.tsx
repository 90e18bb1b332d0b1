import {
  Button,
  Group,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/core.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { looksLikeDocument } from './documents.ts';

interface Props {
  readonly caseId: string;
  readonly onClose: () => void;
  readonly onAdded: (person: string) => void;
}

const blank = {
  name: '',
  document: '',
  birthDate: '',
  gender: '',
  nationality: '',
  occupation: '',
  phone: '',
  address: '',
  notes: '',
};
type Field = keyof typeof blank;

/** A new person or organisation. For a protected role the name is a code name, and the form says so. */
export function AddPerson({ caseId, onClose, onAdded }: Props) {
  const { t } = useTranslation('people');
  const { pack, language } = useOfficeTerms();
  const add = useCommand('people.add');
  const [kind, setKind] = useState<'person' | 'organisation'>('person');
  const [role, setRole] = useState<string | null>(null);
  const [text, setText] = useState(blank);
  const roles = (pack?.personRoles ?? []).filter((each) => each.kind === kind);
  const isSealed = roles.find((each) => each.id === role)?.identity === 'sealed';
  const ready = text.name.trim() !== '' && role !== null && !add.isPending;
  const set = (name: Field, value: string) => setText({ ...text, [name]: value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || role === null) return;
    const { name, ...rest } = text;
    const filled = Object.fromEntries(
      Object.entries(rest)
        .map(([field, value]) => [field, value.trim()] as const)
        .filter(([, value]) => value !== ''),
    );
    add.mutate(
      { case: caseId, kind, role, name: name.trim(), ...filled },
      {
        onSuccess: ({ id }) => {
          onClose();
          onAdded(id);
        },
      },
    );
  };
  const line = (name: Field) => ({
    label: t(`field.${name}`),
    autoComplete: 'off',
    value: text[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      set(name, event.currentTarget.value),
  });
  const odd =
    text.document.trim() !== '' && !looksLikeDocument(text.document, pack?.documentTypes ?? [])
      ? t('add.documentOdd')
      : undefined;
  return (
    <Dialog title={t('add.title')} size={700} onClose={onClose} mayClose={!add.isPending} keepOnClickOutside>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <SimpleGrid cols={2}>
            <SegmentedControl
              data={[
                { value: 'person', label: t('kind.person') },
                { value: 'organisation', label: t('kind.organisation') },
              ]}
              value={kind}
              onChange={(value) => {
                setKind(value === 'organisation' ? 'organisation' : 'person');
                setRole(null);
              }}
            />
            <Select
              placeholder={t('field.role')}
              aria-label={t('field.role')}
              data-autofocus
              searchable
              data={roles.map((each) => ({ value: each.id, label: each.name[language] }))}
              value={role}
              onChange={setRole}
            />
          </SimpleGrid>
          <TextInput
            {...line('name')}
            label={isSealed ? t('add.codeName') : t('field.name')}
            description={isSealed ? t('add.codeNameHelp') : undefined}
            withAsterisk
            maxLength={300}
          />
          <SimpleGrid cols={3} spacing="sm">
            <TextInput {...line('document')} description={odd} />
            <TextInput {...line('phone')} />
            {kind === 'person' && (
              <DayInput
                label={t('field.birthDate')}
                value={text.birthDate}
                onChange={(day) => set('birthDate', day)}
              />
            )}
          </SimpleGrid>
          {kind === 'person' && (
            <SimpleGrid cols={3} spacing="sm">
              <TextInput {...line('gender')} />
              <TextInput {...line('nationality')} />
              <TextInput {...line('occupation')} />
            </SimpleGrid>
          )}
          <TextInput {...line('address')} />
          <Textarea {...line('notes')} autosize minRows={2} maxRows={6} />
          {add.error !== null && <ErrorNotice error={add.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={add.isPending}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={add.isPending}>
              {t('add.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
