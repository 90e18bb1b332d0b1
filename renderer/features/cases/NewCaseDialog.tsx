import { Button, Group, MultiSelect, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/core.ts';
import { useNavigation } from '../../app/route.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import classes from './cases.module.css';
import { filled, today } from './new-case.ts';
import { useOffences } from './useOffences.ts';

/** A new case: a title is enough; everything can be amended later. */
export function NewCaseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('cases');
  const { go } = useNavigation();
  const { stages, statuses } = useOfficeTerms();
  const { groups } = useOffences();
  const open = useCommand('cases.open');
  const [text, setText] = useState({
    title: '',
    summary: '',
    court: '',
    courtNumber: '',
    notes: '',
    openedOn: today(),
  });
  const [offences, setOffences] = useState<string[]>([]);
  const [stage, setStage] = useState<string | null>(null);
  const [status, setStatus] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const set = (name: keyof typeof text) => (value: string) => setText({ ...text, [name]: value });
  const missing = tried && text.title.trim() === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.title.trim() === '' || open.isPending) return;
    const chosen = { stage: stage ?? stages[0]?.value ?? '', status: status ?? statuses[0]?.value ?? '' };
    open.mutate(
      { title: text.title.trim(), offences, ...filled({ ...text, ...chosen }) },
      {
        onSuccess: ({ id }) => {
          onClose();
          go({ screen: 'case', case: id, tab: 'summary' });
        },
      },
    );
  };
  const line = (name: 'title' | 'court' | 'courtNumber') => ({
    label: t(`field.${name}`),
    value: text[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set(name)(event.currentTarget.value),
  });
  const long = (name: 'summary' | 'notes') => ({
    label: t(`field.${name}`),
    value: text[name],
    onChange: (event: React.ChangeEvent<HTMLTextAreaElement>) => set(name)(event.currentTarget.value),
  });
  return (
    <Dialog title={t('new.title')} size={720} onClose={onClose} mayClose={!open.isPending} keepOnClickOutside>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            {...line('title')}
            data-autofocus
            withAsterisk
            maxLength={500}
            description={t('new.titleHelp')}
            error={missing ? t('new.titleMissing') : undefined}
          />
          <Textarea {...long('summary')} autosize minRows={3} maxRows={8} />
          <MultiSelect
            label={t('field.offences')}
            data={groups}
            value={offences}
            onChange={setOffences}
            searchable
            clearable
            hidePickedOptions
            nothingFoundMessage={t('offences.none')}
          />
          <div className={classes.newTerms}>
            <Select
              label={t('field.stage')}
              data={stages}
              value={stage ?? stages[0]?.value ?? null}
              onChange={setStage}
              allowDeselect={false}
            />
            <Select
              label={t('field.status')}
              data={statuses}
              value={status ?? statuses[0]?.value ?? null}
              onChange={setStatus}
              allowDeselect={false}
            />
            <DayInput label={t('field.openedOn')} value={text.openedOn} onChange={set('openedOn')} />
          </div>
          <SimpleGrid cols={2} spacing="sm">
            <TextInput {...line('court')} />
            <TextInput {...line('courtNumber')} />
          </SimpleGrid>
          <Textarea {...long('notes')} autosize minRows={2} maxRows={6} />
          {open.error !== null && <ErrorNotice error={open.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={open.isPending}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={open.isPending}>
              {t('new.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
