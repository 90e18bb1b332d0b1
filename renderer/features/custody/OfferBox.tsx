import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferRow } from '../../../electron/core/features/custody/model.ts';
import { useCommand } from '../../app/core.ts';
import { formatDate } from '../../app/format.ts';
import { useSession } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import classes from './custody.module.css';

interface Props {
  readonly offer: OfferRow;
  readonly may: boolean;
}

/** A hand-over that waits: its receiver signs or refuses it, its giver may take it back. */
export function OfferBox({ offer, may }: Props) {
  const { t } = useTranslation('custody');
  const { user } = useSession();
  const [mode, setMode] = useState<'sign' | 'decline' | null>(null);
  const isReceiver = user.id === offer.user;
  const text = t('offer.waits', { from: offer.from, to: offer.to, when: formatDate(offer.when) });
  return (
    <section className={classes.offer} aria-label={t('offer.title')}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <IconSignature size={18} aria-hidden style={{ flex: 'none' }} />
        <div>
          <Text size="sm">{text}</Text>
          {offer.exhibits.length > 1 && (
            <Text size="xs" c="dimmed">
              {t('offer.also', { numbers: offer.exhibits.map(({ number }) => number).join(', ') })}
            </Text>
          )}
        </div>
      </Group>
      {may && mode === null && (isReceiver || user.id === offer.author) && (
        <Group gap={6} mt="xs">
          {isReceiver && (
            <Button size="compact-sm" onClick={() => setMode('sign')}>
              {t('offer.sign')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setMode('decline')}>
            {t(isReceiver ? 'offer.refuse' : 'offer.withdraw')}
          </Button>
        </Group>
      )}
      {mode === 'sign' && <Answer offer={offer} sign onClose={() => setMode(null)} />}
      {mode === 'decline' && <Answer offer={offer} sign={false} onClose={() => setMode(null)} />}
    </section>
  );
}

interface AnswerProps {
  readonly offer: OfferRow;
  readonly sign: boolean;
  readonly onClose: () => void;
}

function Answer({ offer, sign, onClose }: AnswerProps) {
  const { t } = useTranslation('custody');
  const [text, setText] = useState('');
  const confirm = useCommand('custody.confirm');
  const decline = useCommand('custody.decline');
  const of = { case: offer.case, handover: offer.handover };
  const error = confirm.error ?? decline.error;
  const send = () => {
    if (sign) confirm.mutate({ ...of, passphrase: text }, { onSuccess: onClose });
    else decline.mutate({ ...of, reason: text.trim() }, { onSuccess: onClose });
  };
  const Field = sign ? PasswordInput : TextInput;
  return (
    <form
      onSubmit={(submit) => {
        submit.preventDefault();
        if (text.trim() !== '') send();
      }}
    >
      <Stack gap="xs" mt="xs">
        <Field
          size="sm"
          data-autofocus
          autoFocus
          autoComplete="off"
          label={t(sign ? 'passphrase' : 'offer.reason')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {error !== null && <ErrorNotice error={error} />}
        <Group gap={6}>
          <Button type="submit" size="compact-sm" loading={confirm.isPending || decline.isPending}>
            {t(sign ? 'offer.sign' : 'offer.send')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
