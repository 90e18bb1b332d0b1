import { ActionIcon, Button, Input } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './form.module.css';

interface Props<T> {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly rows: readonly T[];
  readonly blank: T;
  readonly add: string;
  readonly row: (row: T, change: (part: Partial<T>) => void, at: number) => ReactNode;
  readonly onChange: (rows: readonly T[]) => void;
}

/** Things said one by one, as many as there are. */
export function Lines<T>({
  label,
  help,
  error,
  required = false,
  rows,
  blank,
  add,
  row,
  onChange,
}: Props<T>) {
  const { t } = useTranslation('operations');
  const change = (at: number, part: Partial<T>) =>
    onChange(rows.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <Input.Wrapper
      component="fieldset"
      bd="none"
      p={0}
      m={0}
      label={label}
      labelElement="div"
      description={help}
      error={error}
      withAsterisk={required}
    >
      <div className={classes.lines}>
        {rows.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own while they are typed
          <div key={at} className={classes.line}>
            {row(each, (part) => change(at, part), at)}
            <ActionIcon
              color="gray"
              aria-label={t('removeLine', { what: label, at: at + 1 })}
              onClick={() => onChange(rows.filter((_, index) => index !== at))}
            >
              <IconX size={15} />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} />}
            onClick={() => onChange([...rows, blank])}
          >
            {add}
          </Button>
        </div>
      </div>
    </Input.Wrapper>
  );
}
