import { Badge, Button, Group, Loader, Table, Text, UnstyledButton } from '@mantine/core';
import { IconPlus, IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftRow } from '../../../../electron/core/features/bundles/drafts/model.ts';
import { useCore } from '../../../app/core.ts';
import { formatDate } from '../../../app/format.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { NewDraft } from './dialogs/NewDraft.tsx';

interface Props {
  readonly caseId: string;
  readonly onOpen: (draft: string) => void;
}

/** The bundles of a case that are kept, with what was given out of each. */
export function DraftList({ caseId, onOpen }: Props) {
  const { t } = useTranslation('bundles');
  const { data, error } = useCore('bundles.drafts', { case: caseId });
  const [fresh, setFresh] = useState(false);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Loader size="sm" />;
  const make = (
    <Button size="sm" leftSection={<IconPlus size={16} />} onClick={() => setFresh(true)}>
      {t('drafts.new')}
    </Button>
  );
  return (
    <>
      {fresh && (
        <NewDraft
          caseId={caseId}
          onClose={() => setFresh(false)}
          onMade={(id) => {
            setFresh(false);
            onOpen(id);
          }}
        />
      )}
      {data.length === 0 ? (
        <EmptyState
          icon={<IconStack2 size={28} stroke={1.4} />}
          title={t('drafts.none')}
          text={t('drafts.noneHelp')}
          action={make}
        />
      ) : (
        <>
          <Group justify="space-between" mb="sm">
            <Text size="sm" c="dimmed">
              {t('drafts.intro')}
            </Text>
            {make}
          </Group>
          <Table fz="sm" verticalSpacing="xs" highlightOnHover stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('drafts.name')}</Table.Th>
                <Table.Th>{t('drafts.purpose')}</Table.Th>
                <Table.Th>{t('form.audience')}</Table.Th>
                <Table.Th ta="right">{t('history.exhibits')}</Table.Th>
                <Table.Th>{t('drafts.version')}</Table.Th>
                <Table.Th>{t('drafts.given')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((row) => (
                <Row key={row.id} row={row} onOpen={() => onOpen(row.id)} />
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </>
  );
}

function Row({ row, onOpen }: { readonly row: DraftRow; readonly onOpen: () => void }) {
  const { t } = useTranslation('bundles');
  const { name, purpose, audience, exhibits, version, at, author, given } = row;
  return (
    <Table.Tr onClick={onOpen} style={{ cursor: 'pointer' }}>
      <Table.Td>
        <UnstyledButton fz="sm" fw={600}>
          {name}
        </UnstyledButton>
      </Table.Td>
      <Table.Td>{t(`purpose.${purpose}`)}</Table.Td>
      <Table.Td>{t(`form.audienceOf.${audience}`)}</Table.Td>
      <Table.Td ta="right">{exhibits}</Table.Td>
      <Table.Td>{t('drafts.saved', { version, when: formatDate(at), author })}</Table.Td>
      <Table.Td>
        {given === null ? (
          <Text size="sm" c="dimmed">
            {t('drafts.notGiven')}
          </Text>
        ) : (
          <Group gap={6} wrap="nowrap">
            {t('drafts.givenOn', { version: given.version, when: formatDate(given.at) })}
            {given.version < version && (
              <Badge size="xs" variant="light" color="warning">
                {t('drafts.changedSince')}
              </Badge>
            )}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
