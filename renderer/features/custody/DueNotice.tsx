import { Button, Popover, Text, UnstyledButton } from '@mantine/core';
import { IconCalendarDue } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.ts';
import { formatDay } from '../../app/format.ts';
import { exhibitNumber } from '../../components/exhibit-number.ts';
import classes from './custody.module.css';

interface Props {
  readonly caseId: string;
  readonly onOpen: (exhibit: string) => void;
}

/** What is out and to come back, behind a button that says how much of it is overdue. Nothing while nothing is out. */
export function DueNotice({ caseId, onOpen }: Props) {
  const { t } = useTranslation('custody');
  const { data = [] } = useCore('custody.due', { case: caseId });
  if (data.length === 0) return null;
  const late = data.filter(({ daysLate }) => daysLate > 0).length;
  return (
    <Popover position="bottom-end" width={420} shadow="md" withinPortal trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          flex="none"
          ml="sm"
          variant={late > 0 ? 'light' : 'default'}
          color={late > 0 ? 'seal' : 'gray'}
          leftSection={<IconCalendarDue size={16} />}
        >
          {late > 0 ? t('due.late', { count: late }) : t('due.out', { count: data.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <ul className={classes.due}>
          {data.map((row) => (
            <li key={row.exhibit}>
              <UnstyledButton className={classes.dueRow} onClick={() => onOpen(row.exhibit)}>
                <span className={classes.dueNumber}>{exhibitNumber(row.number)}</span>
                <span className={classes.dueName}>
                  {row.name}
                  <Text size="xs" c="dimmed">
                    {row.holder}
                  </Text>
                </span>
                <span className={classes.dueDay} data-late={row.daysLate > 0 || undefined}>
                  {formatDay(row.dueBack)}
                  {row.daysLate > 0 && <Text size="xs">{t('due.days', { count: row.daysLate })}</Text>}
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

/** How many of a case's exhibits should be back by now. */
export function useOverdue(caseId: string): number {
  const { data = [] } = useCore('custody.due', { case: caseId });
  return data.filter(({ daysLate }) => daysLate > 0).length;
}
