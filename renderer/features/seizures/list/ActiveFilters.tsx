import { Button, Pill } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../../app/format.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { type AssetSearch, type FilterName, setFilters } from '../data.ts';
import { usePeople } from '../usePeople.ts';
import { useWords } from '../useWords.ts';
import classes from './list.module.css';

interface Props {
  readonly caseId: string | undefined;
  readonly search: AssetSearch;
  readonly onSearch: (change: Partial<AssetSearch>) => void;
}

/** What the list is narrowed to, in words; each can be taken away. */
export function ActiveFilters({ caseId, search, onSearch }: Props) {
  const { t } = useTranslation('seizures');
  const said = useSaid(caseId, search);
  const set = setFilters(search).filter((name) => name !== 'text' && name !== 'currency');
  const onlyCurrency = search.currency !== undefined && set.every((name) => !name.startsWith('value'));
  const shown: readonly FilterName[] = onlyCurrency ? [...set, 'currency'] : set;
  if (shown.length === 0) return null;
  const clear = (names: readonly FilterName[]) =>
    onSearch(Object.fromEntries(names.map((name) => [name, undefined])));
  return (
    <div className={classes.pills}>
      {shown.map((name) => (
        <Pill
          key={name}
          withRemoveButton
          removeButtonProps={{ 'aria-label': t('filter.remove', { what: said(name) }) }}
          onRemove={() => clear([name])}
        >
          {said(name)}
        </Pill>
      ))}
      <Button size="compact-xs" variant="subtle" onClick={() => clear([...shown, 'currency'])}>
        {t('filter.clear')}
      </Button>
    </div>
  );
}

function useSaid(caseId: string | undefined, search: AssetSearch): (name: FilterName) => string {
  const { t } = useTranslation('seizures');
  const words = useWords();
  const { department } = useOfficeTerms();
  const { options } = usePeople(caseId);
  const amount = (minor: number | undefined) =>
    minor === undefined || search.currency === undefined
      ? ''
      : formatMoney({ currency: search.currency, minor });
  const values: Readonly<Record<FilterName, () => string>> = {
    text: () => search.text ?? '',
    stages: () => (search.stages ?? []).map(words.stage).join(', '),
    kinds: () => (search.kinds ?? []).map(words.kind).join(', '),
    challenged: () => t('filter.challenged'),
    currency: () => search.currency ?? '',
    valueFrom: () => amount(search.valueFrom),
    valueTo: () => amount(search.valueTo),
    custodian: () => search.custodian ?? '',
    department: () => department(search.department ?? ''),
    office: () => search.office ?? '',
    person: () => options.find(({ value }) => value === search.person)?.label ?? '',
  };
  return (name) => (name === 'challenged' ? values[name]() : `${t(`filter.${name}`)}: ${values[name]()}`);
}
