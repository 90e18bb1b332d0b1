import { Modal } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';

interface Props {
  readonly title: string;
  readonly size: number;
  readonly onClose: () => void;
  /** False while something runs or a key is on the screen that is shown once. */
  readonly mayClose?: boolean;
  /** True where a click beside it would lose what was typed. */
  readonly keepOnClickOutside?: boolean;
  /** Takes the keyboard afterwards when what opened the dialog is gone. */
  readonly fallback?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A dialog that is there while it is rendered; when it goes, the keyboard is back where it came from. */
export function Dialog(props: Props) {
  const { title, size, onClose, mayClose = true, keepOnClickOutside = false, fallback, children } = props;
  const { t } = useTranslation('common');
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the page has settled: what opened the dialog may be gone by then.
      setTimeout(() => {
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
        else fallback?.current?.focus();
      }, 50);
    },
    [opener, fallback],
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      returnFocus={false}
      closeOnEscape={mayClose}
      closeOnClickOutside={mayClose && !keepOnClickOutside}
      withCloseButton={mayClose}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ title: classes.title ?? '' }}
    >
      {children}
    </Modal>
  );
}
