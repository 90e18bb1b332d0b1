import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustodyListRow, RowOutcome } from '../../../../electron/core/features/custody/lists/model.ts';
import { formatDate } from '../../../app/format.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import type { Column } from '../../../components/VirtualTable.tsx';
import classes from './lists.module.css';

const colours: Readonly<Record<RowOutcome, string>> = { write: 'success', known: 'gray', refused: 'seal' };

/** The columns of the preview: what the row is, what comes of it (or came, once it is written), and why. */
export function useRowColumns(written: boolean): readonly Column<CustodyListRow>[] {
  const { t } = useTranslation('lists');
  const terms = useOfficeTerms();
  return [
    { id: 'row', header: t('frame.row'), width: '4rem', align: 'end', cell: ({ row }) => row },
    {
      id: 'outcome',
      header: t('frame.outcome'),
      width: '9rem',
      cell: ({ outcome }) => (
        <Badge variant="light" color={colours[outcome]}>
          {written && outcome === 'write' ? t('outcome.written') : t(`outcome.${outcome}`)}
        </Badge>
      ),
    },
    {
      id: 'exhibit',
      header: t('column.exhibit'),
      width: '7rem',
      cell: ({ number, given }) => (number === undefined ? given : exhibitNumber(number)),
    },
    {
      id: 'event',
      header: t('column.event'),
      width: '10rem',
      cell: ({ event, word }) => (event === undefined ? word : terms.event(event)),
    },
    { id: 'when', header: t('custody.when'), width: '9rem', cell: ({ when }) => shownWhen(when) },
    {
      id: 'who',
      header: t('custody.who'),
      width: 'minmax(9rem, 1fr)',
      cell: ({ from, to }) => [from, to].filter((name) => name !== '').join(' → '),
    },
    {
      id: 'why',
      header: t('frame.why'),
      width: 'minmax(16rem, 2.2fr)',
      cell: (row) => <Why row={row} />,
    },
  ];
}

/** As the list has it, where it is no moment. */
function shownWhen(when: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(when) && !Number.isNaN(Date.parse(when))
    ? formatDate(when)
    : when;
}

function Why({ row }: { readonly row: CustodyListRow }) {
  const { t } = useTranslation('lists');
  const said = [
    ...(row.why === undefined ? [] : [t(`why.${row.why}`, { ...row.params })]),
    ...(row.repeats === undefined ? [] : [t('repeats', { row: row.repeats })]),
    ...row.warnings.map(({ kind, expected = '', said: told = '' }) =>
      t(`warning.${kind}`, { expected, said: told }),
    ),
  ].join('. ');
  return (
    <Text span className={classes.why} title={said} data-warns={row.warnings.length > 0 || undefined}>
      {said}
    </Text>
  );
}
