import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRow } from '../../../../electron/core/features/operations/model.ts';
import { formatDate } from '../../../app/format.ts';
import classes from '../operations.module.css';
import { Facts } from '../parts.tsx';

/** The emergency plan that holds, and all versions before it. */
export function Plans({ plans }: { readonly plans: readonly PlanRow[] }) {
  const { t } = useTranslation('operations');
  const [all, setAll] = useState(false);
  if (plans.length === 0) return <p className={classes.bad}>{t('safety.noPlan')}</p>;
  return (
    <>
      {plans.slice(0, all ? plans.length : 1).map((plan) => (
        <div key={plan.version} className={classes.item}>
          <div>
            <Facts
              of={[
                [t('field.planText'), plan.text],
                [t('field.contacts'), plan.contacts],
                [t('field.wayOut'), plan.wayOut],
              ]}
            />
            <div className={classes.quiet}>
              {t('safety.version', { version: plan.version })} ·{' '}
              {t('writtenBy', { name: plan.author, when: formatDate(plan.writtenAt) })}
            </div>
          </div>
        </div>
      ))}
      {plans.length > 1 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(!all)}>
          {t(all ? 'safety.onlyLast' : 'safety.allVersions', { count: plans.length })}
        </Button>
      )}
    </>
  );
}
