import { Button, Group, MultiSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../../electron/core/features/people/model.ts';
import { call, useCore } from '../../app/core.ts';
import { useSession } from '../../app/session.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { nameOf } from './grouped.ts';

interface Props {
  readonly caseId: string;
  readonly person: PersonRow;
  readonly onClose: () => void;
}

const blank = { trueName: '', document: '', whereabouts: '', notes: '' };

/** Puts the true identity into an envelope that only the named holders can open. */
export function CloseSeal({ caseId, person, onClose }: Props) {
  const { t } = useTranslation('people');
  const { user } = useSession();
  const client = useQueryClient();
  const { data } = useCore('cases.show', { case: caseId });
  const [identity, setIdentity] = useState(blank);
  const [holders, setHolders] = useState<string[]>([user.id]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const ready = identity.trueName.trim() !== '' && holders.length > 0 && !busy;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    call('people.seal', { case: caseId, person: person.id, identity, holders })
      .then(
        () => {
          setIdentity(blank);
          void client.invalidateQueries();
          onClose();
        },
        (thrown: unknown) => setError(thrown instanceof Error ? thrown : new Error()),
      )
      .finally(() => setBusy(false));
  };
  const field = (name: keyof typeof blank) => ({
    label: t(`identity.${name}`),
    autoComplete: 'off',
    value: identity[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setIdentity({ ...identity, [name]: event.currentTarget.value }),
  });
  return (
    <Dialog
      title={t('seal.closeTitle', { name: nameOf(person) })}
      size={560}
      onClose={onClose}
      mayClose={!busy}
      keepOnClickOutside
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{person.seal === null ? t('seal.closeHelp') : t('seal.closeAnewHelp')}</Text>
          <TextInput {...field('trueName')} data-autofocus withAsterisk />
          <TextInput {...field('document')} />
          <Textarea {...field('whereabouts')} autosize minRows={2} />
          <Textarea {...field('notes')} autosize minRows={2} />
          <MultiSelect
            label={t('seal.holdersLabel')}
            description={t('seal.holdersHelp')}
            data={(data?.team ?? []).map((member) => ({ value: member.user, label: member.name }))}
            value={holders}
            onChange={setHolders}
          />
          {error !== null && <ErrorNotice error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={busy}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" color="seal" disabled={!ready} loading={busy}>
              {t('seal.close')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
