import { Button } from '@mantine/core';
import { IconAlarm } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../../app/core.ts';
import { formatDate } from '../../../app/format.ts';
import { useNavigation } from '../../../app/route.ts';
import classes from '../operations.module.css';

/** Check-ins that did not come, above whatever page is open, for those who are in the operation. */
export function CheckInAlarms() {
  const { t } = useTranslation('operations');
  const { go } = useNavigation();
  const client = useQueryClient();
  const { data = [] } = useCore('operations.alarms', {});
  useEffect(
    () =>
      window.custodia.onEvent((event) => {
        if (event.name === 'checkInLate') void client.invalidateQueries();
      }),
    [client],
  );
  if (data.length === 0) return null;
  return (
    <div className={classes.alarms} role="alert">
      {data.map(({ operation, number, agent, codeName, due, plan }) => (
        <div key={agent} className={classes.alarm}>
          <IconAlarm size={18} />
          <span>
            <b>{t('alarm.late', { name: codeName, number, due: formatDate(due) })}</b>{' '}
            {plan === '' ? t('alarm.noPlan') : t('alarm.plan', { plan })}
          </span>
          <Button
            size="compact-sm"
            variant="white"
            color="seal"
            onClick={() => go({ screen: 'operations', operation, tab: 'safety' })}
          >
            {t('alarm.open')}
          </Button>
        </div>
      ))}
    </div>
  );
}
