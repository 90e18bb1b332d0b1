import { Button, Group } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../electron/core/journal/canonical.ts';
import type { FieldValue } from '../../../electron/core/journal/model.ts';
import { formatDate } from '../../app/format.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import classes from './field.module.css';
import type { FieldChange } from './types.ts';
import { asSettable } from './value.ts';

interface Props {
  readonly field: FieldValue;
  readonly show: (value: Json) => ReactNode;
  readonly onSave?: ((change: FieldChange) => Promise<unknown>) | undefined;
}

/** Two amendments that did not see each other: both are shown, a person keeps one (or writes a third). */
export function FieldConflict({ field, show, onSave }: Props) {
  const { t } = useTranslation('common');
  const save = useMutation({ mutationFn: (change: FieldChange) => onSave?.(change) ?? Promise.resolve() });
  const standing = [{ value: field.value, author: field.author, at: field.at }, ...field.conflicting];
  return (
    <section className={classes.conflict} aria-label={t('field.conflict')}>
      <div className={classes.conflictTitle}>
        <IconArrowsSplit2 size={14} aria-hidden /> {t('field.conflict')}
      </div>
      {standing.map((each) => (
        <Group key={`${each.author} ${each.at}`} justify="space-between" wrap="nowrap" gap="xs">
          <div>
            <div>{show(each.value)}</div>
            <div className={classes.versionMeta}>
              {each.author} · {formatDate(each.at)}
            </div>
          </div>
          {onSave !== undefined && (
            <Button
              size="compact-xs"
              variant="default"
              loading={save.isPending}
              onClick={() =>
                save.mutate({ value: asSettable(each.value), saw: field.saw, reason: t('field.settled') })
              }
            >
              {t('field.keep')}
            </Button>
          )}
        </Group>
      ))}
      {save.error !== null && <ErrorNotice error={save.error} />}
    </section>
  );
}
