import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/Dialog.tsx';
import { AskToOpen } from './AskToOpen.tsx';
import { drawPages } from './draw-pages.ts';
import classes from './printed.module.css';
import type { AgentDialog } from './types.ts';
import { useSecret } from './useSecret.ts';

/**
 * The sheet that folds into the paper envelope, sent from the window to the printer: no file of it is written. It is
 * never shown on the screen, and gone when the dialog closes.
 */
export function PrintEnvelope({ operation, agent, onClose }: AgentDialog) {
  const { t } = useTranslation('operations');
  const print = useSecret('operations.printEnvelope');
  const [pages, setPages] = useState<readonly string[] | null>(null);
  return (
    <Dialog
      title={t('envelope.printOf', { name: agent.codeName })}
      size={520}
      onClose={onClose}
      mayClose={!print.isPending}
      keepOnClickOutside
    >
      {pages === null ? (
        <AskToOpen
          help={t('envelope.printHelp')}
          does={t('envelope.do.print')}
          isPending={print.isPending}
          error={print.error}
          onClose={onClose}
          onAsk={async (ground) => {
            const sheet = await print.send({ operation: operation.id, agent: agent.id, ...ground });
            if (sheet !== null) setPages(await drawPages(sheet.pdf));
          }}
        />
      ) : (
        <Stack gap="md">
          <Text size="sm">{t('envelope.printReady', { count: pages.length })}</Text>
          <Text size="xs" c="dimmed">
            {t('envelope.printAfter')}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:done')}
            </Button>
            <Button data-autofocus leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
              {t('envelope.printNow')}
            </Button>
          </Group>
          {createPortal(
            <div className={classes.printed} aria-hidden>
              {pages.map((page) => (
                <img key={page} src={page} alt="" />
              ))}
            </div>,
            document.body,
          )}
        </Stack>
      )}
    </Dialog>
  );
}
