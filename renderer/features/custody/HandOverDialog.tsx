import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustodyShown } from '../../../electron/core/features/custody/model.ts';
import { useCommand } from '../../app/core.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../components/exhibit-number.ts';
import { momentOf, nowParts } from '../../components/moment.ts';
import { CustodyField } from './CustodyFields.tsx';
import { type CustodyText, type CustodyTexts, noTexts } from './custody-fields.ts';
import { DialogFoot } from './DialogFoot.tsx';
import { ReceiverFields } from './ReceiverFields.tsx';
import { noReceiver, receiverMissing, receiverOf } from './receiver.ts';
import { WhenFields } from './WhenFields.tsx';
import { needsWhy, whyAsked } from './why.ts';

interface Props {
  readonly caseId: string;
  /** All that change hands together. */
  readonly exhibits: readonly string[];
  /** The custody of the first of them: who is expected to give them. */
  readonly shown: CustodyShown;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Hands one or several exhibits to somebody, who signs now with the passphrase, later, or on paper. */
export function HandOverDialog({ caseId, exhibits, shown, onClose, onDone = onClose }: Props) {
  const { t } = useTranslation('custody');
  const { state, number, records } = shown;
  const [at, setAt] = useState(() => nowParts());
  const [texts, setTexts] = useState<CustodyTexts>({ ...noTexts, from: state.holder });
  const [receiver, setReceiver] = useState(noReceiver);
  const [tried, setTried] = useState(false);
  const hand = useCommand('custody.handOver');
  const when = momentOf(at);
  // Of another exhibit than the first only the core knows that a reason is missing.
  const asksWhy = needsWhy(state, { from: texts.from, when }) || whyAsked(hand.error);
  const required: readonly CustodyText[] = asksWhy ? ['from', 'why'] : ['from'];
  const missing = required.filter((field) => texts[field].trim() === '');
  const known = records.flatMap(({ from, to }) => [from, to]).filter((name) => name !== '');
  const fields: readonly CustodyText[] = [
    'place',
    'dueBack',
    'reason',
    'note',
    ...(asksWhy ? ['why' as const] : []),
  ];

  const save = () => {
    setTried(true);
    if (when === null || missing.length > 0 || receiverMissing(receiver).length > 0) return;
    const { from, place, reason, note, dueBack, why } = texts;
    const said = { place, reason, note, dueBack, why: asksWhy ? why : '' };
    const filled = Object.fromEntries(
      Object.entries(said).flatMap(([field, text]) => (text.trim() === '' ? [] : [[field, text.trim()]])),
    );
    hand.mutate(
      {
        case: caseId,
        exhibits,
        when,
        from: from.trim(),
        receiver: receiverOf(receiver),
        ...filled,
      },
      { onSuccess: onDone },
    );
  };
  const field = (name: CustodyText) => (
    <CustodyField
      key={name}
      caseId={caseId}
      event="transferred"
      field={name}
      value={texts[name]}
      required={required.includes(name)}
      error={tried && missing.includes(name) ? t('required') : undefined}
      known={known}
      onChange={(text) => setTexts({ ...texts, [name]: text })}
    />
  );

  return (
    <Dialog
      size={680}
      title={t('handOver.title', { number: exhibitNumber(number), count: exhibits.length })}
      keepOnClickOutside
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(submit) => {
          submit.preventDefault();
          save();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t(`handOver.help.${receiver.how}`)}
          </Text>
          <SimpleGrid cols={2} spacing="sm">
            <WhenFields at={at} tried={tried} onChange={setAt} />
          </SimpleGrid>
          {field('from')}
          <ReceiverFields receiver={receiver} tried={tried} known={known} onChange={setReceiver} />
          <SimpleGrid cols={2} spacing="sm">
            {fields.map(field)}
          </SimpleGrid>
          {hand.error !== null && <ErrorNotice error={hand.error} />}
          <DialogFoot save={t(`handOver.save.${receiver.how}`)} pending={hand.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
