import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/core.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import { CaseSelect } from '../../components/CaseSelect.tsx';
import { DayInput } from '../../components/DayInput.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** A deadline by a day, or by a term of the law that runs from a day. */
export function NewDeadline({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('deadlines');
  const { terms, pack } = useOfficeTerms();
  const set = useCommand('deadlines.set');
  const [caseId, setCase] = useState<string | null>(null);
  const [label, setLabel] = useState('');
  const [note, setNote] = useState('');
  const [by, setBy] = useState<'day' | 'term'>('day');
  const [day, setDay] = useState('');
  const [term, setTerm] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const missing = (value: string | null) =>
    tried && (value ?? '').trim() === '' ? t('new.missing') : undefined;
  const toConfirm = pack?.terms.find(({ id }) => id === term)?.status === 'toConfirm';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (caseId === null || label.trim() === '' || day === '' || (by === 'term' && term === null)) return;
    const when = by === 'day' ? ({ by, due: day } as const) : ({ by, term: term ?? '', from: day } as const);
    set.mutate({ case: caseId, label, note, when }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('new.title')} size={520} onClose={onClose} mayClose={!set.isPending} keepOnClickOutside>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <CaseSelect
            label={t('new.case')}
            value={caseId}
            onChange={setCase}
            withAsterisk
            data-autofocus
            error={missing(caseId)}
          />
          <TextInput
            label={t('new.label')}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
            maxLength={300}
            withAsterisk
            error={missing(label)}
          />
          <SegmentedControl
            aria-label={t('new.by')}
            value={by}
            onChange={(value) => setBy(value === 'term' ? 'term' : 'day')}
            data={[
              { value: 'day', label: t('new.byDay') },
              { value: 'term', label: t('new.byTerm') },
            ]}
          />
          {by === 'term' && (
            <Select
              label={t('new.term')}
              data={terms}
              value={term}
              onChange={setTerm}
              withAsterisk
              error={missing(term)}
            />
          )}
          {by === 'term' && toConfirm && (
            <Text size="xs" c="dimmed">
              {t('new.toConfirm')}
            </Text>
          )}
          <DayInput
            label={t(by === 'day' ? 'new.due' : 'new.from')}
            value={day}
            onChange={setDay}
            withAsterisk
            error={missing(day)}
          />
          <Textarea
            label={t('new.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={2_000}
          />
          {set.error !== null && <ErrorNotice error={set.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={set.isPending}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={set.isPending}>
              {t('new.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
