import { Chip, Group, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch, IconTimeline } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { EntryList } from './EntryList.tsx';
import { groupNames, type Group as KindGroup } from './kinds.ts';
import classes from './timeline.module.css';
import { useCaseEntries } from './useEntries.ts';
import { VerifyButton } from './VerifyButton.tsx';

interface Props {
  readonly caseId: string;
  readonly asOf?: string | undefined;
}

/** The journal of the case, readable. */
export function TimelinePage({ caseId, asOf }: Props) {
  const { t } = useTranslation('timeline');
  const [group, setGroup] = useState<KindGroup | null>(null);
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 200);
  const { entries, more, error, isSuccess } = useCaseEntries(caseId, asOf, { group, text: asked });
  const field = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => field.current?.focus()]]);
  return (
    <div className={classes.page}>
      <div className={classes.toolbar}>
        <TextInput
          ref={field}
          size="xs"
          w={240}
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Chip.Group
          value={group ?? 'all'}
          onChange={(value) => setGroup(groupNames.find((name) => name === value) ?? null)}
        >
          <Group gap={5}>
            <Chip size="xs" value="all">
              {t('group.all')}
            </Chip>
            {groupNames.map((name) => (
              <Chip key={name} size="xs" value={name}>
                {t(`group.${name}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <span className={classes.gap} />
        <VerifyButton />
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {isSuccess && entries.length === 0 ? (
        <EmptyState
          icon={<IconTimeline size={28} stroke={1.4} />}
          title={t('none.title')}
          text={t('none.help')}
        />
      ) : (
        <EntryList label={t('list')} entries={entries} onEnd={more} />
      )}
    </div>
  );
}
