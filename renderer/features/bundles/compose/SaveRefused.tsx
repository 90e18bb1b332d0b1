import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CoreError, useCommand } from '../../../app/core.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import type { Work } from './work/useWork.ts';

interface Props {
  readonly caseId: string;
  readonly work: Work;
  readonly error: Error;
  readonly onOpen: (draft: string) => void;
}

/** Why a save was refused. Where somebody else saved in between, nothing is lost: it is kept apart, or given up on purpose. */
export function SaveRefused({ caseId, work, error, onOpen }: Props) {
  const { t } = useTranslation('bundles');
  const apart = useCommand('bundles.saveDraft');
  const isOvertaken = error instanceof CoreError && error.body.code === 'draft.changed';
  const name = t('compose.apartName', { name: work.kept.name, version: work.saw });
  return (
    <div>
      <ErrorNotice error={apart.error ?? error} />
      {isOvertaken && (
        <Group gap="xs" mt={6}>
          <Button
            size="xs"
            loading={apart.isPending}
            onClick={() =>
              apart.mutate(
                { case: caseId, saw: 0, ...work.kept, name },
                {
                  onSuccess: ({ id }) => {
                    work.reset();
                    onOpen(id);
                  },
                },
              )
            }
          >
            {t('compose.saveApart')}
          </Button>
          <Button size="xs" variant="default" onClick={work.reset}>
            {t('compose.giveUpMine')}
          </Button>
        </Group>
      )}
    </div>
  );
}
