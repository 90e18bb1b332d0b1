import { Button, Group, Text } from '@mantine/core';
import { IconArrowsExchange, IconQrcode } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/core.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import classes from './custody.module.css';
import { useCustody } from './data.ts';
import { HandOverDialog } from './HandOverDialog.tsx';

interface Props {
  readonly caseId: string;
  /** The exhibits that are marked in the list. */
  readonly marked: ReadonlySet<string>;
  readonly mayHandOver: boolean;
  readonly onDone: () => void;
  /** What else is done with them. */
  readonly children?: ReactNode;
}

/** What is done with all marked exhibits at once: one hand-over with one receipt, or their labels. */
export function BatchBar({ caseId, marked, mayHandOver, onDone, children }: Props) {
  const { t } = useTranslation('custody');
  const [handing, setHanding] = useState(false);
  const exhibits = [...marked];
  const { data: first } = useCustody(caseId, exhibits[0] ?? '', undefined);
  const print = useCommand('custody.print');
  const labels = async () => {
    const folder = await window.custodia.chooseFolder();
    if (folder === null) return;
    print.mutate({ case: caseId, form: 'labels', exhibits, folder: folder.handle });
  };
  return (
    <div className={classes.batch}>
      <Group gap="xs">
        <Text size="sm" fw={600} role="status">
          {t('batch.marked', { count: marked.size })}
        </Text>
        {mayHandOver && (
          <>
            <Button
              size="compact-sm"
              leftSection={<IconArrowsExchange size={14} />}
              disabled={first === undefined}
              onClick={() => setHanding(true)}
            >
              {t('batch.handOver')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconQrcode size={14} />}
              loading={print.isPending}
              onClick={labels}
            >
              {t('batch.labels')}
            </Button>
          </>
        )}
        {children}
        <Button size="compact-sm" variant="subtle" onClick={onDone}>
          {t('batch.clear')}
        </Button>
        {print.data !== undefined && (
          <Text size="xs" c="dimmed">
            {t('print.done', { name: print.data.name })}
          </Text>
        )}
      </Group>
      {print.error !== null && <ErrorNotice error={print.error} onClose={print.reset} />}
      {handing && first !== undefined && (
        <HandOverDialog
          caseId={caseId}
          exhibits={exhibits}
          shown={first}
          onClose={() => setHanding(false)}
          onDone={onDone}
        />
      )}
    </div>
  );
}
