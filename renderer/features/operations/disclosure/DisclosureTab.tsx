import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../../app/core.ts';
import { formatDate, formatDay } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Hash } from '../../../components/Hash.tsx';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';
import type { InOperation } from '../types.ts';
import { Disclose } from './Disclose.tsx';

/** What left the program for the court or the defence, and what was kept back. */
export function DisclosureTab({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const may = useMay('operation.disclose');
  const [making, setMaking] = useState(false);
  const { data = [], error } = useCore('operations.disclosures', { operation: operation.id });
  return (
    <div className={classes.sheet}>
      <Box
        title={t('disclosure.title')}
        actions={
          may && !making ? (
            <Button
              size="compact-sm"
              leftSection={<IconFileExport size={15} />}
              onClick={() => setMaking(true)}
            >
              {t('disclosure.button')}
            </Button>
          ) : undefined
        }
      >
        {error !== null && <ErrorNotice error={error} />}
        <p className={classes.quiet}>{t('disclosure.help')}</p>
        {data.length === 0 && <p className={classes.quiet}>{t('disclosure.none')}</p>}
        {data.map((row) => (
          <div key={row.id} className={classes.item}>
            <div>
              <b>{row.recipient}</b> · {row.order.authority} · {row.order.number} · {formatDay(row.order.day)}
              <div className={classes.quiet}>
                {t('disclosure.counts', {
                  shown: row.shown,
                  redacted: row.redacted,
                  withheld: row.withheld,
                })}{' '}
                · {t('writtenBy', { name: row.author, when: formatDate(row.at) })}
              </div>
              <Hash value={row.sha256} />
            </div>
          </div>
        ))}
      </Box>
      {making && <Disclose operation={operation} onClose={() => setMaking(false)} />}
    </div>
  );
}
