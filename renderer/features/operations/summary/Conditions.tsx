import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Condition } from '../../../../electron/core/features/operations/model.ts';
import { formatDaysIn } from '../../../app/format.ts';
import { useOfficeTerms } from '../../../app/terms.ts';
import classes from '../operations.module.css';
import { Box } from '../parts.tsx';
import type { InOperation } from '../types.ts';

const icons = { there: IconCircleCheck, missing: IconCircleDashed, against: IconAlertTriangle } as const;
const tones = { there: classes.good, missing: classes.soon, against: classes.bad } as const;

/** What the law asks of an operation, each with where it is written and how it stands. */
export function Conditions({ operation: { conditions } }: InOperation) {
  const { t } = useTranslation('operations');
  const { pack } = useOfficeTerms();
  const order = pack?.operationConditions ?? [];
  const open = conditions.filter(({ met }) => !met).length;
  const sources = [...new Set(order.map(({ source }) => source))];
  return (
    <Box
      title={t('conditions.title')}
      actions={
        <span className={open > 0 ? classes.soon : classes.good}>
          {t('conditions.open', { count: open })}
        </span>
      }
    >
      {conditions.map((condition) => (
        <Line key={`${condition.id} ${condition.label}`} condition={condition} only={sources.length === 1} />
      ))}
      {sources.length === 1 && (
        <p className={classes.quiet}>{t('conditions.source', { source: sources[0] })}</p>
      )}
    </Box>
  );
}

interface LineProps {
  readonly condition: Condition;
  /** All conditions stand in one place of the law, which is told once below. */
  readonly only: boolean;
}

function Line({ condition: { id, label, how }, only }: LineProps) {
  const { t } = useTranslation('operations');
  const { pack, language } = useOfficeTerms();
  const term = pack?.operationConditions.find((each) => each.id === id);
  const Icon = icons[how];
  return (
    <div className={classes.condition}>
      <Icon size={17} stroke={1.7} className={tones[how] ?? ''} aria-hidden />
      <div>
        <span>{term?.name[language] ?? id}</span>{' '}
        <span className={how === 'there' ? classes.quiet : tones[how]}>
          {[t(`conditions.how.${how}`), formatDaysIn(label)].filter((part) => part !== '').join(' · ')}
        </span>
        <div className={classes.quiet}>
          {term?.note?.[language]} {!only && term?.source}{' '}
          {term?.status === 'toConfirm' && <b>{t('toConfirm')}</b>}
        </div>
      </div>
    </div>
  );
}
