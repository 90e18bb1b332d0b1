import { Badge, Button, Group, Select, Text, TextInput, Title } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CollectionName } from '../../../electron/core/features/marking/model.ts';
import { useCommand, useCore } from '../../app/core.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import type { MarksProps } from './MarksSection.tsx';
import classes from './marking.module.css';
import { RemoveWithReason } from './RemoveWithReason.tsx';

interface Props extends MarksProps {
  readonly collections: readonly CollectionName[];
}

/** In which collections of the case an exhibit stands. */
export function Collections({ caseId, exhibit, readOnly, collections }: Props) {
  const { t } = useTranslation('marking');
  const collect = useCommand('marking.collect');
  return (
    <section>
      <Title order={3} className={classes.title}>
        {t('collections.title')}
      </Title>
      {collections.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('collections.inNone')}
        </Text>
      )}
      {collections.map((each) => (
        <Group key={each.id} gap="sm" mb={4}>
          <Badge color="ink" leftSection={<IconStack2 size={12} />}>
            {each.name}
          </Badge>
          {!readOnly && (
            <RemoveWithReason
              label={t('collections.takeOut')}
              pending={collect.isPending}
              onRemove={(reason) =>
                collect.mutate({ case: caseId, collection: each.id, add: [], remove: [exhibit], reason })
              }
            />
          )}
        </Group>
      ))}
      {!readOnly && <CollectInto caseId={caseId} exhibits={[exhibit]} within={collections} />}
      {collect.error !== null && <ErrorNotice error={collect.error} />}
    </section>
  );
}

interface IntoProps {
  readonly caseId: string;
  readonly exhibits: readonly string[];
  /** Collections that are not offered: they have it already. */
  readonly within?: readonly CollectionName[];
  readonly onDone?: () => void;
}

const fresh = '+';

/** Puts exhibits into a collection of the case, or into one that is made for it. */
export function CollectInto({ caseId, exhibits, within = [], onDone }: IntoProps) {
  const { t } = useTranslation('marking');
  const { data } = useCore('marking.inCase', { case: caseId });
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const collect = useCommand('marking.collect');
  const make = useCommand('marking.makeCollection');
  const offered = (data?.collections ?? []).filter((each) => !within.some(({ id }) => id === each.id));
  const done = {
    onSuccess: () => {
      setChosen(null);
      setName('');
      onDone?.();
    },
  };
  const put = () => {
    if (chosen === fresh) make.mutate({ case: caseId, name, exhibits: [...exhibits] }, done);
    else if (chosen !== null)
      collect.mutate({ case: caseId, collection: chosen, add: [...exhibits], remove: [] }, done);
  };
  const error = collect.error ?? make.error;
  return (
    <Group align="flex-end" gap="xs">
      <Select
        w={230}
        size="xs"
        aria-label={t('collections.into')}
        placeholder={t('collections.into')}
        data={[
          ...offered.map((each) => ({ value: each.id, label: each.name })),
          { value: fresh, label: t('collections.fresh') },
        ]}
        value={chosen}
        onChange={setChosen}
      />
      {chosen === fresh && (
        <TextInput
          w={200}
          size="xs"
          autoFocus
          aria-label={t('collections.name')}
          placeholder={t('collections.name')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && name.trim() !== '') put();
          }}
        />
      )}
      <Button
        size="xs"
        variant="default"
        disabled={chosen === null || (chosen === fresh && name.trim() === '')}
        loading={collect.isPending || make.isPending}
        onClick={put}
      >
        {t('collections.put')}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </Group>
  );
}
