import { Alert, Button, Checkbox, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ground, Redaction } from '../../../electron/core/features/marking/model.ts';
import { call, useCommand } from '../../app/core.ts';
import { formatDate } from '../../app/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { grounds } from './lists.ts';
import type { MarksProps } from './MarksSection.tsx';
import classes from './marking.module.css';
import { RemoveWithReason } from './RemoveWithReason.tsx';

interface Props extends MarksProps {
  readonly redactions: readonly Redaction[];
}

/** What is kept back of copies that leave the office, with its legal ground. The original is not touched. */
export function Redactions({ caseId, exhibit, readOnly, redactions }: Props) {
  const { t } = useTranslation('marking');
  const remove = useCommand('marking.unredact');
  return (
    <section>
      <Title order={3} className={classes.title}>
        {t('redactions')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('redactionsHelp')}
      </Text>
      {redactions.map((each) => (
        <article key={each.id} className={classes.note}>
          <Group gap="sm">
            <IconEyeOff size={16} aria-hidden />
            <Text size="sm" fw={600}>
              {each.term === null
                ? t('area', { page: (each.area?.page ?? 0) + 1, count: each.area?.rects.length ?? 0 })
                : `«${each.term.text}»`}
            </Text>
            <Text size="sm">{each.ground === 'other' ? each.groundText : t(`ground.${each.ground}`)}</Text>
          </Group>
          <Group gap="sm">
            <Text size="xs" c="dimmed">
              {each.author} · {formatDate(each.at)}
            </Text>
            {!readOnly && (
              <RemoveWithReason
                label={t('unredact')}
                pending={remove.isPending}
                onRemove={(reason) => remove.mutate({ case: caseId, exhibit, redaction: each.id, reason })}
              />
            )}
          </Group>
        </article>
      ))}
      {!readOnly && <ByTerm caseId={caseId} exhibit={exhibit} />}
      {remove.error !== null && <ErrorNotice error={remove.error} />}
    </section>
  );
}

/** A term wherever it stands: first how often it is found and where, then kept back with a ground. */
function ByTerm({ caseId, exhibit }: Pick<MarksProps, 'caseId' | 'exhibit'>) {
  const { t } = useTranslation('marking');
  const [text, setText] = useState('');
  const [wholeWord, setWholeWord] = useState(true);
  const [ground, setGround] = useState<Ground>('protectedIdentity');
  const [groundText, setGroundText] = useState('');
  const found = useMutation({
    mutationFn: () => call('marking.findTerm', { case: caseId, exhibit, text, wholeWord }),
  });
  const redact = useCommand('marking.redact');
  const total = found.data?.pages.reduce((sum, page) => sum + page.count, 0) ?? 0;
  const keepBack = () =>
    redact.mutate(
      {
        case: caseId,
        exhibit,
        term: { text, wholeWord },
        ground,
        ...(ground === 'other' ? { groundText } : {}),
      },
      {
        onSuccess: () => {
          setText('');
          found.reset();
        },
      },
    );
  return (
    <Stack gap="xs" mt="sm">
      <Alert variant="light" color="warning" p="xs">
        <Text size="xs">{t('termWarning')}</Text>
      </Alert>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
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
          onChange={(event) => setWholeWord(event.currentTarget.checked)}
        />
        <Button
          variant="default"
          disabled={text.trim().length < 2}
          loading={found.isPending}
          onClick={() => found.mutate()}
        >
          {t('find')}
        </Button>
      </Group>
      {found.data !== undefined && (
        <>
          <Text size="sm" role="status">
            {total === 0
              ? t('foundNone')
              : t('found', { count: total, pages: found.data.pages.map((page) => page.page + 1).join(', ') })}
            {found.data.unread.length > 0 && ` ${t('unread', { count: found.data.unread.length })}`}
          </Text>
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <Select
              flex={1}
              allowDeselect={false}
              label={t('groundLabel')}
              data={grounds.map((value) => ({ value, label: t(`ground.${value}`) }))}
              value={ground}
              onChange={(value) => setGround(grounds.find((each) => each === value) ?? 'other')}
            />
            {ground === 'other' && (
              <TextInput
                flex={1}
                label={t('groundOther')}
                value={groundText}
                onChange={(event) => setGroundText(event.currentTarget.value)}
              />
            )}
            <Button
              disabled={ground === 'other' && groundText.trim() === ''}
              loading={redact.isPending}
              onClick={keepBack}
            >
              {t('redact')}
            </Button>
          </Group>
        </>
      )}
      {(found.error ?? redact.error) !== null && (
        <ErrorNotice error={(found.error ?? redact.error) as Error} />
      )}
    </Stack>
  );
}
