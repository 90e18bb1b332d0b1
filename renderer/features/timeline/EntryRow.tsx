import { UnstyledButton } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../electron/core/features/timeline/model.ts';
import { formatMoment } from '../../app/format.ts';
import { Hash } from '../../components/Hash.tsx';
import { factsOf } from './facts.ts';
import { iconOf } from './kinds.ts';
import classes from './timeline.module.css';
import { useSentence } from './useSentence.ts';
import { useValues } from './useValues.ts';

interface Props {
  readonly entry: TimelineEntry;
  readonly open: boolean;
  readonly onToggle: () => void;
}

const minute = 60_000;

/** One entry: when, who, what. Opened, it shows what makes it provable. */
export function EntryRow({ entry, open, onToggle }: Props) {
  const sentence = useSentence();
  const { main, more } = sentence(entry);
  const Icon = iconOf(entry.kind);
  return (
    <>
      <UnstyledButton className={classes.row} onClick={onToggle} aria-expanded={open}>
        <time className={classes.time} dateTime={entry.at}>
          {formatMoment(entry.at).slice(11)}
        </time>
        <span className={classes.icon} data-kind={entry.kind.split('.')[0]}>
          <Icon size={15} stroke={1.6} />
        </span>
        <span className={classes.words}>
          <span className={classes.main}>{main}</span>
          {more.map((line) => (
            <span key={line} className={classes.more}>
              {line}
            </span>
          ))}
        </span>
        <span className={classes.author}>{entry.author}</span>
      </UnstyledButton>
      {open && <Proof entry={entry} />}
    </>
  );
}

function Proof({ entry }: { readonly entry: TimelineEntry }) {
  const { t, i18n } = useTranslation('timeline');
  const shown = useValues();
  const label = (field: string) => (i18n.exists(`timeline:detail.${field}`) ? t(`detail.${field}`) : field);
  const apart = Math.abs(Date.parse(entry.at) - Date.parse(entry.wall)) > minute;
  return (
    <dl className={classes.proof}>
      {factsOf(entry.details).map(({ field, value }) => (
        <Fragment key={field}>
          <dt>{label(field)}</dt>
          <dd>{shown(entry.kind, field, value)}</dd>
        </Fragment>
      ))}
      <dt>{t('proof.id')}</dt>
      <dd>
        <Hash value={entry.id} length={24} label={t('proof.id')} />
      </dd>
      <dt>{t('proof.place')}</dt>
      <dd>{t('proof.placeValue', { seq: entry.seq, kind: entry.kind })}</dd>
      <dt>{t('proof.feed')}</dt>
      <dd className={classes.code}>{entry.feed}</dd>
      <dt>{t('proof.at')}</dt>
      <dd>{formatMoment(entry.at)}</dd>
      {apart && (
        <>
          <dt>{t('proof.wall')}</dt>
          <dd>{t('proof.wallValue', { when: formatMoment(entry.wall) })}</dd>
        </>
      )}
    </dl>
  );
}
