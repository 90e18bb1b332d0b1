import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/Dialog.tsx';
import { ListChoice } from '../../../components/list/ListChoice.tsx';
import { ImportChoices } from './ImportChoices.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import { useImport } from './useImport.ts';

interface Props {
  readonly caseId: string;
  readonly onClose: () => void;
}

/** Brings a register in that others kept: what comes of every row first; written down only when the person says so. */
export function ImportAssets({ caseId, onClose }: Props) {
  const { t } = useTranslation('assetlists');
  const [onlyGood, setOnlyGood] = useState(false);
  const { file, shown, busy, error, refused, ...act } = useImport(caseId);
  const written = shown?.written ?? null;
  const ready = shown !== undefined && written === null && shown.counts.new > 0;
  const bad = shown?.counts.refused ?? 0;
  return (
    <Dialog title={t('importTitle')} size={1180} onClose={onClose} keepOnClickOutside>
      <Stack gap="sm">
        <ListChoice
          help={t('importHelp')}
          accept=".csv,.txt,.tsv,.xlsx,.ods"
          chosen={file !== null}
          busy={busy}
          done={null}
          error={error}
          onChoose={act.open}
        />
        {shown !== undefined && (
          <>
            {written === null && (
              <ImportChoices
                caseId={caseId}
                columns={shown.columns}
                choice={act.choice}
                onChange={act.choose}
              />
            )}
            <ImportOutcome list={shown} />
          </>
        )}
        {written !== null && (
          <Alert color="success" variant="light" role="status" p="xs">
            {t('written', { count: written })}
          </Alert>
        )}
        {refused.data !== undefined && refused.data !== null && (
          <Text size="xs" c="dimmed" role="status">
            {t('refusedSaved', { name: refused.data.name })}
          </Text>
        )}
        <Group justify="flex-end">
          {bad > 0 && (
            <Button variant="subtle" loading={refused.isPending} onClick={() => refused.mutate()}>
              {t('saveRefused')}
            </Button>
          )}
          {ready && bad > 0 && (
            <Checkbox
              label={t('onlyGood', { count: bad })}
              checked={onlyGood}
              onChange={(event) => setOnlyGood(event.currentTarget.checked)}
            />
          )}
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          {ready && (
            <Button loading={busy} disabled={bad > 0 && !onlyGood} onClick={() => act.write(onlyGood)}>
              {t('write', { count: shown.counts.new })}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
