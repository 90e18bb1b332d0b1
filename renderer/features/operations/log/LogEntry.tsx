import { Badge, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LogRow } from '../../../../electron/core/features/operations/model.ts';
import { formatDate } from '../../../app/format.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import classes from '../operations.module.css';
import { Facts } from '../parts.tsx';

interface Props {
  readonly row: LogRow;
  /** The entry that this one puts right, where it is in the list. */
  readonly corrected: LogRow | undefined;
  readonly onCorrect: (() => void) | null;
}

/** One entry: when it happened and when it was written, what was done and by which assigned act. */
export function LogEntry({ row, corrected, onCorrect }: Props) {
  const { t } = useTranslation('operations');
  const { operationAct, operationTechnique } = useOfficeTerms();
  const irregular = row.irregularities.length > 0;
  const isCorrected = row.correctedBy.length > 0;
  return (
    <article
      className={classes.card}
      data-irregular={irregular || undefined}
      data-corrected={isCorrected || undefined}
    >
      <div className={classes.cardHead}>
        <time dateTime={row.when}>
          <b>{formatDate(row.when)}</b>
        </time>
        <b>{row.codeName}</b>
        <span>{row.place}</span>
        {row.lateHours > 0 && <Badge color="warning">{t('log.late', { count: row.lateHours })}</Badge>}
        {isCorrected && <Badge color="gray">{t('log.corrected')}</Badge>}
        {row.corrects !== '' && <Badge color="ink">{t('log.correction')}</Badge>}
        {row.irregularities.map((kind) => (
          <Badge key={kind} color="seal">
            {t(`irregularity.${kind}`)}
          </Badge>
        ))}
        <span className={classes.gap} />
        {onCorrect !== null && (
          <Button size="compact-xs" variant="subtle" onClick={onCorrect}>
            {t('log.correct')}
          </Button>
        )}
      </div>
      <p className={classes.said}>{row.text}</p>
      {corrected !== undefined && (
        <div className={classes.side}>
          <span className={classes.quiet}>{t('log.before', { when: formatDate(corrected.writtenAt) })}</span>
          <p className={classes.said}>{corrected.text}</p>
        </div>
      )}
      {row.irregular !== '' && (
        <p className={`${classes.said} ${classes.bad}`}>{t('log.because', { why: row.irregular })}</p>
      )}
      <Facts
        of={[
          [t('log.act'), row.act === '' ? t('log.noAct') : operationAct(row.act)],
          [t('field.contact'), row.contact],
          [
            t('field.persons'),
            row.persons.map(({ name, target }) => (target ? t('log.target', { name }) : name)).join(', '),
          ],
          [t('field.techniques'), row.techniques.map(operationTechnique).join(', ')],
          [t('field.exhibits'), row.exhibitNumbers.map(exhibitNumber).join(', ')],
          [
            t('field.risk'),
            row.risk === 'none'
              ? ''
              : [t(`risk.${row.risk}`), row.riskNote].filter((part) => part !== '').join(': '),
          ],
        ]}
      />
      <div className={classes.quiet}>
        {t('writtenBy', { name: row.author, when: formatDate(row.writtenAt) })}
      </div>
    </article>
  );
}
