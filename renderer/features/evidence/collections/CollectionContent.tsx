import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { IconListSearch, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Collection } from '../../../../electron/core/features/marking/model.ts';
import { useCommand } from '../../../app/core.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { RemoveWithReason } from '../../marking/index.ts';
import { CollectedList } from './CollectedList.tsx';
import classes from './collections.module.css';

interface Props {
  readonly caseId: string;
  readonly collection: Collection;
  readonly may: boolean;
  readonly onFilter: () => void;
  readonly onDissolved: () => void;
}

/** One collection: its name, and its exhibits in their order. */
export function CollectionContent({ caseId, collection, may, onFilter, onDissolved }: Props) {
  const { t } = useTranslation('marking');
  const [renaming, setRenaming] = useState(false);
  const dissolve = useCommand('marking.dissolveCollection');
  return (
    <section className={classes.content} aria-label={collection.name}>
      <div className={classes.head}>
        {renaming ? (
          <Rename caseId={caseId} collection={collection} onClose={() => setRenaming(false)} />
        ) : (
          <Title order={3} className={classes.title}>
            {collection.name}
          </Title>
        )}
        {collection.saw.length > 1 && (
          <Text size="xs" c="seal" role="alert">
            {t('collections.namesDiffer')}
          </Text>
        )}
        <Group gap={6} mt={4}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconListSearch size={13} />}
            onClick={onFilter}
          >
            {t('collections.filter')}
          </Button>
          {may && !renaming && (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconPencil size={13} />}
              onClick={() => setRenaming(true)}
            >
              {t('collections.rename')}
            </Button>
          )}
          {may && (
            <RemoveWithReason
              label={t('collections.dissolve')}
              pending={dissolve.isPending}
              onRemove={(reason) =>
                dissolve.mutate(
                  { case: caseId, collection: collection.id, reason },
                  { onSuccess: onDissolved },
                )
              }
            />
          )}
        </Group>
        {dissolve.error !== null && <ErrorNotice error={dissolve.error} />}
      </div>
      <CollectedList caseId={caseId} collection={collection} may={may} />
    </section>
  );
}

interface RenameProps {
  readonly caseId: string;
  readonly collection: Collection;
  readonly onClose: () => void;
}

function Rename({ caseId, collection, onClose }: RenameProps) {
  const { t } = useTranslation('marking');
  const [name, setName] = useState(collection.name);
  const rename = useCommand('marking.renameCollection');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate(
          {
            case: caseId,
            collection: collection.id,
            amendments: [{ field: 'name', value: name.trim(), saw: [...collection.saw] }],
          },
          { onSuccess: onClose },
        );
      }}
    >
      <Group gap={6} wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          autoFocus
          maxLength={200}
          aria-label={t('collections.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onClose();
          }}
        />
        <Button type="submit" size="xs" disabled={name.trim() === ''} loading={rename.isPending}>
          {t('common:save')}
        </Button>
      </Group>
      {rename.error !== null && <ErrorNotice error={rename.error} />}
    </form>
  );
}
