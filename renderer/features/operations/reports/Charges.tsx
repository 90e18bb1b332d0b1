import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeRow } from '../../../../electron/core/features/operations/model.ts';
import { useCore } from '../../../app/core.ts';
import { formatDate } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';
import type { InOperation } from '../types.ts';
import { StateCharge } from './StateCharge.tsx';

/** Each charge and what it stands on: one that rests on the agent's word alone is said to. */
export function Charges({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const { offence } = useOfficeTerms();
  const may = useMay('operation.authorise');
  const { data = [], error } = useCore('operations.charges', { operation: operation.id });
  const [stating, setStating] = useState<{ readonly charge?: ChargeRow } | null>(null);
  return (
    <Box
      title={t('charge.title')}
      actions={
        may ? (
          <Button size="compact-sm" variant="default" onClick={() => setStating({})}>
            {t('charge.button')}
          </Button>
        ) : undefined
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      {data.length === 0 && <p className={classes.quiet}>{t('charge.none')}</p>}
      {data.map((charge) => (
        <div key={charge.id} className={classes.item}>
          <div>
            {charge.agentAlone && <Badge color="seal">{t('charge.alone')}</Badge>}
            <p className={classes.said}>{charge.text}</p>
            {charge.offence !== '' && <div className={classes.quiet}>{offence(charge.offence)}</div>}
            <div className={classes.quiet}>
              {charge.proofs.map(({ kind, label, text }) => [
                <p key={`${kind} ${label} ${text}`}>
                  {[t(`charge.kind.${kind}`), label, text].filter((part) => part !== '').join(' · ')}
                </p>,
              ])}
              {t('writtenBy', { name: charge.author, when: formatDate(charge.writtenAt) })}
            </div>
          </div>
          {may && (
            <Button size="compact-xs" variant="subtle" onClick={() => setStating({ charge })}>
              {t('charge.again')}
            </Button>
          )}
        </div>
      ))}
      {stating !== null && (
        <StateCharge operation={operation} charge={stating.charge} onClose={() => setStating(null)} />
      )}
    </Box>
  );
}
