import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../electron/core/journal/canonical.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { FieldInput } from './FieldInput.tsx';
import classes from './field.module.css';
import type { FieldChange, FieldProps } from './types.ts';
import { asSettable, isEmpty, same } from './value.ts';

interface Props extends FieldProps {
  readonly onSave: (change: FieldChange) => Promise<unknown>;
  readonly onClose: () => void;
}

/**
 * A field while it is written. What is saved stays in the journal for good, so nothing is saved by leaving: Enter
 * (Ctrl+Enter in long texts and lists) or the button saves, Escape gives up, and leaving it unchanged closes it.
 */
export function FieldForm({
  label,
  field,
  kind = 'text',
  options = [],
  required = false,
  onSave,
  onClose,
}: Props) {
  const { t } = useTranslation('common');
  const box = useRef<HTMLFormElement>(null);
  // What stood when the person began: if another version arrives meanwhile, the core sees a conflict, not a loss.
  const [began] = useState({ value: field.value, saw: field.saw });
  const [value, setValue] = useState<Json>(began.value);
  const [reason, setReason] = useState('');
  const save = useMutation({ mutationFn: onSave, onSuccess: onClose });
  const missing = required && isEmpty(value);

  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);

  const commit = () => {
    if (missing || save.isPending) return;
    if (same(value, began.value) && field.conflicting.length === 0) return onClose();
    save.mutate({
      value: asSettable(value),
      saw: began.saw,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit();
    }
  };

  return (
    <form
      ref={box}
      className={classes.form}
      aria-label={label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
      onBlur={(event) => {
        const left = !event.currentTarget.contains(event.relatedTarget) && event.relatedTarget !== null;
        if (left && same(value, began.value) && reason === '') onClose();
      }}
    >
      <FieldInput label={label} kind={kind} options={options} value={value} onChange={setValue} />
      {began.saw.length > 0 && (
        <TextInput
          size="xs"
          placeholder={t('field.reason')}
          aria-label={t('field.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {save.error !== null && <ErrorNotice error={save.error} />}
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed" truncate>
          {kind === 'text' || kind === 'day' ? t('field.keys') : t('field.keysLong')}
        </Text>
        <Group gap={6} wrap="nowrap">
          <Button size="compact-xs" variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="compact-xs" type="submit" loading={save.isPending} disabled={missing}>
            {t('save')}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
