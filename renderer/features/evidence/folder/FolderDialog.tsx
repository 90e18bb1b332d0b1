import { Alert, Button, Checkbox, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Provenance, Survey } from '../../../../electron/core/features/evidence/model.ts';
import { useCommand } from '../../../app/core.ts';
import { formatBytes, formatNumber } from '../../../app/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ProvenanceForm } from '../attach/ProvenanceForm.tsx';

interface Props {
  readonly caseId: string;
  /** The folder's last two parts, by which a person knows it again. */
  readonly label: string;
  readonly survey: Survey;
  readonly onClose: () => void;
}

const nothing: Provenance = { source: '', place: '', collectedOn: '', collectedBy: '', description: '' };
const kindsShown = 12;

/** What is in a folder, before anything of it is attached; what is left out; where all of it comes from. */
export function FolderDialog({ caseId, label, survey, onClose }: Props) {
  const { t } = useTranslation('folder');
  const [provenance, setProvenance] = useState(nothing);
  const [litter, setLitter] = useState(true);
  const [left, setLeft] = useState<readonly string[]>([]);
  const attach = useCommand('evidence.attachSurveyed');
  const kept = survey.kinds.filter((kind) => !left.includes(kind.ending));
  const files = kept.reduce((sum, kind) => sum + kind.files, 0) + (litter ? 0 : survey.litter);
  const bytes = kept.reduce((sum, kind) => sum + kind.bytes, 0);
  const start = () =>
    attach.mutate(
      { case: caseId, survey: survey.id, leaveOut: { litter, endings: [...left] }, provenance },
      { onSuccess: onClose },
    );
  return (
    <Modal opened onClose={onClose} size="xl" title={t('title', { label })} closeOnClickOutside={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <Stack gap="sm">
          <Kinds survey={survey} left={left} onLeft={setLeft} />
          {survey.litter > 0 && (
            <Checkbox
              size="xs"
              label={t('litter', { count: survey.litter, shown: formatNumber(survey.litter) })}
              checked={litter}
              onChange={(event) => setLitter(event.currentTarget.checked)}
            />
          )}
          <Problems survey={survey} bytes={bytes} />
          <ProvenanceForm
            caseId={caseId}
            many
            value={provenance}
            onChange={(change) => setProvenance({ ...provenance, ...change })}
          />
          {attach.error !== null && <ErrorNotice error={attach.error} />}
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {t('space', { needed: formatBytes(bytes), free: formatBytes(survey.free) })}
            </Text>
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" disabled={files === 0} loading={attach.isPending} data-autofocus>
                {t('start', { count: files, shown: formatNumber(files) })}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface KindsProps {
  readonly survey: Survey;
  readonly left: readonly string[];
  readonly onLeft: (left: readonly string[]) => void;
}

/** What kinds there are; what is ticked off stays where it is. */
function Kinds({ survey, left, onLeft }: KindsProps) {
  const { t } = useTranslation('folder');
  const [all, setAll] = useState(false);
  const shown = all ? survey.kinds : survey.kinds.slice(0, kindsShown);
  return (
    <>
      <Table fz="xs" verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('kind')}</Table.Th>
            <Table.Th ta="right">{t('files')}</Table.Th>
            <Table.Th ta="right">{t('size')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ ending, files, bytes }) => (
            <Table.Tr key={ending}>
              <Table.Td>
                <Checkbox
                  size="xs"
                  label={ending === '' ? t('noEnding') : ending}
                  checked={!left.includes(ending)}
                  onChange={(event) =>
                    onLeft(
                      event.currentTarget.checked
                        ? left.filter((each) => each !== ending)
                        : [...left, ending],
                    )
                  }
                />
              </Table.Td>
              <Table.Td ta="right">{formatNumber(files)}</Table.Td>
              <Table.Td ta="right">{formatBytes(bytes)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>{t('total')}</Table.Th>
            <Table.Th ta="right">{formatNumber(survey.files)}</Table.Th>
            <Table.Th ta="right">{formatBytes(survey.bytes)}</Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      {survey.kinds.length > kindsShown && !all && (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {t('allKinds', { count: survey.kinds.length })}
        </Button>
      )}
    </>
  );
}

/** What cannot come along, and why. */
function Problems({ survey, bytes }: { readonly survey: Survey; readonly bytes: number }) {
  const { t } = useTranslation('folder');
  const lines = [
    survey.links > 0 ? t('links', { count: survey.links, shown: formatNumber(survey.links) }) : '',
    survey.empty > 0 ? t('empty', { count: survey.empty, shown: formatNumber(survey.empty) }) : '',
    survey.unreadable > 0
      ? t('unreadable', {
          count: survey.unreadable,
          shown: formatNumber(survey.unreadable),
          names: survey.unreadableNames.slice(0, 5).join(', '),
        })
      : '',
    bytes > survey.free ? t('noRoom') : '',
  ].filter((line) => line !== '');
  if (lines.length === 0) return null;
  return (
    <Alert variant="light" color="warning" icon={<IconAlertTriangle size={18} />} p="xs">
      {lines.map((line) => (
        <Text key={line} size="xs">
          {line}
        </Text>
      ))}
    </Alert>
  );
}
