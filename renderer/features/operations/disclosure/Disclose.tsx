import { Alert, Button, Group, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { RowList } from '../../../components/RowList.tsx';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';
import type { InDialog } from '../types.ts';
import { useWholeLog } from '../useWholeLog.ts';
import { type Decision, decidedOf, isOrder, isReady, noOrder, undecided } from './decision.ts';
import { EntryDecision } from './EntryDecision.tsx';
import { OrderFields } from './OrderFields.tsx';

/** The export for the court or the defence: every entry of the log is decided on, one by one. */
export function Disclose({ operation, onClose }: InDialog) {
  const { t } = useTranslation('operations');
  const disclose = useCommand('operations.disclose');
  const { log, error } = useWholeLog(operation.id);
  const [recipient, setRecipient] = useState('');
  const [order, setOrder] = useState(noOrder);
  const [decisions, setDecisions] = useState<Readonly<Record<string, Decision>>>({});
  if (error !== null) return <ErrorNotice error={error} />;
  if (log === null) return null;
  const open = log.filter(({ id }) => !isReady(decisions[id] ?? undecided)).length;
  const ready = recipient.trim() !== '' && isOrder(order) && open === 0;
  const send = async () => {
    const folder = await window.custodia.chooseFolder();
    if (folder === null) return;
    disclose.mutate({
      operation: operation.id,
      recipient: recipient.trim(),
      order,
      entries: decidedOf(log, decisions),
      folder: folder.handle,
    });
  };
  if (disclose.data !== undefined)
    return (
      <Alert color="success" role="status" title={t('disclosure.done', { name: disclose.data.name })}>
        <Text size="sm">{t('disclosure.doneHelp')}</Text>
        <Button mt="xs" size="compact-sm" onClick={onClose}>
          {t('common:done')}
        </Button>
      </Alert>
    );
  return (
    <Box title={t('disclosure.button')}>
      <SimpleGrid cols={2} spacing="sm" mb="sm">
        <TextInput
          label={t('field.recipient')}
          withAsterisk
          maxLength={500}
          value={recipient}
          onChange={(event) => setRecipient(event.currentTarget.value)}
        />
      </SimpleGrid>
      <OrderFields legend={t('disclosure.order')} order={order} onChange={setOrder} />
      <p className={classes.quiet} style={{ marginTop: '0.7rem' }}>
        {t('disclosure.entries', { count: log.length })}
      </p>
      <RowList label={t('tab.log')} rows={log} height={92} box={classes.decisions} item={classes.entry}>
        {(row) => (
          <EntryDecision
            row={row}
            decision={decisions[row.id] ?? { ...undecided, order }}
            onChange={(next) => setDecisions({ ...decisions, [row.id]: next })}
          />
        )}
      </RowList>
      {disclose.error !== null && <ErrorNotice error={disclose.error} />}
      <Group justify="flex-end" mt="sm">
        {open > 0 && (
          <Text size="xs" c="dimmed">
            {t('disclosure.undecided', { count: open })}
          </Text>
        )}
        <Button variant="default" onClick={onClose} disabled={disclose.isPending}>
          {t('common:cancel')}
        </Button>
        <Button disabled={!ready} loading={disclose.isPending} onClick={() => void send()}>
          {t('disclosure.do')}
        </Button>
      </Group>
    </Box>
  );
}
