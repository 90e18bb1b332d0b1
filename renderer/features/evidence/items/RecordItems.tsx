import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { CoreError, useCommand } from '../../../app/core.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { type Cell, cells, draftAfter, filled, inputOf, repeated } from './draft.ts';
import { GridRow } from './GridRow.tsx';
import classes from './items.module.css';
import { OccasionForm } from './OccasionForm.tsx';
import { type DraftItem, doubtedIn, noOccasion, refusedIn } from './occasion.ts';

interface Props {
  readonly caseId: string;
  readonly onClose: () => void;
}

const mostRows = 200;

/** Many things by the keyboard, all recorded in one go or none. */
export function RecordItems({ caseId, onClose }: Props) {
  const { t } = useTranslation('items');
  const record = useCommand('evidence.recordItems');
  const [occasion, setOccasion] = useState(noOccasion);
  const [rows, setRows] = useState<readonly DraftItem[]>(() => [draftAfter(undefined, 0)]);
  const grid = useRef<HTMLDivElement>(null);
  const ready = filled(rows);
  const refused = refusedIn(record.error);
  const doubted = doubtedIn(record.error);
  const wrong =
    record.error instanceof CoreError && record.error.body.code === 'call.invalid'
      ? String(record.error.body.params.field ?? '')
      : undefined;

  const save = () => {
    if (ready.length === 0 || record.isPending) return;
    record.mutate({ case: caseId, occasion, items: ready.map(inputOf) }, { onSuccess: onClose });
  };
  const change = (at: number, part: Partial<DraftItem>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const focus = (row: number, cell: number) =>
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row}-${cell}"]`)?.focus();
  const addRow = () => {
    if (rows.length >= mostRows) return;
    // Drawn at once, so that what is typed next falls into the new row.
    flushSync(() => setRows([...rows, draftAfter(rows.at(-1), (rows.at(-1)?.key ?? 0) + 1)]));
    focus(rows.length, 0);
  };
  const onKeyDown = (event: KeyboardEvent, at: number, cell: number) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else if (event.key === 'Enter' && cell < cells.length - 1) focus(at, cell + 1);
    else if (event.key === 'Enter' && at < rows.length - 1) focus(at + 1, 0);
    else if (event.key === 'Enter') addRow();
    else if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey))
      setRows(repeated(rows, at, cells[cell]?.id ?? 'name'));
    else return;
    event.preventDefault();
  };

  return (
    <Dialog
      title={t('batch.title')}
      size={1180}
      onClose={onClose}
      mayClose={!record.isPending}
      keepOnClickOutside
    >
      <Stack gap="sm">
        <Text size="sm" fw={600}>
          {t('batch.common')}
        </Text>
        <OccasionForm
          caseId={caseId}
          value={occasion}
          wrong={wrong}
          onChange={(part) => setOccasion({ ...occasion, ...part })}
        />
        <Text size="xs" c="dimmed">
          {t('batch.help')}
        </Text>
        <div ref={grid} className={classes.grid}>
          <table aria-label={t('batch.table')}>
            <thead>
              <tr>
                <th className={classes.position}>#</th>
                {cells.map(({ id, width }) => (
                  <th key={id} style={{ minWidth: width }}>
                    <CellName id={id} />
                  </th>
                ))}
                <th aria-hidden />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <GridRow
                  key={row.key}
                  row={row}
                  at={at}
                  wrong={refused?.row === at + 1 ? refused.field : undefined}
                  onChange={(part) => change(at, part)}
                  onKeyDown={(event, cell) => onKeyDown(event, at, cell)}
                  onRemove={
                    rows.length === 1 ? undefined : () => setRows(rows.filter((_, index) => index !== at))
                  }
                />
              ))}
            </tbody>
          </table>
        </div>
        {refused !== null && (
          <Alert color="seal" variant="light" role="alert" p="xs">
            {doubted === null
              ? t('batch.error', { row: refused.row, field: t(`field.${refused.field}`) })
              : t('batch.checkDigit', doubted)}
            {doubted !== null && (
              <Checkbox
                mt={6}
                size="xs"
                label={t('record.sic')}
                checked={rows[doubted.row - 1]?.sic ?? false}
                onChange={(event) => change(doubted.row - 1, { sic: event.currentTarget.checked })}
              />
            )}
          </Alert>
        )}
        {record.error !== null && refused === null && <ErrorNotice error={record.error} />}
        <Group justify="space-between">
          <Button variant="subtle" onClick={addRow} disabled={rows.length >= mostRows}>
            {t('batch.addRow')}
          </Button>
          <Group>
            <Button variant="default" onClick={onClose} disabled={record.isPending}>
              {t('record.cancel')}
            </Button>
            <Button onClick={save} disabled={ready.length === 0} loading={record.isPending}>
              {t('batch.save', { count: ready.length })}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Dialog>
  );
}

function CellName({ id }: { readonly id: Cell }) {
  const { t } = useTranslation('items');
  if (id === 'label') return t('batch.serialLabel');
  if (id === 'serial') return t('batch.serial');
  if (id === 'seal') return t('batch.seal');
  return id === 'insideRow' ? t('batch.insideRow') : t(`field.${id}`);
}
