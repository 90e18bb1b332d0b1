import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
  spotlight,
} from '@mantine/spotlight';
import { IconFile, IconFolder, IconLock, IconScale, IconSearch, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hit } from '../../../electron/core/features/search/model.ts';
import { useCore } from '../core.ts';
import { caseTabs, type Navigation, useNavigation } from '../route.ts';
import { useMay, useSession } from '../session.ts';
import { lockNow } from '../useIdle.ts';
import type { CaseRoute } from './CaseHeader.tsx';

export const openPalette = spotlight.open;

const icons = {
  case: IconFolder,
  person: IconUser,
  exhibit: IconFile,
  asset: IconScale,
  page: IconFile,
  speech: IconFile,
  entry: IconFile,
};

/** Ctrl K: to a case, a person, an exhibit, an asset by any word of it; to a part of the open case; to the lock. */
export function Palette() {
  const { t } = useTranslation('app');
  const navigation = useNavigation();
  const [text, setText] = useState('');
  const mayRead = useMay('case.read');
  const asked = text.trim();
  const { data } = useCore(
    'search.find',
    { text: asked, limit: 30, kinds: ['case', 'person', 'exhibit', 'asset'] },
    { enabled: mayRead && asked.length > 1, keepPrevious: true },
  );
  const hits = asked.length > 1 ? (data?.hits ?? []) : [];
  const groups: SpotlightActionGroupData[] = [
    { group: t('palette.found'), actions: hits.map((hit) => hitAction(hit, navigation)) },
    { group: t('palette.actions'), actions: usePlaces(navigation) },
  ];
  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      highlightQuery
      scrollable
      maxHeight={420}
      // What the core found stays, though its title may not hold the words that were typed.
      filter={(query, actions) => matching(query, actions as readonly SpotlightActionGroupData[], hits)}
      nothingFound={t('palette.nothing')}
      searchProps={{ leftSection: <IconSearch size={18} />, placeholder: t('palette.placeholder') }}
    />
  );
}

function matching(query: string, groups: readonly SpotlightActionGroupData[], hits: readonly Hit[]) {
  const wanted = query.trim().toLocaleLowerCase();
  const found = new Set(hits.map((hit) => hit.id));
  return groups
    .map((group) => ({
      ...group,
      actions: group.actions.filter(
        (action) => found.has(action.id) || (action.label ?? '').toLocaleLowerCase().includes(wanted),
      ),
    }))
    .filter((group) => group.actions.length > 0);
}

function hitAction(hit: Hit, { go }: Navigation): SpotlightActionData {
  const Icon = icons[hit.kind];
  const at = { screen: 'case', case: hit.case } as const;
  const open = {
    case: () => go({ ...at, tab: 'summary' }),
    person: () => go({ ...at, tab: 'people', item: hit.id }),
    exhibit: () => go({ ...at, tab: 'evidence', item: hit.id }),
    asset: () => go({ ...at, tab: 'seizures', item: hit.id }),
    page: () => go({ ...at, tab: 'evidence', item: hit.id }),
    speech: () => go({ ...at, tab: 'evidence', item: hit.id }),
    entry: () => go({ ...at, tab: 'timeline' }),
  };
  return {
    id: hit.id,
    label: hit.label,
    description: hit.kind === 'person' ? hit.caseNumber : hit.number,
    leftSection: <Icon size={17} stroke={1.5} />,
    onClick: open[hit.kind],
  };
}

const offices = [
  { screen: 'operations', right: 'operation.read' },
  { screen: 'users', right: 'office.manage' },
  { screen: 'audit', right: 'journal.audit' },
  { screen: 'settings', right: 'office.read' },
] as const;

function caseOf({ case: id, asOf }: CaseRoute) {
  return { screen: 'case', case: id, ...(asOf === undefined ? {} : { asOf }) } as const;
}

function usePlaces({ route, go }: Navigation): SpotlightActionData[] {
  const { t } = useTranslation('app');
  const { rights } = useSession();
  const parts =
    route.screen === 'case'
      ? caseTabs.map((tab) => ({
          id: `tab ${tab}`,
          label: t(`tab.${tab}`),
          description: t('palette.ofThisCase'),
          // Whoever reads the past stays in it.
          onClick: () => go({ ...caseOf(route), tab }),
        }))
      : [];
  return [
    ...parts,
    { id: 'search', label: t('screen.search'), onClick: () => go({ screen: 'search' }) },
    { id: 'deadlines', label: t('screen.deadlines'), onClick: () => go({ screen: 'deadlines' }) },
    { id: 'seizures', label: t('screen.seizures'), onClick: () => go({ screen: 'seizures' }) },
    { id: 'cases', label: t('screen.cases'), onClick: () => go({ screen: 'cases' }) },
    ...offices
      .filter(({ right }) => rights.includes(right))
      .map(({ screen }) => ({ id: screen, label: t(`screen.${screen}`), onClick: () => go({ screen }) })),
    { id: 'lock', label: t('lock'), leftSection: <IconLock size={17} stroke={1.5} />, onClick: lockNow },
  ];
}
