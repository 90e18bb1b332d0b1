import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedFile } from '../../../../electron/core/api/bridge.ts';
import type { Provenance } from '../../../../electron/core/features/evidence/model.ts';
import { useCommand } from '../../../app/core.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { OfferedList } from './OfferedList.tsx';
import { ProvenanceForm } from './ProvenanceForm.tsx';

interface Props {
  readonly caseId: string;
  readonly files: readonly OfferedFile[];
  /** The exhibit that the files are part of. */
  readonly parent?: string | undefined;
  readonly onMore: () => void;
  readonly onRemove: (handle: string) => void;
  readonly onClose: () => void;
  /** The files are on their way into the case, by this intake. */
  readonly onBegun?: (intake: string) => void;
}

const nothing: Provenance = { source: '', place: '', collectedOn: '', collectedBy: '', description: '' };

/** Asks once, for all the files, where they come from; then the intake begins and goes on by itself. */
export function AttachDialog({ caseId, files, parent, onMore, onRemove, onClose, onBegun }: Props) {
  const { t } = useTranslation('evidence');
  const [provenance, setProvenance] = useState(nothing);
  const attach = useCommand('evidence.attach');
  const start = () =>
    attach.mutate(
      { case: caseId, files: files.map((file) => file.handle), provenance, parent },
      {
        onSuccess: ({ id }) => {
          onBegun?.(id);
          onClose();
        },
      },
    );

  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('attach.title', { count: files.length })}
      closeOnClickOutside={false}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <Stack gap="md">
          <OfferedList files={files} onRemove={onRemove} />
          <Group>
            <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={onMore}>
              {t('attach.more')}
            </Button>
          </Group>
          <ProvenanceForm
            caseId={caseId}
            many={files.length > 1}
            value={provenance}
            onChange={(change) => setProvenance({ ...provenance, ...change })}
          />
          <Alert variant="light" color="gray" icon={<IconInfoCircle size={18} />} p="xs">
            <Text size="xs">{t('attach.original')}</Text>
          </Alert>
          {attach.error !== null && <ErrorNotice error={attach.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('attach.cancel')}
            </Button>
            <Button type="submit" disabled={files.length === 0} loading={attach.isPending} data-autofocus>
              {t('attach.start', { count: files.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
