import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../../app/core.ts';
import { formatDate, formatDay } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import classes from '../operations.module.css';
import { Box, Facts } from '../parts.tsx';
import type { InOperation } from '../types.ts';
import { Charges } from './Charges.tsx';
import { WriteReport } from './WriteReport.tsx';

/** What the prosecutor was told, what is due, what did not come; and what each charge stands on. */
export function ReportsTab({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const may = useMay('operation.write');
  const [writing, setWriting] = useState(false);
  const { data, error } = useCore('operations.reports', { operation: operation.id });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return null;
  const { reports, next, missing } = data;
  return (
    <div className={classes.sheet}>
      <Box
        title={t('report.title')}
        actions={
          may ? (
            <Button size="compact-sm" onClick={() => setWriting(true)}>
              {t('report.button')}
            </Button>
          ) : undefined
        }
      >
        <p className={classes.quiet}>
          {next === '' ? t('report.noneDue') : t('report.next', { day: formatDay(next) })}
        </p>
        {missing.length > 0 && (
          <p className={classes.bad}>
            {t('report.missing', { count: missing.length, days: missing.map(formatDay).join(', ') })}
          </p>
        )}
        {reports.length === 0 && <p className={classes.quiet}>{t('report.none')}</p>}
        {[...reports].reverse().map((report) => (
          <div key={report.id} className={classes.item}>
            <div>
              <b>{t('report.of', { from: formatDay(report.from), until: formatDay(report.until) })}</b>
              <Facts
                of={[
                  [t('field.done'), report.done],
                  [t('field.planned'), report.planned],
                  [t('field.learned'), report.learned],
                ]}
              />
              <div className={classes.quiet}>
                {formatDate(report.when)} ·{' '}
                {t('writtenBy', { name: report.author, when: formatDate(report.writtenAt) })}
              </div>
            </div>
          </div>
        ))}
      </Box>
      <Charges operation={operation} />
      {writing && <WriteReport operation={operation} onClose={() => setWriting(false)} />}
    </div>
  );
}
