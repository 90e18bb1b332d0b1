import { Button, Center, Group, Loader, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewTicket } from '../../../../../electron/core/features/evidence/model.ts';
import type { MailPart } from '../../../../../electron/core/features/reading/model.ts';
import { call } from '../../../../app/core.ts';
import { BytesViewer } from '../BytesViewer.tsx';
import shared from '../Viewer.module.css';
import { ViewerProblem } from '../ViewerProblem.tsx';
import classes from './look.module.css';

interface Props {
  readonly caseId: string;
  readonly exhibit: string;
  readonly message: number;
  readonly part: MailPart;
  readonly onBack: () => void;
}

/** What is attached to a message, opened in its place: in memory only, asked for once. */
export function Attachment({ caseId, exhibit, message, part, onBack }: Props) {
  const { t } = useTranslation('viewers');
  const [view, setView] = useState<ViewTicket | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again
  useEffect(() => {
    let closed = false;
    setError(null);
    const { index, name } = part;
    call('reading.attachment', { case: caseId, exhibit, message, index, name }).then(
      (ticket) => !closed && setView(ticket),
      (cause: unknown) => !closed && setError(cause instanceof Error ? cause : new Error(String(cause))),
    );
    return () => {
      closed = true;
    };
  }, [caseId, exhibit, message, part, attempt]);
  const again = () => setAttempt((n) => n + 1);
  return (
    <div className={shared.viewer}>
      <Group className={shared.toolbar} gap="sm">
        <Button size="compact-xs" variant="subtle" leftSection={<IconArrowLeft size={14} />} onClick={onBack}>
          {t('mail.back')}
        </Button>
        <Text size="xs" fw={600} truncate>
          {part.name}
        </Text>
      </Group>
      <div className={classes.inside}>
        {error !== null ? (
          <ViewerProblem problem={error} onRetry={again} offer={null} />
        ) : view === null ? (
          <Center h="100%">
            <Loader size="sm" />
          </Center>
        ) : (
          <BytesViewer view={view} onRetry={again} offer={null} />
        )}
      </div>
    </div>
  );
}
