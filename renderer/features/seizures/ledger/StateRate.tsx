import { Autocomplete, Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { format } from 'date-fns';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { currencies } from '../lists.ts';

interface Props {
  readonly caseId: string;
  readonly onClose: () => void;
}

/** States an exchange rate: of which day and where it is from, or nothing is converted by it. */
export function StateRate({ caseId, onClose }: Props) {
  const { t } = useTranslation('seizures');
  const state = useCommand('seizures.stateRate');
  const [typed, setTyped] = useState(() => ({
    from: 'USD',
    to: 'BOB',
    rate: '',
    on: format(new Date(), 'yyyy-MM-dd'),
    source: '',
  }));
  const [tried, setTried] = useState(false);
  const set = (name: keyof typeof typed, text: string) => setTyped({ ...typed, [name]: text });
  const wrong = (text: string) => (tried && text.trim() === '' ? t('form.missing') : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(typed).some((text) => text.trim() === '') || state.isPending) return;
    state.mutate({ case: caseId, ...typed }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('rate.add')} size={520} onClose={onClose} mayClose={!state.isPending} keepOnClickOutside>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={3} spacing="sm">
            <Autocomplete
              label={t('rate.from')}
              data={[...currencies]}
              maxLength={3}
              value={typed.from}
              onChange={(text) => set('from', text.toUpperCase())}
            />
            <TextInput
              label={t('rate.is')}
              data-autofocus
              withAsterisk
              inputMode="decimal"
              placeholder="6,96"
              error={wrong(typed.rate)}
              value={typed.rate}
              onChange={(event) => set('rate', event.currentTarget.value)}
            />
            <Autocomplete
              label={t('rate.to')}
              data={[...currencies]}
              maxLength={3}
              value={typed.to}
              onChange={(text) => set('to', text.toUpperCase())}
            />
          </SimpleGrid>
          <DayInput
            label={t('rate.on')}
            withAsterisk
            clearable={false}
            maxDate={new Date()}
            error={wrong(typed.on)}
            value={typed.on}
            onChange={(on) => set('on', on)}
          />
          <TextInput
            label={t('rate.source')}
            placeholder={t('rate.sourceExample')}
            withAsterisk
            maxLength={500}
            error={wrong(typed.source)}
            value={typed.source}
            onChange={(event) => set('source', event.currentTarget.value)}
          />
          {state.error !== null && <ErrorNotice error={state.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={state.isPending}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={state.isPending}>
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
