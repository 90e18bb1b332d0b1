import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CoreError, useCommand, useCore } from '../../../app/core.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { CommonFields } from './CommonFields.tsx';
import { type AssetDraft, another, inputOf, missingIn, newAsset } from './draft.ts';
import { FirstValue } from './FirstValue.tsx';
import { KindChoice } from './KindChoice.tsx';
import { KindFields } from './KindFields.tsx';
import { Refused } from './Refused.tsx';

interface Props {
  readonly caseId: string;
  readonly onClose: () => void;
  readonly onAdded: (asset: string) => void;
}

/** A new asset: its kind first, then what that kind has. Ctrl+Enter saves and goes on to another. */
export function NewAsset({ caseId, onClose, onAdded }: Props) {
  const { t } = useTranslation('seizures');
  const { data: forms } = useCore('seizures.forms', {});
  const add = useCommand('seizures.add');
  const [draft, setDraft] = useState(newAsset);
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const box = useRef<HTMLFormElement>(null);
  const form = forms?.kinds.find(({ kind }) => kind === draft.kind);
  const missing = form === undefined ? [] : missingIn(draft, form);
  const change = (part: Partial<AssetDraft>) => setDraft((now) => ({ ...now, ...part }));
  const { warnings, twice } = useExamined(
    caseId,
    form !== undefined && missing.length === 0 ? inputOf(draft, form) : null,
  );
  const save = (andAnother: boolean) => {
    setTried(true);
    if (form === undefined || missing.length > 0 || add.isPending) return;
    add.mutate(
      { case: caseId, ...inputOf(draft, form) },
      {
        onSuccess: ({ id, number }) => {
          if (!andAnother) {
            onClose();
            onAdded(id);
            return;
          }
          setSaved(exhibitNumber(number));
          setDraft(another(draft));
          setTried(false);
          requestAnimationFrame(() =>
            box.current?.querySelector<HTMLInputElement>('input[data-name]')?.focus(),
          );
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save(true);
  };
  // In the head of the dialog, which stays in sight when the form is scrolled.
  const title = saved === null ? t('add.title') : t('add.saved', { number: saved });
  const wrong = (field: string) => {
    if (tried && missing.includes(field)) return t('form.missing');
    return add.error instanceof CoreError && add.error.body.params.field === field
      ? t('add.look')
      : undefined;
  };
  return (
    <Dialog title={title} size={880} onClose={onClose} mayClose={!add.isPending} keepOnClickOutside>
      <form ref={box} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
        <Stack gap="md">
          <VisuallyHidden role="status">{title}</VisuallyHidden>
          <KindChoice kind={draft.kind} onKind={(kind) => change({ kind })} />
          {form !== undefined && (
            <>
              <KindFields caseId={caseId} form={form} draft={draft} wrong={wrong} onChange={change} />
              {draft.kind !== 'cash' && (
                <FirstValue caseId={caseId} draft={draft} wrong={wrong} onChange={change} />
              )}
              <CommonFields draft={draft} wrong={wrong} onChange={change} />
            </>
          )}
          <Refused
            warnings={warnings}
            error={add.error ?? twice}
            reason={draft.duplicateReason}
            onReason={(duplicateReason) => change({ duplicateReason })}
          />
          <Group justify="space-between" wrap="nowrap">
            <Text size="xs" c="dimmed">
              {t('add.keys')}
            </Text>
            <Group gap="sm" wrap="nowrap">
              <Button variant="default" onClick={onClose} disabled={add.isPending}>
                {t('common:cancel')}
              </Button>
              <Button
                variant="default"
                disabled={form === undefined}
                loading={add.isPending}
                onClick={() => save(true)}
              >
                {t('add.another')}
              </Button>
              <Button type="submit" disabled={form === undefined} loading={add.isPending}>
                {t('add.do')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** What is odd about what was typed, as the core sees it, before anything is written. */
function useExamined(caseId: string, input: ReturnType<typeof inputOf> | null) {
  const [asked] = useDebouncedValue(input === null ? '' : JSON.stringify(input), 400);
  const { data, error } = useCore(
    'seizures.examine',
    { case: caseId, ...(asked === '' ? emptyAsset : (JSON.parse(asked) as ReturnType<typeof inputOf>)) },
    { enabled: asked !== '' },
  );
  // What is refused otherwise is told when it is saved: half a number is no mistake yet.
  const isTwice = error instanceof CoreError && error.body.code === 'seizure.duplicate';
  return { warnings: asked === '' ? [] : (data?.warnings ?? []), twice: isTwice ? error : null };
}

const emptyAsset = { name: '', details: { kind: 'other' }, identifiedOn: '' } as const;
