import { MultiSelect, SegmentedControl, SimpleGrid, Stack, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LogRow } from '../../../../electron/core/features/operations/model.ts';
import { formatDate } from '../../../app/format.ts';
import classes from '../operations.module.css';
import { type Decision, fields, ways } from './decision.ts';
import { OrderFields } from './OrderFields.tsx';

interface Props {
  readonly row: LogRow;
  readonly decision: Decision;
  readonly onChange: (decision: Decision) => void;
}

/** One entry: whole, with parts blacked out, or kept back; and then why and on whose order. */
export function EntryDecision({ row, decision, onChange }: Props) {
  const { t } = useTranslation('operations');
  const { how, words, fields: out, reason, order } = decision;
  const change = (part: Partial<Decision>) => onChange({ ...decision, ...part });
  return (
    <article className={classes.card} data-irregular={row.irregularities.length > 0 || undefined}>
      <div className={classes.cardHead}>
        <b>{formatDate(row.when)}</b>
        <b>{row.codeName}</b>
        <span>{row.place}</span>
        <span className={classes.gap} />
        <SegmentedControl
          size="xs"
          aria-label={t('disclosure.how', { when: formatDate(row.when) })}
          value={how}
          data={ways.map((way) => ({ value: way, label: t(`disclosure.way.${way}`) }))}
          onChange={(value) => change({ how: ways.find((way) => way === value) ?? 'whole' })}
        />
      </div>
      <p className={classes.said}>{row.text}</p>
      {how !== 'whole' && (
        <Stack gap="xs" mt="xs">
          {how === 'redacted' && (
            <SimpleGrid cols={2} spacing="sm">
              <TagsInput
                label={t('disclosure.words')}
                description={t('disclosure.wordsHelp')}
                value={[...words]}
                onChange={(next) => change({ words: next.filter((word) => word.trim().length > 1) })}
              />
              <MultiSelect
                label={t('disclosure.fields')}
                description={t('disclosure.fieldsHelp')}
                data={fields.map((field) => ({ value: field, label: t(`disclosure.field.${field}`) }))}
                value={[...out]}
                onChange={(next) => change({ fields: fields.filter((field) => next.includes(field)) })}
              />
            </SimpleGrid>
          )}
          <TextInput
            label={t('field.reason')}
            withAsterisk
            maxLength={2_000}
            value={reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
          <OrderFields
            legend={t('disclosure.keptBy')}
            order={order}
            onChange={(next) => change({ order: next })}
          />
        </Stack>
      )}
    </article>
  );
}
