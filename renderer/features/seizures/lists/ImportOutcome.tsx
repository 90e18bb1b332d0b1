import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type {
  ImportedList,
  ImportRow,
  ImportOutcome as Outcome,
  RowReason,
} from '../../../../electron/core/features/seizures/lists/model.ts';
import { inOrder } from '../../../components/list/in-order.ts';
import { OutcomeTable } from '../../../components/list/OutcomeTable.tsx';
import type { Column } from '../../../components/VirtualTable.tsx';
import { useWords } from '../useWords.ts';
import { useColumnName } from './columns.ts';

const outcomes = inOrder<Outcome>({ new: true, there: true, refused: true });
const colours: Readonly<Record<Outcome, string>> = { new: 'success', there: 'gray', refused: 'seal' };

/** What comes of every row, and why. */
export function ImportOutcome({ list }: { readonly list: ImportedList }) {
  const { t } = useTranslation('assetlists');
  const { rows, counts, sha256, name } = list;
  return (
    <OutcomeTable
      label={t('table')}
      name={name}
      sha256={sha256}
      outcomes={outcomes.map((value) => ({ value, label: t(`outcome.${value}`), count: counts[value] }))}
      columns={useColumns()}
      rows={rows}
    />
  );
}

function useColumns(): readonly Column<ImportRow>[] {
  const { t } = useTranslation('assetlists');
  const words = useWords();
  const why = useReason();
  return [
    { id: 'row', header: t('row'), width: '4rem', align: 'end', cell: ({ row }) => row },
    {
      id: 'outcome',
      header: t('outcome.label'),
      width: '7.5rem',
      cell: ({ outcome }) => (
        <Badge variant="light" color={colours[outcome]} tt="none">
          {t(`outcome.${outcome}`)}
        </Badge>
      ),
    },
    { id: 'number', header: t('number'), width: '5.5rem', cell: ({ number }) => number },
    {
      id: 'kind',
      header: t('kind'),
      width: '9.5rem',
      cell: ({ kind }) => (kind === null ? '' : words.kind(kind)),
    },
    {
      id: 'stage',
      header: t('stage'),
      width: '9.5rem',
      cell: ({ stage }) => (stage === null ? '' : words.stage(stage)),
    },
    { id: 'name', header: t('name'), width: 'minmax(9rem, 1fr)', cell: ({ name }) => name },
    {
      id: 'why',
      header: t('why'),
      width: 'minmax(16rem, 2.2fr)',
      cell: ({ reasons, warnings }) => {
        const told = [
          ...reasons.map(why),
          ...warnings.map(({ code, value }) => t(`seizures:warning.${code}`, { value })),
        ].join('. ');
        return <span title={told}>{told}</span>;
      },
    },
  ];
}

function useReason(): (reason: RowReason) => string {
  const { t } = useTranslation('assetwords');
  const name = useColumnName();
  return ({ reason, column, value, other }) =>
    t(`reason.${reason}`, { column: column === null ? '' : name(column), value, other });
}
