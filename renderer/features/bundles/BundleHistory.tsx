import { Button, Loader, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundleRow } from '../../../electron/core/features/bundles/records.ts';
import { useCore } from '../../app/core.ts';
import { formatDate } from '../../app/format.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Fingerprint } from './Fingerprint.tsx';

interface Props {
  readonly caseId: string;
  /** ISO moment: only what was handed out until then. */
  readonly asOf: string | undefined;
}

/** The bundles of a case that were handed out before, each with its fingerprint for comparing. */
export function BundleHistory({ caseId, asOf }: Props) {
  const { t } = useTranslation('bundles');
  const { data, error } = useCore('bundles.list', { case: caseId });
  const [open, setOpen] = useState<string | null>(null);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Loader size="sm" />;
  const shown =
    asOf === undefined ? data : data.filter((row) => Date.parse(row.exportedAt) <= Date.parse(asOf));
  if (shown.length === 0 && asOf !== undefined) return <EmptyState title={t('history.emptyPast')} />;
  if (shown.length === 0) return <EmptyState title={t('history.empty')} text={t('history.emptyHelp')} />;
  return (
    <Table fz="sm" verticalSpacing="xs" highlightOnHover stickyHeader>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('history.title')}</Table.Th>
          <Table.Th>{t('history.exportedAt')}</Table.Th>
          <Table.Th>{t('history.author')}</Table.Th>
          <Table.Th ta="right">{t('history.exhibits')}</Table.Th>
          <Table.Th ta="right">{t('history.pages')}</Table.Th>
          <Table.Th>{t('history.fingerprint')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shown.map((bundle) => (
          <Row
            key={bundle.id}
            bundle={bundle}
            open={open === bundle.id}
            onToggle={() => setOpen(open === bundle.id ? null : bundle.id)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface RowProps {
  readonly bundle: BundleRow;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Which version it was and who got it. */
function ForWhom({ bundle: { version, audience, recipient } }: Pick<RowProps, 'bundle'>) {
  const { t } = useTranslation('bundles');
  const said = [
    ...(version === null ? [] : [t('history.version', { version })]),
    ...(audience === '' ? [] : [t(`form.audienceOf.${audience}`)]),
    ...(recipient === '' ? [] : [recipient]),
  ];
  return said.length === 0 ? null : (
    <Text size="xs" c="dimmed">
      {said.join(' · ')}
    </Text>
  );
}

function Row({ bundle, open, onToggle }: RowProps) {
  const { t } = useTranslation('bundles');
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <Text size="sm" fw={500}>
            {bundle.title}
          </Text>
          <ForWhom bundle={bundle} />
        </Table.Td>
        <Table.Td>{formatDate(bundle.exportedAt)}</Table.Td>
        <Table.Td>{bundle.author}</Table.Td>
        <Table.Td ta="right">{bundle.exhibits}</Table.Td>
        <Table.Td ta="right">{bundle.pages}</Table.Td>
        <Table.Td>
          <Button size="compact-xs" variant="default" ff="monospace" aria-expanded={open} onClick={onToggle}>
            {bundle.fingerprint.slice(0, 8)}…
          </Button>
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr>
          <Table.Td colSpan={6}>
            <Text size="xs" c="dimmed">
              {t('history.compare')}
            </Text>
            <Fingerprint value={bundle.fingerprint} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
