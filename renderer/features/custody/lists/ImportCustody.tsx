import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CustodyListInput,
  CustodyListOutcome,
} from '../../../../electron/core/features/custody/lists/model.ts';
import { call } from '../../../app/core.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { claimOne } from '../../../components/list/claim.ts';
import { ListChoice } from '../../../components/list/ListChoice.tsx';
import { OutcomeTable } from '../../../components/list/OutcomeTable.tsx';
import { useListJob } from '../../../components/list/useListJob.ts';
import { rowOutcomes, type SaidColumns } from './columns.ts';
import { ListColumns } from './ListColumns.tsx';
import { useRowColumns } from './useRowColumns.tsx';

interface Props {
  readonly caseId: string;
  readonly onClose: () => void;
}

type Order = Pick<CustodyListInput, 'columns' | 'write' | 'saveRefused'> & { readonly file: File };

/** Takes over a former register: every row's outcome first; written down only when the person says so. */
export function ImportCustody({ caseId, onClose }: Props) {
  const { t } = useTranslation('lists');
  const [file, setFile] = useState<File | null>(null);
  const [columns, setColumns] = useState<SaidColumns>({});
  const job = useListJob();
  const start = useMutation({
    mutationFn: async ({ file: chosen, ...more }: Order) =>
      call('custody.list', { case: caseId, file: await claimOne(chosen), ...more }),
    onSuccess: job.follow,
  });
  const outcome = job.result as CustodyListOutcome | undefined;
  const busy = start.isPending || job.running;
  const rowColumns = useRowColumns(outcome?.written === true);
  const read = (chosen: File, said: SaidColumns) => {
    setFile(chosen);
    setColumns(said);
    job.forget();
    start.mutate({ file: chosen, columns: said });
  };
  const save = async (chosen: File) => {
    const folder = await window.custodia.chooseFolder();
    if (folder !== null) start.mutate({ file: chosen, columns, saveRefused: { folder: folder.handle } });
  };

  return (
    <Dialog title={t('custody.title')} size={1240} onClose={onClose} keepOnClickOutside>
      <Stack gap="sm">
        <ListChoice
          help={t('custody.help')}
          accept=".csv,.txt,.tsv"
          chosen={file !== null}
          busy={busy}
          done={job.done}
          error={start.error ?? job.error}
          onChoose={(chosen) => read(chosen, {})}
        />
        {outcome !== undefined && file !== null && (
          <>
            {!outcome.written && (
              <ListColumns
                key={`${outcome.sha256} ${outcome.missing.join()}`}
                outcome={outcome}
                said={columns}
                busy={busy}
                onRead={(said) => read(file, said)}
              />
            )}
            {outcome.missing.length === 0 && (
              <OutcomeTable
                label={t('custody.table')}
                name={outcome.name}
                sha256={outcome.sha256}
                outcomes={rowOutcomes.map((value) => ({
                  value,
                  label: outcome.written && value === 'write' ? t('outcome.written') : t(`outcome.${value}`),
                  count: outcome.counts[value],
                }))}
                columns={rowColumns}
                rows={outcome.rows}
                rowHeight={54}
              />
            )}
            <Told outcome={outcome} />
          </>
        )}
        <Foot
          outcome={outcome}
          busy={busy}
          onClose={onClose}
          onSave={() => file !== null && save(file)}
          onWrite={(write) => file !== null && start.mutate({ file, columns, write })}
        />
      </Stack>
    </Dialog>
  );
}

/** What was done: written, or saved to be mended. */
function Told({ outcome }: { readonly outcome: CustodyListOutcome }) {
  const { t } = useTranslation('lists');
  const { written, saved, counts, missing } = outcome;
  if (written)
    return (
      <Alert color="success" variant="light" role="status" p="xs">
        {t('custody.written', { count: counts.write })}
      </Alert>
    );
  if (saved !== undefined)
    return (
      <Text size="sm" role="status">
        {t('custody.saved', { name: saved })}
      </Text>
    );
  if (counts.write > 0 || missing.length > 0) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      {t('custody.nothing')}
    </Text>
  );
}

interface FootProps {
  readonly outcome: CustodyListOutcome | undefined;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSave: () => void;
  readonly onWrite: (write: NonNullable<CustodyListInput['write']>) => void;
}

/** Rows that are refused keep the others from being written, until the person says that the good ones are enough. */
function Foot({ outcome, busy, onClose, onSave, onWrite }: FootProps) {
  const { t } = useTranslation('lists');
  const [onlyGood, setOnlyGood] = useState(false);
  const { write: count = 0, refused = 0 } = outcome?.counts ?? {};
  const open = outcome !== undefined && !outcome.written;
  const words = refused > 0 ? 'custody.writeGood' : 'custody.write';
  return (
    <Group justify="flex-end">
      {open && refused > 0 && count > 0 && (
        <Checkbox
          mr="auto"
          label={t('custody.onlyGood')}
          checked={onlyGood}
          onChange={(event) => setOnlyGood(event.currentTarget.checked)}
        />
      )}
      {refused > 0 && (
        <Button variant="default" disabled={busy} onClick={onSave}>
          {t('custody.save')}
        </Button>
      )}
      <Button variant="default" onClick={onClose}>
        {t('frame.close')}
      </Button>
      {open && count > 0 && (
        <Button
          loading={busy}
          disabled={refused > 0 && !onlyGood}
          onClick={() =>
            onWrite({ sha256: outcome.sha256, shown: outcome.shown, onlyGood: refused > 0 && onlyGood })
          }
        >
          {t(words, { count })}
        </Button>
      )}
    </Group>
  );
}
