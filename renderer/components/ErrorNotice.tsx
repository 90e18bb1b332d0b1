import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './ErrorNotice.module.css';
import { useErrorText, useErrorWords } from './useErrorText.ts';

export { useErrorText, useErrorWords };

interface Props {
  readonly error: Error;
  /** Offers to try again. */
  readonly onRetry?: () => void;
  readonly onClose?: () => void;
}

/** What went wrong, what was kept and what to do, in the person's language. */
export function ErrorNotice({ error, onRetry, onClose }: Props) {
  const { t } = useTranslation('common');
  const words = useErrorWords()(error);
  return (
    <Alert
      role="alert"
      color="seal"
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      title={words.title}
      withCloseButton={onClose !== undefined}
      {...(onClose === undefined ? {} : { onClose, closeButtonLabel: t('close') })}
      classNames={{ root: classes.notice ?? '', title: classes.title ?? '', message: classes.message ?? '' }}
    >
      {words.text !== '' && <p>{words.text}</p>}
      {words.action !== '' && <p className={classes.action}>{words.action}</p>}
      {onRetry !== undefined && (
        <Group mt="xs">
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
