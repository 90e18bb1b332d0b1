import { Badge, Text } from '@mantine/core';
import { IconFileText, IconSignature } from '@tabler/icons-react';
import { differenceInCalendarDays, parseISO } from 'date-fns';
import { useTranslation } from 'react-i18next';
import type { Anomaly } from '../../../electron/core/features/custody/chain-model.ts';
import type { ShownRecord } from '../../../electron/core/features/custody/model.ts';
import { formatDate, formatDay } from '../../app/format.ts';
import { useOfficeTerms } from '../../app/terms.ts';
import classes from './custody.module.css';
import { custodyIcons } from './custody-icons.ts';

interface Props {
  readonly records: readonly ShownRecord[];
  readonly anomalies: readonly Anomaly[];
  /** What to say while there is none. */
  readonly empty: string;
}

/** The chain of custody from the first event down to the last. */
export function CustodyChain({ records, anomalies, empty }: Props) {
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
        <Link
          key={record.entry}
          record={record}
          anomalies={anomalies.filter(({ entry }) => entry === record.entry)}
        />
      ))}
    </ol>
  );
}

interface LinkProps {
  readonly record: ShownRecord;
  readonly anomalies: readonly Anomaly[];
}

function Link({ record, anomalies }: LinkProps) {
  const { t } = useTranslation('custody');
  const terms = useOfficeTerms();
  const Icon = custodyIcons[record.event];
  const grave = anomalies.filter(({ kind }) => kind !== 'late');
  const gap = grave.find(({ kind }) => kind !== 'order' && kind !== 'seal');
  const { order, receiver, dueBack } = record;
  const daysLater = differenceInCalendarDays(parseISO(record.recordedAt), parseISO(record.when));
  return (
    <li className={classes.link} data-gap={gap !== undefined || undefined}>
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
      {grave.map((anomaly) => (
        <p key={anomaly.kind} className={classes.gap}>
          {t(`kind.${anomaly.kind}`)}
        </p>
      ))}
      <dl className={classes.facts}>
        <Fact name={t('field.from')} text={record.from} />
        <Fact name={record.event === 'examined' ? t('examiner') : t('field.to')} text={record.to} />
        <Fact name={t('field.place')} text={record.place} />
        <Fact name={t('field.seal')} text={record.seal} mono />
        <Fact name={t('field.taken')} text={record.taken ?? ''} />
        <Fact name={t('field.reason')} text={record.reason} />
        <Fact name={t('field.dueBack')} text={dueBack === undefined ? '' : formatDay(dueBack)} />
        <Fact
          name={t('order')}
          text={order === undefined ? '' : `${order.number} · ${order.authority} · ${formatDay(order.date)}`}
        />
        <Fact
          name={t('handOver.document')}
          text={[receiver?.document ?? '', receiver?.institution ?? '']
            .filter((text) => text !== '')
            .join(' · ')}
        />
        <Fact name={t('field.note')} text={record.note} />
        <Fact name={t('field.why')} text={record.why ?? ''} />
      </dl>
      {record.confirmation !== 'none' && (
        <Badge
          size="sm"
          mt={4}
          variant="light"
          color={record.confirmation === 'invalid' ? 'seal' : 'ink'}
          leftSection={<IconSignature size={12} aria-hidden />}
        >
          {t(`confirmation.${record.confirmation}`)}
        </Badge>
      )}
      {record.list !== undefined && (
        <Text size="xs" className={classes.copied} title={`SHA-256 ${record.list.sha256}`}>
          <IconFileText size={13} aria-hidden /> {t('fromList', { ...record.list })}
        </Text>
      )}
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
