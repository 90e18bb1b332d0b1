import { ActionIcon, Button, Group, Select, TextInput, Tooltip } from '@mantine/core';
import {
  IconFileImport,
  IconFolder,
  IconSearch,
  IconSortAscending,
  IconSortDescending,
} from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExhibitSearch } from '../data.ts';
import { sortKeys, viewerKeys } from './keys.ts';
import classes from './list.module.css';

interface Props {
  readonly search: ExhibitSearch;
  readonly onSearch: (change: Partial<ExhibitSearch>) => void;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Whether the order is chosen here: the table has its heads for that. */
  readonly sorts: boolean;
  /** What else narrows the list. */
  readonly filter: ReactNode;
  /** Chooses a folder to be looked through. */
  readonly onFolder: (() => void) | undefined;
  readonly choosing: boolean;
  /** Undefined where nothing may be attached. */
  readonly onAttach: (() => void) | undefined;
  /** What else may be entered, beside files. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

/** Search, type, order, and the button that attaches. */
export function Toolbar({
  search,
  onSearch,
  field,
  sorts,
  filter,
  onFolder,
  choosing,
  onAttach,
  more,
  children,
}: Props) {
  const { t } = useTranslation('evidence');
  return (
    <Group className={classes.toolbar} gap="xs" wrap="nowrap">
      <TextInput
        ref={field}
        size="xs"
        flex="0 1 280px"
        miw={120}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={14} />}
        value={search.text ?? ''}
        onChange={(event) => onSearch({ text: event.currentTarget.value })}
      />
      <Select
        size="xs"
        w={150}
        aria-label={t('filter')}
        allowDeselect={false}
        value={search.kind ?? search.viewer ?? ''}
        data={[
          { value: '', label: t('allTypes') },
          { value: 'item', label: t('items:inside.onlyItems') },
          ...viewerKeys.map((value) => ({ value, label: t(`type.${value}`) })),
        ]}
        onChange={(value) =>
          onSearch({
            kind: value === 'item' ? 'item' : undefined,
            viewer: viewerKeys.find((key) => key === value),
          })
        }
      />
      {filter}
      {sorts && <Order search={search} onSearch={onSearch} />}
      <span className={classes.count}>{children}</span>
      {more}
      {onFolder !== undefined && (
        <Button
          size="xs"
          flex="none"
          variant="default"
          leftSection={<IconFolder size={16} />}
          loading={choosing}
          onClick={onFolder}
        >
          {t('folder:button')}
        </Button>
      )}
      {onAttach !== undefined && (
        <Tooltip label={t('attach.shortcut')}>
          <Button size="xs" flex="none" leftSection={<IconFileImport size={16} />} onClick={onAttach}>
            {t('attach.button')}
          </Button>
        </Tooltip>
      )}
    </Group>
  );
}

function Order({ search, onSearch }: Pick<Props, 'search' | 'onSearch'>) {
  const { t } = useTranslation('evidence');
  const Direction = search.descending ? IconSortDescending : IconSortAscending;
  return (
    <>
      <Select
        size="xs"
        w={150}
        aria-label={t('sortBy')}
        allowDeselect={false}
        value={search.sort}
        data={sortKeys.map((value) => ({ value, label: t(`column.${value}`) }))}
        onChange={(value) => onSearch({ sort: sortKeys.find((key) => key === value) ?? 'number' })}
      />
      <Tooltip label={t('descending')}>
        <ActionIcon
          color="gray"
          aria-label={t('descending')}
          aria-pressed={search.descending}
          onClick={() => onSearch({ descending: !search.descending })}
        >
          <Direction size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
