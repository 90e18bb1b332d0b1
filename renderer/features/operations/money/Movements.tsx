import { Badge, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MovementRow } from '../../../../electron/core/features/operations/model.ts';
import { formatDate, formatMoney } from '../../../app/format.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';

/** Every movement in the order in which it happened, the latest first, with what was left after it. */
export function Movements({ movements }: { readonly movements: readonly MovementRow[] }) {
  const { t } = useTranslation('operations');
  return (
    <Box title={t('money.movements')}>
      <Table className={classes.figures ?? ''} fz="sm" verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('field.when')}</Table.Th>
            <Table.Th>{t('field.agent')}</Table.Th>
            <Table.Th>{t('money.column.what')}</Table.Th>
            <Table.Th>{t('money.column.receipt')}</Table.Th>
            <Table.Th className={classes.sum ?? ''}>{t('field.amount')}</Table.Th>
            <Table.Th className={classes.sum ?? ''}>{t('money.column.balance')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...movements].reverse().map((row) => (
            <Movement key={row.id} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

function Movement({ row }: { readonly row: MovementRow }) {
  const { t } = useTranslation('operations');
  const bought = row.purchasedNumbers.map(exhibitNumber).join(', ');
  return (
    <Table.Tr>
      <Table.Td>{formatDate(row.when)}</Table.Td>
      <Table.Td>{row.codeName}</Table.Td>
      <Table.Td>
        <b>{t(`money.kind.${row.kind}`)}</b> · {row.what}
        {bought !== '' && <div className={classes.quiet}>{t('money.bought', { numbers: bought })}</div>}
        {row.irregularities.map((kind) => (
          <div key={kind}>
            <Badge color="seal">{t(`irregularity.${kind}`)}</Badge>
          </div>
        ))}
        <div className={classes.quiet}>
          {t('writtenBy', { name: row.author, when: formatDate(row.writtenAt) })}
        </div>
      </Table.Td>
      <Table.Td>
        {row.receiptNumber !== '' ? (
          exhibitNumber(row.receiptNumber)
        ) : (
          <span className={classes.soon}>{row.noReceipt}</span>
        )}
      </Table.Td>
      <Table.Td className={classes.sum ?? ''}>{formatMoney(row.amount)}</Table.Td>
      <Table.Td className={classes.sum ?? ''}>
        <span className={row.balance.minor < 0 ? classes.bad : undefined}>{formatMoney(row.balance)}</span>
      </Table.Td>
    </Table.Tr>
  );
}
