import { UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../electron/core/journal/canonical.ts';
import { formatDate } from '../app/format.ts';
import { FieldConflict } from './field/FieldConflict.tsx';
import { FieldForm } from './field/FieldForm.tsx';
import { FieldHistory } from './field/FieldHistory.tsx';
import classes from './field/field.module.css';
import type { FieldProps } from './field/types.ts';
import { isEmpty, words } from './field/value.ts';

export type { FieldKind, FieldProps } from './field/types.ts';

/** A fact of the file: what it says, who set it and when, its earlier versions; click, Enter or F2 to amend it. */
export function FieldEditor(props: FieldProps) {
  const { label, field, kind = 'text', options = [], editable = true, place, onSave } = props;
  const [editing, setEditing] = useState(false);
  const value = useRef<HTMLButtonElement>(null);
  const show = props.show ?? ((each: Json) => words(each, kind, options));
  const save = editable ? onSave : undefined;

  const close = () => {
    setEditing(false);
    // The value is drawn again before it can take the focus back.
    requestAnimationFrame(() => value.current?.focus());
  };

  return (
    <div className={classes.field} data-multiline={kind === 'multiline'}>
      <div className={classes.head}>
        <span className={classes.label}>{label}</span>
        {field.versions > 0 && (
          <span className={classes.meta} data-amended={field.versions > 1}>
            <span className={classes.who}>
              {field.author} · {formatDate(field.at)}
            </span>
            {place !== undefined && (
              <FieldHistory place={place} label={label} versions={field.versions} show={show} />
            )}
          </span>
        )}
      </div>
      {editing && save !== undefined ? (
        <FieldForm {...props} onSave={save} onClose={close} />
      ) : (
        <>
          {field.conflicting.length > 0 && <FieldConflict field={field} show={show} onSave={save} />}
          <FieldText label={label} onEdit={save && (() => setEditing(true))} ref={value}>
            {isEmpty(field.value) ? null : show(field.value)}
          </FieldText>
        </>
      )}
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly onEdit: (() => void) | undefined;
  readonly ref: React.Ref<HTMLButtonElement>;
}

function FieldText({ label, children, onEdit, ref }: TextProps) {
  const { t } = useTranslation('common');
  if (onEdit === undefined)
    return <div className={classes.text}>{children ?? <span className={classes.empty}>—</span>}</div>;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F2') onEdit();
  };
  return (
    <UnstyledButton
      ref={ref}
      className={classes.value}
      onClick={onEdit}
      onKeyDown={onKeyDown}
      aria-description={t('field.edit', { label })}
    >
      <span className={classes.shown}>
        {children ?? <span className={classes.empty}>{t('field.add')}</span>}
      </span>
      <IconPencil size={14} className={classes.pencil} aria-hidden />
    </UnstyledButton>
  );
}
