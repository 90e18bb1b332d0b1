import { Stack, Text } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import classes from './Viewer.module.css';

interface Props {
  /** `locked`: asks for a password of its own; `damaged`: not what it claims to be; `unplayable`: no decoder here. */
  readonly problem: Error | 'locked' | 'damaged' | 'unplayable';
  readonly onRetry: () => void;
  /** What to do instead. */
  readonly offer: ReactNode;
}

/** What stands in a viewer's place when the content cannot be shown, with what to do. */
export function ViewerProblem({ problem, onRetry, offer }: Props) {
  const { t } = useTranslation('evidence');
  return (
    <div className={classes.centre}>
      {problem instanceof Error ? (
        <ErrorNotice error={problem} onRetry={onRetry} />
      ) : (
        <Stack gap="xs" maw={480} align="center" ta="center" role="alert">
          <IconFileAlert size={40} stroke={1.2} />
          <Text fw={600}>{t(`viewer.problem.${problem}`)}</Text>
          <Text size="sm" c="dimmed">
            {t(`viewer.problemHelp.${problem}`)}
          </Text>
          {offer}
        </Stack>
      )}
    </div>
  );
}
