import { useTranslation } from 'react-i18next';
import { formatDate, formatDay } from '../../../app/format.ts';
import { AuthorityBadge } from '../AuthorityBadge.tsx';
import classes from '../operations.module.css';
import { Box, Facts } from '../parts.tsx';
import type { InOperation } from '../types.ts';
import { CaseTold } from './CaseTold.tsx';
import { Conditions } from './Conditions.tsx';
import { Irregularities } from './Irregularities.tsx';
import { Members } from './Members.tsx';

/** How the operation stands: what the law asks, what went wrong, who is in it. */
export function SummaryTab({ operation }: InOperation) {
  const { t } = useTranslation('operations');
  const { gaps, purpose, caseNumber, openedAt, openedBy, endedAt } = operation;
  return (
    <div className={classes.sheet}>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Irregularities operation={operation} />
          <Conditions operation={operation} />
        </div>
        <div className={classes.stack}>
          <Box title={t('summary.authority')} actions={<AuthorityBadge of={operation} />}>
            <p className={classes.quiet}>{t(`authorityHelp.${operation.authority}`)}</p>
            {gaps.length > 0 && (
              <>
                <p className={classes.bad}>{t('gaps.title')}</p>
                {gaps.map(({ from, until }) => (
                  <p key={from} className={classes.quiet}>
                    {until === ''
                      ? t('gaps.since', { from: formatDay(from) })
                      : t('gaps.days', { from: formatDay(from), until: formatDay(until) })}
                  </p>
                ))}
              </>
            )}
          </Box>
          <Box title={t('summary.facts')}>
            <Facts
              of={[
                [t('field.purpose'), purpose],
                [t('field.case'), caseNumber],
                [t('summary.opened'), t('byAt', { name: openedBy, when: formatDate(openedAt) })],
                [t('ended'), endedAt === '' ? '' : formatDate(endedAt)],
              ]}
            />
          </Box>
          <Members operation={operation} />
          <CaseTold operation={operation} />
        </div>
      </div>
    </div>
  );
}
