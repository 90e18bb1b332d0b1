import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type {
  Metadata as Found,
  MetadataGroup,
  Reading,
} from '../../../../electron/core/features/reading/model.ts';
import { useCore } from '../../../app/core.ts';
import { inDegrees } from './degrees.ts';
import classes from './exhibit.module.css';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
}

/** What the file says of itself, as it says it, and how far its text was read. */
export function Metadata({ caseId, exhibit }: Props) {
  const { t } = useTranslation('viewers');
  const { data } = useCore('reading.show', { case: caseId, exhibit });
  if (data === undefined) return null;
  const { items, summary } = data.metadata;
  const groups = [...new Set(items.map((item) => item.group))];
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t('metadata.title')}</h3>
      <ReadState reading={data} />
      {summary.latitude !== undefined && summary.longitude !== undefined && (
        <Text size="sm">
          {t('metadata.place')}: {summary.latitude.toFixed(6)}, {summary.longitude.toFixed(6)} (
          {inDegrees(summary.latitude, summary.longitude)})
        </Text>
      )}
      {items.length === 0 && data.state !== 'waiting' && (
        <Text size="sm" c="dimmed">
          {t('metadata.none')}
        </Text>
      )}
      {groups.map((group) => (
        <Group key={group} group={group} items={items} />
      ))}
    </section>
  );
}

function Group({ group, items }: { readonly group: MetadataGroup; readonly items: Found['items'] }) {
  const { t } = useTranslation('viewers');
  return (
    <details open={items.length < 30}>
      <summary className={classes.group}>{t(`metadata.group.${group}`)}</summary>
      <dl className={classes.facts}>
        {items
          .filter((item) => item.group === group)
          .map(({ name, value }) => (
            <Item key={`${name} ${value}`} name={name} value={value} />
          ))}
      </dl>
    </details>
  );
}

function Item({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={classes.found}>{value}</dd>
    </>
  );
}

function ReadState({ reading }: { readonly reading: Reading }) {
  const { t } = useTranslation(['viewers', 'errors']);
  const { state, reason, scans, scansRead } = reading;
  const lines = [
    state === 'waiting' ? t('metadata.waiting') : '',
    state === 'failed' || state === 'partly'
      ? `${t(`metadata.state.${state}`)}${reason === null ? '' : `: ${t(`errors:exhibit.why.${reason}`)}`}`
      : '',
    scans > 0 && reading.pages + scans > 1 ? t('metadata.scans', { read: scansRead, count: scans }) : '',
  ].filter((line) => line !== '');
  return lines.length === 0 ? null : (
    <Text size="sm" c={state === 'failed' || state === 'partly' ? 'seal' : 'dimmed'}>
      {lines.join(' · ')}
    </Text>
  );
}
