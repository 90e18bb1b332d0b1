import { useTranslation } from 'react-i18next';
import { formatDate, formatDay } from '../../../app/format.ts';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';
import type { InOperation } from '../types.ts';
import { useScopeWords } from '../useChoices.ts';

/** Which act is whose: an agent does nothing else. */
export function Assignments({ operation: { assignments } }: InOperation) {
  const { t } = useTranslation('operations');
  const words = useScopeWords();
  return (
    <Box title={t('assign.list')}>
      {assignments.map((each) => (
        <div key={each.id} className={classes.item}>
          <div>
            <b>{each.codeName}</b> · {words(each.act)}
            <p className={classes.said}>{each.instruction}</p>
            <div className={classes.quiet}>
              {t('ruling.title', { number: each.authorisationNumber })} ·{' '}
              {t('ruling.fromUntil', { from: formatDay(each.from), until: formatDay(each.until) })} ·{' '}
              {t('writtenBy', { name: each.author, when: formatDate(each.writtenAt) })}
            </div>
          </div>
        </div>
      ))}
    </Box>
  );
}
