import { Badge, Button, Group, Loader, Select, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kept, VersionRow } from '../../../../../electron/core/features/bundles/drafts/model.ts';
import type { ExhibitRow } from '../../../../../electron/core/features/evidence/model.ts';
import { call, useCore } from '../../../../app/core.ts';
import { formatDate } from '../../../../app/format.ts';
import { Dialog } from '../../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../../components/ErrorNotice.tsx';
import classes from '../compose.module.css';
import { ChangeList } from './ChangeList.tsx';

interface Props {
  readonly caseId: string;
  readonly draft: string;
  readonly exhibits: ReadonlyMap<string, ExhibitRow>;
  readonly onClose: () => void;
  /** Goes on from an older version: it becomes what is worked on, to be saved as the newest. */
  readonly onReturn: (kept: Kept) => void;
}

/** Every version with what it changed, against the one before or any other. */
export function Changes({ caseId, draft, exhibits, onClose, onReturn }: Props) {
  const { t } = useTranslation('bundles');
  const { data: versions, error } = useCore('bundles.versions', { case: caseId, draft });
  const [chosen, setChosen] = useState<number | null>(null);
  const [against, setAgainst] = useState<number | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  const last = versions?.[0]?.version ?? 1;
  const newer = chosen ?? last;
  const older = against ?? Math.max(1, newer - 1);
  const goBack = async () => {
    try {
      const { name, purpose, composition } = await call('bundles.draft', {
        case: caseId,
        draft,
        version: newer,
      });
      onReturn({ name, purpose, composition });
    } catch (thrown) {
      setFailed(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
  };
  return (
    <Dialog title={t('changes.title')} size={900} onClose={onClose}>
      {error !== null && <ErrorNotice error={error} />}
      {failed !== null && <ErrorNotice error={failed} />}
      {versions === undefined ? (
        <Loader size="sm" />
      ) : (
        <div className={classes.changes}>
          <ol className={classes.versions} aria-label={t('changes.versions')}>
            {versions.map((row) => (
              <li key={row.version}>
                <Version
                  row={row}
                  current={row.version === newer}
                  onChoose={() => {
                    setChosen(row.version);
                    setAgainst(null);
                  }}
                />
              </li>
            ))}
          </ol>
          <div className={classes.changeList}>
            <Group justify="space-between" mb="xs">
              <Select
                size="xs"
                w={220}
                label={t('changes.against')}
                allowDeselect={false}
                value={String(older)}
                data={versions
                  .filter(({ version }) => version !== newer)
                  .map(({ version }) => ({
                    value: String(version),
                    label: t('compose.version', { version }),
                  }))}
                onChange={(value) => setAgainst(Number(value ?? older))}
              />
              {newer !== last && (
                <Button size="xs" variant="default" onClick={() => void goBack()}>
                  {t('changes.return', { version: newer })}
                </Button>
              )}
            </Group>
            {versions.length === 1 ? (
              <Text size="sm" c="dimmed">
                {t('changes.only')}
              </Text>
            ) : (
              <ChangeList caseId={caseId} draft={draft} older={older} newer={newer} exhibits={exhibits} />
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
}

interface VersionProps {
  readonly row: VersionRow;
  readonly current: boolean;
  readonly onChoose: () => void;
}

function Version({ row, current, onChoose }: VersionProps) {
  const { t } = useTranslation('bundles');
  return (
    <UnstyledButton className={classes.version} aria-current={current || undefined} onClick={onChoose}>
      <Group gap={6}>
        <Text size="sm" fw={600}>
          {t('compose.version', { version: row.version })}
        </Text>
        {row.given !== null && (
          <Badge size="xs" variant="light">
            {t('changes.given')}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {t('changes.by', { when: formatDate(row.at), author: row.author })}
      </Text>
    </UnstyledButton>
  );
}
