import { Alert, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProtectionSummary } from '../../../../electron/core/features/bundles/records.ts';
import classes from './protection.module.css';

/** What was kept back, what does not travel, and what the person should still look at. */
export function ProtectionResult({ summary }: { readonly summary: ProtectionSummary | null }) {
  const { t } = useTranslation('protection');
  if (summary === null) return null;
  const { people, redactions, exhibits, withheld, notChecked, sealed, readers, report } = summary;
  return (
    <Alert variant="light" color="teal" p="xs" icon={<IconShieldCheck size={18} />} title={t('result.title')}>
      <Text size="sm">
        {t('result.kept', { redactions })} {t('result.where', { exhibits, people })}
      </Text>
      <Text size="xs" c="dimmed">
        {readers.length > 0 &&
          `${t('result.readBack', { readers: readers.map((reader) => t(`reader.${reader}`)).join(', ') })} `}
        {t('result.report', { report })}
      </Text>
      <Listed
        title={t('report.withheld')}
        rows={withheld.map(({ exhibit, why }) => `${exhibit} · ${t(`withheld.${why}`)}`)}
      />
      <Listed
        title={t('report.notChecked')}
        rows={[
          ...notChecked.map(({ exhibit, why, pages }) => {
            const where = pages.length === 0 ? '' : ` (${t('report.pages', { pages: pages.join(', ') })})`;
            return `${exhibit} · ${t(`unchecked.${why}`)}${where}`;
          }),
          ...sealed.map((mark) => t('report.sealed', { mark })),
        ]}
      />
    </Alert>
  );
}

function Listed({ title, rows }: { readonly title: string; readonly rows: readonly string[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <Text size="xs" fw={600} mt={6}>
        {title}
      </Text>
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </>
  );
}
