import { useTranslation } from 'react-i18next';
import type { Ledger, LedgerLine } from '../../../../electron/core/features/seizures/model.ts';
import type { Money } from '../../../../electron/core/money/model.ts';
import { formatMoney, formatNumber } from '../../../app/format.ts';
import { ledgerStates } from '../lists.ts';
import { useWords } from '../useWords.ts';
import classes from './ledger.module.css';

interface Props {
  readonly lines: readonly LedgerLine[];
  /** How many assets are in each stage; left out where currencies were put together. */
  readonly assets?: Ledger['assets'];
}

/** A column for each currency; a row for each state; the sums that must agree stand below, one over the other. */
export function LedgerTable({ lines, assets }: Props) {
  const { t } = useTranslation('seizures');
  const words = useWords();
  const row = (
    label: string,
    figure: (line: LedgerLine) => number,
    kind?: 'sum' | 'quiet',
    count?: number,
  ) => (
    <tr key={label} data-kind={kind}>
      <th scope="row">{label}</th>
      {assets !== undefined && <td>{count === undefined ? '' : formatNumber(count)}</td>}
      {lines.map((line) => (
        <Figure key={line.currency} currency={line.currency} minor={figure(line)} />
      ))}
    </tr>
  );
  if (lines.length === 0) return <p className={classes.help}>{t('ledger.empty')}</p>;
  const inStates = (line: LedgerLine) => ledgerStates.reduce((sum, state) => sum + line.states[state], 0);
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th />
            {assets !== undefined && <th>{t('ledger.assets')}</th>}
            {lines.map(({ currency }) => (
              <th key={currency}>{currency}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(t('ledger.entered'), ({ entered }) => entered)}
          {row(t('ledger.revalued'), ({ revalued }) => revalued)}
          {row(t('ledger.whole'), ({ entered, revalued }) => entered + revalued, 'sum')}
        </tbody>
        <tbody>
          {ledgerStates.map((state) =>
            row(
              state === 'spent' ? t('ledger.spent') : words.stage(state),
              ({ states }) => states[state],
              undefined,
              state === 'spent' ? undefined : assets?.[state],
            ),
          )}
          {row(t('ledger.inStates'), inStates, 'sum')}
        </tbody>
        <tbody>
          {row(t('ledger.seized'), ({ seized }) => seized, 'sum')}
          {row(t('ledger.proceeds'), ({ proceeds }) => proceeds, 'quiet')}
          {row(t('ledger.costs'), ({ costs }) => costs, 'quiet')}
        </tbody>
      </table>
    </div>
  );
}

/** A sum; nought is said quietly, so that the figures stand out. */
function Figure({ currency, minor }: Money) {
  return minor === 0 ? (
    <td className={classes.nought}>{formatMoney({ currency, minor })}</td>
  ) : (
    <td>{formatMoney({ currency, minor })}</td>
  );
}
