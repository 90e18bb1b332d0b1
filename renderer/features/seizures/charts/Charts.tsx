import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupTotal, TotalGroup } from '../../../../electron/core/features/seizures/model.ts';
import { useCore } from '../../../app/core.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { type AssetSearch, filterOf } from '../data.ts';
import { assetKinds, assetStages } from '../lists.ts';
import { useWords } from '../useWords.ts';
import { Bars } from './Bars.tsx';
import classes from './charts.module.css';

interface Props {
  readonly caseId: string | undefined;
  readonly asOf: string | undefined;
  readonly search: AssetSearch;
  /** Shows the assets of one bar in the list. */
  readonly onNarrow: (part: Partial<AssetSearch>) => void;
}

/** How many assets and how much, by stage, kind, custodian, office, department: what the filters leave. */
export function Charts({ caseId, asOf, search, onNarrow }: Props) {
  const { t } = useTranslation('seizures');
  const [measure, setMeasure] = useState('count');
  const { data: facets } = useCore('seizures.facets', caseId === undefined ? {} : { case: caseId });
  const currencies = facets?.currencies ?? [];
  const groups: readonly TotalGroup[] = [
    'stage',
    'kind',
    'custodian',
    'office',
    'department',
    ...(caseId === undefined ? (['case'] as const) : []),
  ];
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <span className={classes.help}>{t('chart.help')}</span>
        <SegmentedControl
          size="xs"
          aria-label={t('chart.measure')}
          value={measure}
          onChange={setMeasure}
          data={[
            { value: 'count', label: t('chart.count') },
            ...currencies.map((currency) => ({ value: currency, label: t('chart.value', { currency }) })),
          ]}
        />
      </div>
      <div className={classes.cards}>
        {groups.map((by) => (
          <Chart key={by} by={by} measure={measure} {...{ caseId, asOf, search, onNarrow }} />
        ))}
      </div>
    </div>
  );
}

function Chart({
  by,
  measure,
  caseId,
  asOf,
  search,
  onNarrow,
}: Props & { readonly by: TotalGroup; readonly measure: string }) {
  const { t } = useTranslation('seizures');
  const words = useWords();
  const { department } = useOfficeTerms();
  const { data, error } = useCore(
    'seizures.totals',
    { case: caseId, asOf, by, ...filterOf(search) },
    { keepPrevious: true },
  );
  const name = (key: string): string => {
    if (key === '') return t('chart.none');
    const stage = assetStages.find((each) => each === key);
    const kind = assetKinds.find((each) => each === key);
    if (by === 'stage' && stage !== undefined) return words.stage(stage);
    if (by === 'kind' && kind !== undefined) return words.kind(kind);
    return by === 'department' ? department(key) : key;
  };
  const narrow = (key: string): Partial<AssetSearch> | null => {
    if (key === '' || by === 'case') return null;
    if (by === 'stage') return { stages: assetStages.filter((each) => each === key) };
    if (by === 'kind') return { kinds: assetKinds.filter((each) => each === key) };
    return { [by]: key };
  };
  return (
    <Bars
      title={t(`chart.by.${by}`)}
      groups={inOrder(by, data ?? [])}
      error={error}
      measure={measure}
      name={name}
      onOpen={(key) => {
        const part = narrow(key);
        return part === null ? undefined : () => onNarrow(part);
      }}
    />
  );
}

/** Stages and kinds as they come in the register; all else by how many there are, what was not entered last. */
function inOrder(by: TotalGroup, groups: readonly GroupTotal[]): readonly GroupTotal[] {
  const known: readonly string[] = by === 'stage' ? assetStages : by === 'kind' ? assetKinds : [];
  const rank = ({ key }: GroupTotal) => (key === '' ? Number.MAX_SAFE_INTEGER : known.indexOf(key));
  return groups.toSorted((one, other) => rank(one) - rank(other) || other.count - one.count);
}
