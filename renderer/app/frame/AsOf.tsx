import { Button, Popover, Stack, Text } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendarTime, IconHistory } from '@tabler/icons-react';
import { endOfDay, format, parseISO } from 'date-fns';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLongDay } from '../format.ts';
import { useNavigation } from '../route.ts';
import type { CaseRoute } from './CaseHeader.tsx';
import classes from './frame.module.css';

interface Props {
  readonly route: CaseRoute;
  /** When the case was entered (ISO): before that there is nothing to read. */
  readonly openedAt: string | undefined;
}

/** The day on this computer's calendar: the moment itself is in UTC, where the evening is already tomorrow. */
function localDay(iso: string): string {
  return format(parseISO(iso), 'yyyy-MM-dd');
}

/** Chooses the day as of which the file is read: as it stood when that day ended. */
export function AsOf({ route, openedAt }: Props) {
  const { t } = useTranslation('app');
  const { go } = useNavigation();
  const [opened, setOpened] = useState(false);
  const choose = (day: string | null) => {
    setOpened(false);
    if (day !== null) go({ ...route, asOf: endOfDay(parseISO(day)).toISOString() });
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconCalendarTime size={15} />}
          onClick={() => setOpened(!opened)}
        >
          {t('asOf.choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="xs" c="dimmed" maw={250}>
            {t('asOf.help')}
          </Text>
          <DatePicker
            size="xs"
            {...(openedAt === undefined ? {} : { minDate: localDay(openedAt) })}
            maxDate={new Date()}
            defaultDate={route.asOf === undefined ? new Date() : localDay(route.asOf)}
            value={route.asOf === undefined ? null : localDay(route.asOf)}
            onChange={choose}
            ariaLabels={{ previousMonth: t('asOf.previousMonth'), nextMonth: t('asOf.nextMonth') }}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Says that what is shown is the past, and leads back to today. */
export function PastBanner({ route, asOf }: { readonly route: CaseRoute; readonly asOf: string }) {
  const { t } = useTranslation('app');
  const { go } = useNavigation();
  const { asOf: _past, ...today } = route;
  return (
    <div className={classes.past} role="status">
      <IconHistory size={17} />
      <span>{t('asOf.banner', { day: formatLongDay(asOf) })}</span>
      <Button size="compact-sm" color="warning" variant="filled" onClick={() => go(today)}>
        {t('asOf.today')}
      </Button>
    </div>
  );
}
