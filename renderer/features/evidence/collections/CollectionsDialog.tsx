import { Button, Group, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useCore } from '../../../app/core.ts';
import { useMay } from '../../../app/session.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { CollectionContent } from './CollectionContent.tsx';
import classes from './collections.module.css';

interface Props {
  readonly caseId: string;
  /** The collection by which the list is filtered: it is the one that is shown first. */
  readonly first: string | undefined;
  /** The file as it once stood: nothing is changed then. */
  readonly past: boolean;
  readonly onFilter: (collection: string | undefined) => void;
  readonly onClose: () => void;
}

/** The collections of a case: what is in each and in which order; made, renamed and dissolved here. */
export function CollectionsDialog({ caseId, first, past, onFilter, onClose }: Props) {
  const { t } = useTranslation('marking');
  const may = useMay('case.amend') && !past;
  const { data, error } = useCore('marking.inCase', { case: caseId });
  const [chosen, setChosen] = useState(first);
  const collections = data?.collections ?? [];
  const open = collections.find((each) => each.id === chosen) ?? collections[0];
  return (
    <Dialog title={t('collections.title')} size={860} onClose={onClose}>
      {error !== null && <ErrorNotice error={error} />}
      <div className={classes.both}>
        <div className={classes.side}>
          <nav className={classes.names} aria-label={t('collections.title')}>
            {collections.map((each) => (
              <UnstyledButton
                key={each.id}
                className={classes.name}
                aria-current={each.id === open?.id || undefined}
                onClick={() => setChosen(each.id)}
              >
                <span className={classes.words}>{each.name}</span>
                <span className={classes.count}>{each.exhibits.length}</span>
              </UnstyledButton>
            ))}
          </nav>
          {may && <NewCollection caseId={caseId} onMade={setChosen} />}
        </div>
        {open === undefined ? (
          <Text size="sm" c="dimmed" p="md">
            {t('collections.none')}
          </Text>
        ) : (
          <CollectionContent
            key={open.id}
            caseId={caseId}
            collection={open}
            may={may}
            onFilter={() => {
              onFilter(open.id);
              onClose();
            }}
            onDissolved={() => {
              if (first === open.id) onFilter(undefined);
              setChosen(undefined);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

interface NewProps {
  readonly caseId: string;
  readonly onMade: (collection: string) => void;
}

function NewCollection({ caseId, onMade }: NewProps) {
  const { t } = useTranslation('marking');
  const [name, setName] = useState('');
  const make = useCommand('marking.makeCollection');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate(
          { case: caseId, name, exhibits: [] },
          {
            onSuccess: ({ id }) => {
              setName('');
              onMade(id);
            },
          },
        );
      }}
    >
      <Group gap={4} wrap="nowrap" p={6}>
        <TextInput
          size="xs"
          flex={1}
          maxLength={200}
          aria-label={t('collections.fresh')}
          placeholder={t('collections.fresh')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          px={8}
          aria-label={t('collections.make')}
          title={t('collections.make')}
          disabled={name.trim() === ''}
          loading={make.isPending}
        >
          <IconPlus size={15} />
        </Button>
      </Group>
      {make.error !== null && <ErrorNotice error={make.error} />}
    </form>
  );
}
