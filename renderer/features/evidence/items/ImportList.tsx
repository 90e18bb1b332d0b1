import {
  Alert,
  Badge,
  Button,
  Checkbox,
  Group,
  Progress,
  SegmentedControl,
  Stack,
  Text,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  HashListOutcome,
  HashOutcome,
  HashRow,
} from '../../../../electron/core/features/evidence/items/hashes/model.ts';
import { call } from '../../../app/core.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { Hash } from '../../../components/Hash.tsx';
import { type Column, VirtualTable } from '../../../components/VirtualTable.tsx';
import classes from './items.module.css';
import { hashOutcomes } from './lists.ts';
import { useListJob } from './useListJob.ts';

interface Props {
  readonly caseId: string;
  readonly onClose: () => void;
}

const colours: Readonly<Record<HashOutcome, string>> = {
  matches: 'success',
  differs: 'seal',
  unknown: 'gray',
  unreadable: 'warning',
};

/** Compares the case with a hash list: every row's outcome first; written down only when the person says so. */
export function ImportList({ caseId, onClose }: Props) {
  const { t } = useTranslation('items');
  const [file, setFile] = useState<File | null>(null);
  const [attaches, setAttaches] = useState(true);
  const picker = useRef<HTMLInputElement>(null);
  const job = useListJob();
  const start = useMutation({
    mutationFn: async ({ chosen, sha256 }: { readonly chosen: File; readonly sha256?: string }) => {
      // A handle works once: the file is offered anew for each reading of it.
      const handle = await claimOne(chosen);
      const write = sha256 === undefined ? {} : { write: { sha256 } };
      const started = await call('evidence.hashList', { case: caseId, file: handle, ...write });
      if (sha256 !== undefined && attaches) await attachList(caseId, chosen);
      return started;
    },
    onSuccess: job.follow,
  });
  const outcome = job.result as HashListOutcome | undefined;
  const choose = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setFile(chosen);
    job.forget();
    start.mutate({ chosen });
  };
  const pick = () => picker.current?.click();
  const busy = start.isPending || job.running;
  const error = start.error ?? job.error;

  return (
    <Dialog title={t('import.title')} size={980} onClose={onClose}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="sm" c="dimmed">
            {t('import.help')}
          </Text>
          <Button variant="default" flex="none" onClick={pick} loading={busy} data-autofocus>
            {file === null ? t('import.choose') : t('import.other')}
          </Button>
        </Group>
        <input
          ref={picker}
          type="file"
          accept=".csv,.txt,.tsv,.sha256,.sha1,.md5"
          hidden
          aria-hidden
          tabIndex={-1}
          onChange={(event) => {
            choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        {busy && <Progress value={(job.done ?? 1) * 100} animated aria-label={t('import.reading')} />}
        {error !== null && <ErrorNotice error={error} />}
        {outcome !== undefined && <Outcome outcome={outcome} />}
        {outcome?.written === true && (
          <Alert color="success" variant="light" role="status" p="xs">
            {t('import.written')}
          </Alert>
        )}
        <Group justify="flex-end">
          {outcome?.written === false && (
            <Checkbox
              label={t('import.attach')}
              checked={attaches}
              onChange={(event) => setAttaches(event.currentTarget.checked)}
            />
          )}
          <Button variant="default" onClick={onClose}>
            {t('import.close')}
          </Button>
          {outcome?.written === false && file !== null && (
            <Button loading={busy} onClick={() => start.mutate({ chosen: file, sha256: outcome.sha256 })}>
              {t('import.write')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

async function claimOne(file: File): Promise<string> {
  const [offered] = await window.custodia.claim([file]);
  return offered?.handle ?? '';
}

async function attachList(caseId: string, file: File): Promise<void> {
  const provenance = { source: '', place: '', collectedOn: '', collectedBy: '', description: '' };
  await call('evidence.attach', { case: caseId, files: [await claimOne(file)], provenance });
}

function Outcome({ outcome }: { readonly outcome: HashListOutcome }) {
  const { t } = useTranslation('items');
  const [only, setOnly] = useState<string>('all');
  const { counts, rows, sha256, name } = outcome;
  const columns = useColumns();
  return (
    <>
      <Group justify="space-between">
        <SegmentedControl
          size="xs"
          value={only}
          onChange={setOnly}
          data={[
            { value: 'all', label: `${t('import.all')} · ${rows.length}` },
            ...hashOutcomes.map((value) => ({ value, label: `${t(`outcome.${value}`)} · ${counts[value]}` })),
          ]}
        />
        <Group gap={6}>
          <Text size="xs" c="dimmed">
            {t('import.listHash')}
          </Text>
          <Hash value={sha256} label={`SHA-256: ${name}`} />
        </Group>
      </Group>
      <div className={classes.table}>
        <VirtualTable
          label={t('import.table')}
          of={only}
          columns={columns}
          rows={only === 'all' ? rows : rows.filter((row) => row.outcome === only)}
          rowKey={(row) => String(row.row)}
        />
      </div>
    </>
  );
}

function useColumns(): readonly Column<HashRow>[] {
  const { t } = useTranslation('items');
  return [
    { id: 'row', header: t('import.row'), width: '4.5rem', align: 'end', cell: ({ row }) => row },
    {
      id: 'outcome',
      header: t('import.outcome'),
      width: '13.5rem',
      cell: ({ outcome }) => (
        <Badge variant="light" color={colours[outcome]}>
          {t(`outcome.${outcome}`)}
        </Badge>
      ),
    },
    {
      id: 'exhibit',
      header: t('import.exhibit'),
      width: '6rem',
      cell: ({ number }) => (number === undefined ? '' : exhibitNumber(number)),
    },
    { id: 'name', header: t('import.name'), width: 'minmax(12rem, 2fr)', cell: ({ name }) => name },
    {
      id: 'why',
      header: t('import.why'),
      width: 'minmax(10rem, 1.6fr)',
      cell: ({ note }) => (note === undefined ? '' : t(`why.${note}`)),
    },
  ];
}
