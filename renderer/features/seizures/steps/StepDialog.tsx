import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { parseISO } from 'date-fns';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActType, AssetRecord, StepOffer } from '../../../../electron/core/features/seizures/model.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { useWords } from '../useWords.ts';
import { ActField } from './ActField.tsx';
import { type Draft, formOf, isSaid, neededIn, newDraft } from './draft.ts';
import { ExhibitPicker } from './ExhibitPicker.tsx';
import { LongText } from './LongText.tsx';
import { sendAct } from './send.ts';

interface Props {
  readonly caseId: string;
  readonly asset: AssetRecord;
  readonly type: ActType;
  /** Of a step: what it needs, as the core offers it. */
  readonly offer?: StepOffer;
  /** The claim that is settled. */
  readonly claim?: string;
  readonly onClose: () => void;
}

/** One act of the measure: its day, exactly what it must say, and its document. */
export function StepDialog({ caseId, asset, type, offer, claim = '', onClose }: Props) {
  const { t } = useTranslation('seizures');
  const words = useWords();
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => newDraft(asset.value?.currency ?? 'BOB'));
  const [tried, setTried] = useState(false);
  const needed = neededIn(type, offer, draft.outcome);
  const wantsDocument = offer?.document === 'required';
  const urgent = type !== 'execute' || needed.includes('urgency');
  const fields = formOf[type].filter((field) => field !== 'urgency' || urgent);
  const missing = needed.filter((field) => !isSaid(field, draft));
  const noDocument = wantsDocument && draft.document === '';
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const send = useMutation({
    mutationFn: () => sendAct(type, { case: caseId, asset: asset.id, saw: asset.saw, claim }, draft),
    onSuccess: () => {
      void client.invalidateQueries();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0 && !noDocument && draft.on !== '' && !send.isPending) send.mutate();
  };
  const wrong = (isMissing: boolean) => (tried && isMissing ? t('form.missing') : undefined);
  return (
    <Dialog
      title={t('form.title', { what: t(`do.${type}`), number: exhibitNumber(asset.number) })}
      size={type === 'execute' || type === 'split' ? 860 : 660}
      onClose={onClose}
      mayClose={!send.isPending}
      keepOnClickOutside
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {/* Takes the focus: a calendar that opens of its own accord would hide the form. */}
          <Text size="sm" c="dimmed" tabIndex={-1} data-autofocus>
            {t(`help.${type}`)}
          </Text>
          <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
            <DayInput
              label={t(`on.${type}`)}
              withAsterisk
              clearable={false}
              value={draft.on}
              maxDate={new Date()}
              {...(offer === undefined || offer.notBefore === ''
                ? {}
                : { minDate: parseISO(offer.notBefore) })}
              error={wrong(draft.on === '')}
              onChange={(on) => change({ on })}
            />
            <ExhibitPicker
              caseId={caseId}
              label={words.document(type)}
              required={wantsDocument}
              error={wrong(noDocument)}
              value={draft.document}
              onChange={(document) => change({ document })}
            />
            {fields.map((field) => (
              <ActField
                key={field}
                caseId={caseId}
                asset={asset}
                field={field}
                type={type}
                draft={draft}
                required={needed.includes(field)}
                error={wrong(missing.includes(field))}
                onChange={change}
              />
            ))}
            {type !== 'value' && (
              <LongText label={t('form.note')} value={draft.note} onChange={(note) => change({ note })} />
            )}
          </SimpleGrid>
          {send.error !== null && <ErrorNotice error={send.error} />}
          <Group justify="space-between" wrap="nowrap">
            <Text size="xs" c="dimmed">
              {t('form.stays')}
            </Text>
            <Group gap="sm" wrap="nowrap">
              <Button variant="default" onClick={onClose} disabled={send.isPending}>
                {t('common:cancel')}
              </Button>
              <Button type="submit" loading={send.isPending}>
                {t('form.save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
