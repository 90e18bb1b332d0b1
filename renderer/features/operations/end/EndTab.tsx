import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../../app/core.ts';
import { formatDate, formatDaysIn } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';
import type { InOperation } from '../types.ts';
import { EndOperation } from './EndOperation.tsx';

/** What has to be done before the end, and what is open of it. */
export function EndTab({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const may = useMay('operation.authorise');
  const [ending, setEnding] = useState(false);
  const { data = [], error } = useCore('operations.ending', { operation: operation.id });
  const running = operation.state === 'open';
  return (
    <div className={classes.sheet}>
      <Box
        title={t(running ? 'end.title' : 'end.was')}
        actions={
          may && running ? (
            <Button size="compact-sm" color="seal" onClick={() => setEnding(true)}>
              {t('end.button')}
            </Button>
          ) : undefined
        }
      >
        {error !== null && <ErrorNotice error={error} />}
        <p className={classes.quiet}>
          {running ? t('end.help') : t('end.at', { when: formatDate(operation.endedAt) })}
        </p>
        {data.map(({ step, done, open, reason }) => (
          <div key={step} className={classes.condition}>
            {done ? (
              <IconCircleCheck size={17} className={classes.good ?? ''} aria-hidden />
            ) : (
              <IconCircleDashed size={17} className={classes.soon ?? ''} aria-hidden />
            )}
            <div>
              {t(`end.step.${step}`)}{' '}
              <span className={done ? classes.quiet : classes.soon}>
                {t(done ? 'end.done' : 'end.open', { what: formatDaysIn(open.join(', ')) })}
              </span>
              {reason !== '' && <p className={classes.said}>{t('end.because', { reason })}</p>}
            </div>
          </div>
        ))}
      </Box>
      {ending && (
        <EndOperation
          operation={operation}
          open={data.filter(({ done }) => !done)}
          onClose={() => setEnding(false)}
        />
      )}
    </div>
  );
}
