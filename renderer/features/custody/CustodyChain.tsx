import { Text } from '@mantine/core';
import { differenceInCalendarDays, parseISO } from 'date-fns';
import { useTranslation } from 'react-i18next';
import type { CustodyRecord } from '../../../electron/core/features/custody/model.ts';
import { formatDate } from '../../app/format.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import classes from './custody.module.css';
import { custodyIcons } from './custody-icons.ts';

interface Props {
  readonly records: readonly CustodyRecord[];
  /** What to say while there is none. */
  readonly empty: string;
}

/** The chain of custody from the first event down to the last. */
export function CustodyChain({ records, empty }: Props) {
  if (records.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    );
  }
  return (
    <ol className={classes.chain}>
      {records.map((record) => (
        <Link key={record.entry} record={record} />
      ))}
    </ol>
  );
}

function Link({ record }: { readonly record: CustodyRecord }) {
  const { t } = useTranslation('custody');
  const terms = useOfficeTerms();
  const Icon = custodyIcons[record.event];
  const daysLater = differenceInCalendarDays(parseISO(record.recordedAt), parseISO(record.when));
  return (
    <li className={classes.link}>
      <span className={classes.mark} data-event={record.event}>
        <Icon size={15} stroke={1.8} aria-hidden />
      </span>
      <div className={classes.head}>
        <Text size="sm" fw={600}>
          {terms.event(record.event)}
        </Text>
        <time className={classes.when} dateTime={record.when}>
          {formatDate(record.when)}
        </time>
      </div>
      <dl className={classes.facts}>
        <Fact name={t('field.from')} text={record.from} />
        <Fact name={record.event === 'examined' ? t('examiner') : t('field.to')} text={record.to} />
        <Fact name={t('field.place')} text={record.place} />
        <Fact name={t('field.seal')} text={record.seal} mono />
        <Fact name={t('field.reason')} text={record.reason} />
        <Fact name={t('field.note')} text={record.note} />
      </dl>
      <Text size="xs" c="dimmed" className={classes.written} data-late={daysLater > 0 || undefined}>
        {t('written', { when: formatDate(record.recordedAt), author: record.author })}
        {daysLater > 0 && ` · ${t('late', { count: daysLater })}`}
      </Text>
    </li>
  );
}

interface FactProps {
  readonly name: string;
  readonly text: string;
  readonly mono?: boolean;
}

function Fact({ name, text, mono = false }: FactProps) {
  if (text === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd className={mono ? classes.mono : undefined}>{text}</dd>
    </>
  );
}
