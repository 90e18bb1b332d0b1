import { Select } from '@mantine/core';
import { format } from 'date-fns';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../../app/core.ts';
import { formatLongDay } from '../../../app/format.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import type { AssetSearch } from '../data.ts';
import { setFilters } from '../data.ts';
import { currencies } from '../lists.ts';
import { Converted } from './Converted.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import classes from './ledger.module.css';
import { ledgerFilter } from './ledger-filter.ts';
import { Rates } from './Rates.tsx';

interface Props {
  readonly caseId: string | undefined;
  readonly asOf: string | undefined;
  readonly search: AssetSearch;
}

/** What was seized, forfeited, returned and spent, on a day, each currency by itself; converted only by stated rates. */
export function LedgerView({ caseId, asOf, search }: Props) {
  const { t } = useTranslation('seizures');
  const [on, setOn] = useState(() => format(new Date(), 'yyyy-MM-dd'));
  const [convertTo, setConvertTo] = useState<string | null>(null);
  const day = on === '' ? format(new Date(), 'yyyy-MM-dd') : on;
  const { data, error } = useCore(
    'seizures.ledger',
    { case: caseId, asOf, on: day, convertTo: convertTo ?? undefined, ...ledgerFilter(search) },
    { keepPrevious: true },
  );
  const left = setFilters(search).filter((name) => !(name in ledgerFilter(search)));
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <DayInput
          size="xs"
          w={150}
          label={t('ledger.on')}
          value={day}
          maxDate={new Date()}
          clearable={false}
          onChange={setOn}
        />
        <Select
          size="xs"
          w={150}
          clearable
          label={t('ledger.convert')}
          placeholder={t('ledger.noConversion')}
          data={[...currencies]}
          value={convertTo}
          onChange={setConvertTo}
        />
        <p className={classes.help}>
          {t('ledger.help')}
          {left.length > 0 && ` ${t('ledger.filtersLeft')}`}
        </p>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {data !== undefined && (
        <>
          <h3 className={classes.title}>{t('ledger.at', { day: formatLongDay(data.on) })}</h3>
          <LedgerTable lines={data.lines} assets={data.assets} />
          {data.unvalued > 0 && (
            <p className={classes.help}>{t('totals.unvalued', { count: data.unvalued })}</p>
          )}
          {data.converted !== null && <Converted conversion={data.converted} />}
        </>
      )}
      {caseId !== undefined && <Rates caseId={caseId} asOf={asOf} />}
    </div>
  );
}
