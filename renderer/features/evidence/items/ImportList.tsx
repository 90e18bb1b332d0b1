import { Alert, Badge, Button, Checkbox, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  HashListOutcome,
  HashOutcome,
  HashRow,
} from '../../../../electron/core/features/evidence/items/hashes/model.ts';
import { call } from '../../../app/core.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { claimOne } from '../../../components/list/claim.ts';
import { ListChoice } from '../../../components/list/ListChoice.tsx';
import { OutcomeTable } from '../../../components/list/OutcomeTable.tsx';
import { useListJob } from '../../../components/list/useListJob.ts';
import type { Column } from '../../../components/VirtualTable.tsx';
import { hashOutcomes } from './lists.ts';

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
  const { t } = useTranslation(['items', 'lists']);
  const [file, setFile] = useState<File | null>(null);
  const [attaches, setAttaches] = useState(true);
  const job = useListJob();
  const start = useMutation({
    mutationFn: async ({ chosen, sha256 }: { readonly chosen: File; readonly sha256?: string }) => {
      const handle = await claimOne(chosen);
      const write = sha256 === undefined ? {} : { write: { sha256 } };
      const started = await call('evidence.hashList', { case: caseId, file: handle, ...write });
      if (sha256 !== undefined && attaches) await attachList(caseId, chosen);
      return started;
    },
    onSuccess: job.follow,
  });
  const outcome = job.result as HashListOutcome | undefined;
  const busy = start.isPending || job.running;
  const columns = useColumns();

  return (
    <Dialog title={t('import.title')} size={980} onClose={onClose}>
      <Stack gap="sm">
        <ListChoice
          help={t('import.help')}
          accept=".csv,.txt,.tsv,.sha256,.sha1,.md5"
          chosen={file !== null}
          busy={busy}
          done={job.done}
          error={start.error ?? job.error}
          onChoose={(chosen) => {
            setFile(chosen);
            job.forget();
            start.mutate({ chosen });
          }}
        />
        {outcome !== undefined && (
          <OutcomeTable
            label={t('import.table')}
            name={outcome.name}
            sha256={outcome.sha256}
            outcomes={hashOutcomes.map((value) => ({
              value,
              label: t(`outcome.${value}`),
              count: outcome.counts[value],
            }))}
            columns={columns}
            rows={outcome.rows}
          />
        )}
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
            {t('lists:frame.close')}
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

async function attachList(caseId: string, file: File): Promise<void> {
  const provenance = { source: '', place: '', collectedOn: '', collectedBy: '', description: '' };
  await call('evidence.attach', { case: caseId, files: [await claimOne(file)], provenance });
}

function useColumns(): readonly Column<HashRow>[] {
  const { t } = useTranslation(['items', 'lists']);
  return [
    { id: 'row', header: t('lists:frame.row'), width: '4.5rem', align: 'end', cell: ({ row }) => row },
    {
      id: 'outcome',
      header: t('lists:frame.outcome'),
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
      header: t('lists:frame.why'),
      width: 'minmax(10rem, 1.6fr)',
      cell: ({ note }) => (note === undefined ? '' : t(`why.${note}`)),
    },
  ];
}
