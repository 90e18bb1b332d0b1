import { Button, Group, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Balance, CountRow, MovementKind } from '../../../../electron/core/features/operations/model.ts';
import { useCore } from '../../../app/core.ts';
import { formatDate, formatMoney } from '../../../app/format.ts';
import { useMay } from '../../../app/session.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';
import type { InOperation } from '../types.ts';
import { CountMoney } from './CountMoney.tsx';
import { Equipment } from './Equipment.tsx';
import { MoveMoney } from './MoveMoney.tsx';
import { Movements } from './Movements.tsx';

type Act = MovementKind | 'count';
const acts: readonly Act[] = ['issued', 'spent', 'returned', 'count'];

/** Reserved funds: what was given out, spent and given back, what should be there, and where a count differed. */
export function MoneyTab({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const may = useMay('operation.money') && operation.agents.length > 0;
  const [act, setAct] = useState<Act | null>(null);
  const { data, error } = useCore('operations.money', { operation: operation.id });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return null;
  const close = () => setAct(null);
  return (
    <div className={classes.sheet}>
      <Box
        title={t('money.title')}
        actions={
          may ? (
            <Group gap={6}>
              {acts.map((each) => (
                <Button key={each} size="compact-sm" variant="default" onClick={() => setAct(each)}>
                  {t(`money.do.${each}`)}
                </Button>
              ))}
            </Group>
          ) : undefined
        }
      >
        {data.balances.length === 0 ? (
          <p className={classes.quiet}>{t('money.none')}</p>
        ) : (
          <Balances balances={data.balances} />
        )}
      </Box>
      {data.counts.length > 0 && (
        <Box title={t('money.counts')}>
          {[...data.counts].reverse().map((count) => (
            <Count key={count.id} count={count} />
          ))}
        </Box>
      )}
      {data.movements.length > 0 && <Movements movements={data.movements} />}
      <Equipment operation={operation} />
      {act === 'count' && <CountMoney operation={operation} onClose={close} />}
      {act !== null && act !== 'count' && <MoveMoney operation={operation} kind={act} onClose={close} />}
    </div>
  );
}

function Balances({ balances }: { readonly balances: readonly Balance[] }) {
  const { t } = useTranslation('operations');
  return (
    <Table className={classes.figures ?? ''} fz="sm" verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('field.agent')}</Table.Th>
          {(['issued', 'spent', 'returned', 'balance', 'difference'] as const).map((column) => (
            <Table.Th key={column} className={classes.sum ?? ''}>
              {t(`money.column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {balances.map((row) => (
          <Table.Tr key={`${row.agent} ${row.currency}`}>
            <Table.Td>{row.codeName}</Table.Td>
            {(['issued', 'spent', 'returned', 'balance', 'difference'] as const).map((column) => (
              <Table.Td key={column} className={classes.sum ?? ''}>
                <span className={isOdd(column, row) ? classes.bad : undefined}>
                  {column === 'difference' && row.difference === 0
                    ? '–'
                    : formatMoney({ minor: row[column], currency: row.currency })}
                </span>
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function isOdd(column: string, { balance, difference }: Balance): boolean {
  return (column === 'difference' && difference !== 0) || (column === 'balance' && balance < 0);
}

function Count({ count }: { readonly count: CountRow }) {
  const { t } = useTranslation('operations');
  const { currency } = count.counted;
  return (
    <div className={classes.item}>
      <div>
        <b>{count.codeName}</b> · {formatDate(count.when)} ·{' '}
        {t('money.counted', {
          counted: formatMoney(count.counted),
          expected: formatMoney({ minor: count.expected, currency }),
        })}
        {count.difference !== 0 && (
          <p className={`${classes.said} ${classes.bad}`}>
            {t('money.difference', { amount: formatMoney({ minor: count.difference, currency }) })}
            {count.note !== '' && `: ${count.note}`}
          </p>
        )}
        <div className={classes.quiet}>
          {t('money.present', { names: count.present })} ·{' '}
          {t('writtenBy', { name: count.author, when: formatDate(count.writtenAt) })}
        </div>
      </div>
    </div>
  );
}
