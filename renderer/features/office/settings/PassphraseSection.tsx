import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session.ts';
import { NewPassphrase } from '../passphrase/NewPassphrase.tsx';
import { PassphraseField } from '../passphrase/PassphraseField.tsx';
import { PassphraseRefused } from '../passphrase/PassphraseRefused.tsx';
import { useNewPassphrase } from '../passphrase/useNewPassphrase.ts';
import { useAsk } from '../useAsk.ts';
import { Section } from './Section.tsx';

/** The person's own passphrase: closed until asked for, so that the page stays calm. */
export function PassphraseSection() {
  const { t } = useTranslation('office');
  const [open, setOpen] = useState<boolean | null>(null);
  return (
    <Section title={t('settings.passphrase')} text={t('settings.passphraseText')}>
      {open === true ? (
        <ChangeForm onClose={() => setOpen(false)} />
      ) : (
        // False, not null: the form was open, and the keyboard comes back to what opened it.
        <Button variant="default" autoFocus={open === false} onClick={() => setOpen(true)}>
          {t('settings.changePassphrase')}
        </Button>
      )}
    </Section>
  );
}

function ChangeForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('office');
  const { user, office } = useSession();
  const [current, setCurrent] = useState('');
  const [tried, setTried] = useState(false);
  const next = useNewPassphrase([user.name, office.name]);
  const { ask, busy, error, clear } = useAsk('vault.changePassphrase');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!next.check() || current === '' || busy) return;
    if ((await ask({ current, next: next.first })) === null) return;
    notifications.show({ color: 'success', message: t('settings.passphraseChanged') });
    onClose();
  };
  return (
    <form
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && !busy && onClose()}
      noValidate
    >
      <Stack gap="sm">
        <PassphraseField
          label={t('passphrase.current')}
          autoFocus
          value={current}
          onChange={(event) => {
            clear();
            setCurrent(event.currentTarget.value);
          }}
          error={tried && current === '' ? t('passphrase.problem.empty') : undefined}
        />
        <NewPassphrase state={next} label={t('passphrase.next')} />
        <PassphraseRefused error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} disabled={busy}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('settings.changePassphraseDo')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
