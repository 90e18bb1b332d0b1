import { Button, Group, NumberInput, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../electron/core/features/marking/model.ts';
import { useCommand } from '../../app/core.ts';
import { formatDate } from '../../app/format.ts';
import { useNavigation } from '../../app/route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import type { MarksProps } from './MarksSection.tsx';
import classes from './marking.module.css';
import { RemoveWithReason } from './RemoveWithReason.tsx';

/** Notes on an exhibit, on one of its pages where that was said. Taken away, they stay in the log. */
export function Notes({
  caseId,
  exhibit,
  readOnly,
  notes,
}: MarksProps & { readonly notes: readonly Note[] }) {
  const { t } = useTranslation('marking');
  const { go } = useNavigation();
  const [text, setText] = useState('');
  const [page, setPage] = useState<number | ''>('');
  const add = useCommand('marking.note');
  const remove = useCommand('marking.removeNote');
  const write = () =>
    add.mutate(
      { case: caseId, exhibit, text, ...(page === '' ? {} : { page: page - 1 }) },
      {
        onSuccess: () => {
          setText('');
          setPage('');
        },
      },
    );
  return (
    <section>
      <Title order={3} className={classes.title}>
        {t('notes')}
      </Title>
      {notes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noNotes')}
        </Text>
      )}
      {notes.map((note) => (
        <article key={note.id} className={classes.note}>
          <p className={classes.words}>{note.text}</p>
          <Group gap="sm">
            {note.page !== null && (
              <Button
                variant="subtle"
                size="compact-xs"
                onClick={() =>
                  go({ screen: 'case', case: caseId, tab: 'evidence', item: exhibit, page: note.page ?? 0 })
                }
              >
                {t('page', { page: note.page + 1 })}
              </Button>
            )}
            <Text size="xs" c="dimmed">
              {note.author} · {formatDate(note.at)}
            </Text>
            {!readOnly && (
              <RemoveWithReason
                label={t('remove')}
                pending={remove.isPending}
                onRemove={(reason) => remove.mutate({ case: caseId, exhibit, note: note.id, reason })}
              />
            )}
          </Group>
        </article>
      ))}
      {!readOnly && (
        <Group align="flex-end" gap="xs" mt="xs" wrap="nowrap">
          <Textarea
            flex={1}
            autosize
            minRows={1}
            maxRows={6}
            label={t('note')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.ctrlKey && text.trim() !== '') write();
            }}
          />
          <NumberInput
            w={84}
            min={1}
            allowDecimal={false}
            label={t('onPage')}
            value={page}
            onChange={(value) => setPage(typeof value === 'number' ? value : '')}
          />
          <Button variant="default" disabled={text.trim() === ''} loading={add.isPending} onClick={write}>
            {t('write')}
          </Button>
        </Group>
      )}
      {(add.error ?? remove.error) !== null && <ErrorNotice error={(add.error ?? remove.error) as Error} />}
    </section>
  );
}
