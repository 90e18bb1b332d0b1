import { useTranslation } from 'react-i18next';
import type { GroupTotal } from '../../../../electron/core/features/seizures/model.ts';
import type { Money } from '../../../../electron/core/money/model.ts';
import { useCore } from '../../../app/core.ts';
import { formatMoney, formatNumber } from '../../../app/format.ts';
import type { AssetSearch } from '../data.ts';
import { filterOf } from '../data.ts';
import classes from './list.module.css';

interface Props {
  readonly caseId: string | undefined;
  readonly asOf: string | undefined;
  readonly search: AssetSearch;
  readonly total: number;
}

/** What is listed, how many and what it comes to, each currency by itself. */
export function Totals({ caseId, asOf, search, total }: Props) {
  const { t } = useTranslation('seizures');
  const { data } = useCore(
    'seizures.totals',
    { case: caseId, asOf, by: 'stage', ...filterOf(search) },
    { keepPrevious: true },
  );
  const sums = inAll(data ?? []);
  return (
    <div className={classes.totals} role="status">
      <span>{t('count', { count: total, shown: formatNumber(total) })}</span>
      {sums.map((sum) => (
        <span key={sum.currency}>
          {t('totals.value', { currency: sum.currency })} <b>{formatMoney(sum)}</b>
        </span>
      ))}
    </div>
  );
}

/** What the groups come to together, each currency by itself. */
function inAll(groups: readonly GroupTotal[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const { currency, minor } of groups.flatMap(({ values }) => values))
    sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums].map(([currency, minor]) => ({ currency, minor }));
}
