import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EquipmentRow } from '../../../../electron/core/features/operations/model.ts';
import { useCore } from '../../../app/core.ts';
import { formatDay } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';
import type { InOperation } from '../types.ts';
import { IssueItem } from './IssueItem.tsx';
import { TakeBack } from './TakeBack.tsx';

/** Cover documents and equipment: who has what, until when, what came back and how. */
export function Equipment({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const may = useMay('operation.money') && operation.agents.length > 0;
  const { data = [], error } = useCore('operations.equipment', { operation: operation.id });
  const [issuing, setIssuing] = useState(false);
  const [taking, setTaking] = useState<EquipmentRow | null>(null);
  return (
    <Box
      title={t('item.title')}
      actions={
        may && operation.state === 'open' ? (
          <Button size="compact-sm" variant="default" onClick={() => setIssuing(true)}>
            {t('item.button')}
          </Button>
        ) : undefined
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      {data.length === 0 && <p className={classes.quiet}>{t('item.none')}</p>}
      {data.map((row) => (
        <div key={row.id} className={classes.item}>
          <div>
            <b>{row.what}</b> · {t(`item.kind.${row.kind}`)} · {row.codeName}{' '}
            {row.overdue && <Badge color="seal">{t('item.overdue')}</Badge>}
            <div className={classes.quiet}>
              {[
                row.serial === '' ? '' : t('item.serial', { serial: row.serial }),
                t('item.issued', { day: formatDay(row.issuedOn), name: row.author }),
                row.returnedOn === ''
                  ? t('item.due', { day: formatDay(row.dueBack) })
                  : t('item.returned', { day: formatDay(row.returnedOn), condition: row.condition }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </div>
          </div>
          {may && row.returnedOn === '' && (
            <Button size="compact-xs" variant="default" onClick={() => setTaking(row)}>
              {t('item.takeBack')}
            </Button>
          )}
        </div>
      ))}
      {issuing && <IssueItem operation={operation} onClose={() => setIssuing(false)} />}
      {taking !== null && <TakeBack operation={operation} item={taking} onClose={() => setTaking(null)} />}
    </Box>
  );
}
