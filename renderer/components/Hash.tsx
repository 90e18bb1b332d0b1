import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Hash.module.css';

interface Props {
  /** The whole hash or fingerprint. */
  readonly value: string;
  /** Characters shown; the rest is in the tooltip and in what is copied. 0 shows all. */
  readonly length?: number;
  /** What it is of, for screen readers: “SHA-256 of E-003”. */
  readonly label?: string;
}

/** A hash, short enough to read beside others, whole to copy. */
export function Hash({ value, length = 12, label }: Props) {
  const { t } = useTranslation('common');
  const shown = length === 0 || value.length <= length ? value : `${value.slice(0, length)}…`;
  return (
    <span className={classes.hash}>
      <Tooltip
        label={value}
        maw={560}
        disabled={shown === value}
        classNames={{ tooltip: classes.whole ?? '' }}
      >
        <code className={classes.text}>{shown}</code>
      </Tooltip>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon
            size="xs"
            color={copied ? 'success' : 'gray'}
            onClick={(event) => {
              event.stopPropagation();
              copy();
            }}
            aria-label={copied ? t('copied') : t('copyOf', { what: label ?? value.slice(0, 12) })}
          >
            {copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  );
}
