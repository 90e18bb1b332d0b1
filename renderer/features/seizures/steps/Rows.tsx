import { ActionIcon, Button, Input } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './steps.module.css';

interface Props<T> {
  readonly label: string;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly rows: readonly T[];
  readonly blank: T;
  readonly add: string;
  readonly row: (row: T, change: (part: Partial<T>) => void, at: number) => ReactNode;
  readonly onChange: (rows: readonly T[]) => void;
  /** What stands below: what the rows come to. */
  readonly children?: ReactNode;
}

/** Lines of one kind, as many as there are: Enter in the last one begins another. */
export function Rows<T>({ label, required, error, rows, blank, add, row, onChange, children }: Props<T>) {
  const { t } = useTranslation('seizures');
  const box = useRef<HTMLDivElement>(null);
  const addRow = () => {
    onChange([...rows, blank]);
    // The new line is drawn before it can take the focus.
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>('[data-row]:last-of-type input')?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    // Enter would send the whole form: within lines it goes on to the next.
    event.preventDefault();
    addRow();
  };
  return (
    <Input.Wrapper
      component="fieldset"
      label={label}
      labelElement="div"
      withAsterisk={required}
      error={error}
      className={classes.rows ?? ''}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys heard from the inputs within */}
      <div ref={box} className={classes.lines} onKeyDown={onKeyDown}>
        {rows.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own while they are typed
          <div key={at} data-row className={classes.line}>
            <span className={classes.position}>{at + 1}</span>
            {row(
              each,
              (part) => onChange(rows.map((other, index) => (index === at ? { ...other, ...part } : other))),
              at,
            )}
            <ActionIcon
              color="gray"
              tabIndex={-1}
              aria-label={t('form.removeLine', { at: at + 1 })}
              onClick={() => onChange(rows.filter((_, index) => index !== at))}
            >
              <IconX size={15} />
            </ActionIcon>
          </div>
        ))}
      </div>
      <div className={classes.foot}>
        <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />} onClick={addRow}>
          {add}
        </Button>
        {children}
      </div>
    </Input.Wrapper>
  );
}
