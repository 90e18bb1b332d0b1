import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCommand } from '../../app/core.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { GroundFields, isSaid, usualGround } from './GroundFields.tsx';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  /** What is sought at once. */
  readonly sought?: string;
  readonly onDone?: () => void;
}

/** A term wherever it stands: first how often it is found and where, then kept back with a ground. */
export function TermForm({ caseId, exhibit, sought = '', onDone }: Props) {
  const { t } = useTranslation('marking');
  const [text, setText] = useState(sought);
  // What a viewer's search marks may stand inside a word: the same is kept back then.
  const [wholeWord, setWholeWord] = useState(sought === '');
  const [choice, setChoice] = useState(usualGround);
  const found = useMutation({
    mutationFn: (term: { readonly text: string; readonly wholeWord: boolean }) =>
      call('marking.findTerm', { case: caseId, exhibit, ...term }),
  });
  const find = useRef(found.mutate);
  useEffect(() => {
    if (sought.trim().length >= 2) find.current({ text: sought, wholeWord: false });
  }, [sought]);
  const redact = useCommand('marking.redact');
  const keepBack = () =>
    redact.mutate(
      {
        case: caseId,
        exhibit,
        term: { text, wholeWord },
        ground: choice.ground,
        ...(choice.ground === 'other' ? { groundText: choice.groundText } : {}),
      },
      {
        onSuccess: () => {
          setText('');
          found.reset();
          onDone?.();
        },
      },
    );
  const error = found.error ?? redact.error;
  return (
    <Stack gap="xs" mt="sm">
      <Alert variant="light" color="warning" p="xs">
        <Text size="xs">{t('termWarning')}</Text>
      </Alert>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          autoFocus={sought !== ''}
          data-autofocus={sought !== '' || undefined}
          label={t('term')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            found.reset();
          }}
        />
        <Checkbox
          mb={8}
          size="xs"
          label={t('wholeWord')}
          checked={wholeWord}
          onChange={(event) => {
            setWholeWord(event.currentTarget.checked);
            found.reset();
          }}
        />
        <Button
          variant="default"
          disabled={text.trim().length < 2}
          loading={found.isPending}
          onClick={() => found.mutate({ text, wholeWord })}
        >
          {t('find')}
        </Button>
      </Group>
      {found.data !== undefined && (
        <>
          <Text size="sm" role="status">
            {found.data.total === 0
              ? t('foundNone')
              : t('found', {
                  count: found.data.total,
                  pages: found.data.pages.map((page) => page.page + 1).join(', '),
                })}
            {found.data.unread.length > 0 && ` ${t('unread', { count: found.data.unread.length })}`}
          </Text>
          <Group align="flex-end" gap="xs">
            <GroundFields value={choice} onChange={setChoice} />
            <Button disabled={!isSaid(choice)} loading={redact.isPending} onClick={keepBack}>
              {found.data.total === 0 ? t('redact') : t('redactAll', { count: found.data.total })}
            </Button>
          </Group>
        </>
      )}
      {error !== null && <ErrorNotice error={error} />}
    </Stack>
  );
}
