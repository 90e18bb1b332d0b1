import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GroupTotal } from '../../../../electron/core/features/seizures/model.ts';
import { formatMoney, formatNumber } from '../../../app/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import classes from './charts.module.css';

interface Props {
  readonly title: string;
  readonly groups: readonly GroupTotal[];
  readonly error: Error | null;
  /** `count`, or the currency whose values are drawn. */
  readonly measure: string;
  readonly name: (key: string) => string;
  /** What a row opens; undefined where it opens nothing. */
  readonly onOpen: (key: string) => (() => void) | undefined;
}

/** A chart that is a table as well: each row says its figures, and its bar shows them. */
export function Bars({ title, groups, error, measure, name, onOpen }: Props) {
  const { t } = useTranslation('seizures');
  const sizeOf = ({ count, values }: GroupTotal): number =>
    measure === 'count' ? count : (values.find(({ currency }) => currency === measure)?.minor ?? 0);
  const largest = Math.max(1, ...groups.map(sizeOf));
  return (
    <section className={classes.card}>
      <h3 className={classes.title}>{title}</h3>
      {error !== null && <ErrorNotice error={error} />}
      {groups.length === 0 && error === null && <p className={classes.help}>{t('chart.empty')}</p>}
      <table className={classes.bars}>
        <thead className={classes.hidden}>
          <tr>
            <th>{title}</th>
            <th>{t('chart.count')}</th>
            <th>{t('chart.values')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const open = onOpen(group.key);
            const size = sizeOf(group);
            return (
              <tr key={group.key}>
                <th scope="row">
                  {open === undefined ? (
                    name(group.key)
                  ) : (
                    <UnstyledButton className={classes.link} onClick={open} title={t('chart.open')}>
                      {name(group.key)}
                    </UnstyledButton>
                  )}
                  <div className={classes.track} aria-hidden>
                    <div className={classes.bar} style={{ width: `${(size / largest) * 100}%` }} />
                  </div>
                </th>
                <td>{formatNumber(group.count)}</td>
                <td>
                  {group.values.length === 0
                    ? '—'
                    : group.values.map((value) => <div key={value.currency}>{formatMoney(value)}</div>)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
