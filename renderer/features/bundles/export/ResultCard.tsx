import { Alert, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundleJobResult } from '../../../../electron/core/features/bundles/records.ts';
import { exhibitNumber, listed } from '../../../components/exhibit-number.ts';
import classes from '../bundles.module.css';
import { Fingerprint } from '../Fingerprint.tsx';
import { ProtectionResult } from '../protection/ProtectionResult.tsx';
import { CourtCheck } from './CourtCheck.tsx';

interface Props {
  readonly result: BundleJobResult;
  readonly onBack: () => void;
}

/** What to hand over, what to compare, and how the court checks it. */
export function ResultCard({ result, onBack }: Props) {
  const { t } = useTranslation('bundles');
  const natives = result.natives.length;
  return (
    <Paper withBorder p="lg" maw={980} mx="auto" role="status">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Group gap="sm" wrap="nowrap">
          <IconCircleCheck size={32} stroke={1.4} className={classes.good} />
          <div>
            <Title order={3} size="h4">
              {t('result.done')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('result.next')}
            </Text>
          </div>
        </Group>
        <Button variant="default" size="xs" onClick={onBack}>
          {t('result.another')}
        </Button>
      </Group>
      <div className={classes.result}>
        <Stack gap="md">
          <dl className={classes.facts}>
            <Fact name={t('result.folder')} mono>
              {result.path}
            </Fact>
            <Fact name={t('result.pdf')} mono>
              {result.pdf.replace(result.path, '…')}
            </Fact>
            <Fact name={t('result.pages')}>{t('result.folios', { count: result.pages })}</Fact>
            {result.volumes.length > 1 && (
              <Fact name={t('result.volumes')}>
                {result.taken === 0
                  ? String(result.volumes.length)
                  : t('result.volumesTaken', { total: result.volumes.length, count: result.taken })}
              </Fact>
            )}
            <Fact name={t('result.exhibits')}>
              {natives === 0
                ? result.exhibits
                : t('result.someNative', { exhibits: result.exhibits, count: natives })}
            </Fact>
            <Fact name="PDF/A">
              <Archive result={result} />
            </Fact>
            <Proofs result={result} />
          </dl>
          <Remarks result={result} />
          <ProtectionResult summary={result.protection} />
          <CourtCheck path={result.path} />
          <Natives natives={result.natives} />
        </Stack>
        <div>
          <Text size="sm" fw={600}>
            {t('result.fingerprint')}
          </Text>
          <Fingerprint value={result.fingerprint} />
          <Text size="xs" c="dimmed" mt={6}>
            {t('result.fingerprintHelp')}
          </Text>
        </div>
      </div>
    </Paper>
  );
}

interface FactProps {
  readonly name: string;
  readonly mono?: boolean;
  readonly children: ReactNode;
}

function Fact({ name, mono = false, children }: FactProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={mono ? classes.mono : undefined}>{children}</dd>
    </>
  );
}

/** How many exhibits are named one by one; of more, how many they are. */
const mostNamed = 12;

/** Whether the PDFs are made to be kept for decades, and if not, because of which exhibits. */
function Archive({ result: { archive, volumes } }: { readonly result: BundleJobResult }) {
  const { t } = useTranslation('bundles');
  const { files, exhibits } = archive;
  if (exhibits.length === 0) return t('result.archiveAll');
  const numbers =
    exhibits.length <= mostNamed
      ? listed(exhibits)
      : t('result.andMore', {
          numbers: listed(exhibits.slice(0, mostNamed)),
          count: exhibits.length - mostNamed,
        });
  const key = files === 0 ? 'result.archiveNone' : 'result.archiveSome';
  return t(key, { files, volumes: volumes.length, numbers });
}

/** Whose certificate signed the PDFs, and the journal's entries that travel. */
function Proofs({ result: { signature, journal } }: { readonly result: BundleJobResult }) {
  const { t } = useTranslation('bundles');
  const { entries, withheld } = journal;
  const all = t('result.journalValue', { count: entries });
  return (
    <>
      {signature !== null && (
        <Fact name={t('result.signedBy')}>{t('result.signedByValue', { ...signature })}</Fact>
      )}
      <Fact name={t('result.journal')}>
        {withheld === 0 ? all : t('result.journalWithheld', { all, count: withheld })}
      </Fact>
    </>
  );
}

/** What the clerk should know of before handing it out. */
function Remarks({ result }: { readonly result: BundleJobResult }) {
  const { t } = useTranslation('bundles');
  const { volumes, repaired, reduced, archive, papers } = result;
  const remarks = [
    ...(repaired.length === 0 ? [] : [t('result.repaired', { numbers: listed(repaired) })]),
    ...(reduced.length === 0 ? [] : [t('result.reduced', { numbers: listed(reduced) })]),
    ...volumes.filter((each) => each.over).map((each) => `${each.path}: ${t('result.over')}`),
    ...(archive.wanted && archive.exhibits.length > 0 ? [t('result.notPdfA')] : []),
    ...(papers ? [] : [t('result.noPapers')]),
  ];
  if (remarks.length === 0) return null;
  return (
    <Alert variant="light" color="orange" p="xs">
      {remarks.map((remark) => (
        <Text size="sm" key={remark}>
          {remark}
        </Text>
      ))}
    </Alert>
  );
}

function Natives({ natives }: Pick<BundleJobResult, 'natives'>) {
  const { t } = useTranslation('bundles');
  if (natives.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('result.natives', { count: natives.length })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('result.nativesHelp')}
      </Text>
      <Table fz="xs" mt={4} verticalSpacing={3}>
        <Table.Tbody>
          {natives.map((native) => (
            <Table.Tr key={native.number}>
              <Table.Td fw={600} w={70}>
                {exhibitNumber(native.number)}
              </Table.Td>
              <Table.Td>{native.name}</Table.Td>
              <Table.Td c="dimmed">{t(`bundle:native.${native.reason}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
