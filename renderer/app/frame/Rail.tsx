import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconCalendarDue,
  IconFolders,
  IconHelp,
  IconListSearch,
  IconLock,
  IconScale,
  IconSearch,
  IconSettings,
  IconSpy,
  IconUsers,
  IconZoomScan,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Right } from '../../../electron/core/api/roles.ts';
import mark from '../../../resources/icons/custodia-mark.svg?no-inline';
import { type Route, useNavigation } from '../route.ts';
import { useSession } from '../session.ts';
import { lockNow } from '../useIdle.ts';
import classes from './frame.module.css';
import { openPalette } from './Palette.tsx';
import { showShortcuts } from './Shortcuts.tsx';

interface Item {
  readonly screen:
    | 'cases'
    | 'deadlines'
    | 'seizures'
    | 'operations'
    | 'search'
    | 'users'
    | 'audit'
    | 'settings';
  readonly right: Right;
  readonly icon: ReactNode;
}

const icon = { size: 19, stroke: 1.5 };
const items: readonly Item[] = [
  { screen: 'cases', right: 'case.read', icon: <IconFolders {...icon} /> },
  { screen: 'deadlines', right: 'case.read', icon: <IconCalendarDue {...icon} /> },
  { screen: 'seizures', right: 'case.read', icon: <IconScale {...icon} /> },
  { screen: 'operations', right: 'operation.read', icon: <IconSpy {...icon} /> },
  { screen: 'search', right: 'case.read', icon: <IconZoomScan {...icon} /> },
  { screen: 'users', right: 'office.manage', icon: <IconUsers {...icon} /> },
  { screen: 'audit', right: 'journal.audit', icon: <IconListSearch {...icon} /> },
  { screen: 'settings', right: 'office.read', icon: <IconSettings {...icon} /> },
];

/** Where one can go, who is here, and the lock. */
export function Rail() {
  const { t } = useTranslation('app');
  const { rights, user, office } = useSession();
  const { route, go } = useNavigation();
  const here = route.screen === 'case' ? 'cases' : route.screen;
  return (
    <nav className={classes.rail} aria-label={t('rail')}>
      <div className={classes.brand}>
        <span className={classes.mark} style={{ maskImage: `url("${mark}")` }} aria-hidden />
        <div>
          <div className={classes.name}>Custodia</div>
          <div className={classes.office} title={office.name}>
            {office.name}
          </div>
        </div>
      </div>
      <UnstyledButton className={classes.find} onClick={openPalette}>
        <IconSearch size={15} />
        <span>{t('find')}</span>
        <kbd>Ctrl K</kbd>
      </UnstyledButton>
      {items
        .filter((item) => rights.includes(item.right))
        .map((item) => (
          <UnstyledButton
            key={item.screen}
            className={classes.item}
            data-here={here === item.screen || undefined}
            aria-current={here === item.screen ? 'page' : undefined}
            onClick={() => go({ screen: item.screen } as Route)}
          >
            {item.icon}
            <span>{t(`screen.${item.screen}`)}</span>
          </UnstyledButton>
        ))}
      <div className={classes.foot}>
        <Menu position="right-end" width={230}>
          <Menu.Target>
            <UnstyledButton className={classes.person} aria-label={t('person', { name: user.name })}>
              <span className={classes.who}>{user.name}</span>
              <span className={classes.roles}>
                {user.roles.map((role) => t(`office:role.${role}`)).join(' · ')}
              </span>
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconSettings size={15} />} onClick={() => go({ screen: 'settings' })}>
              {t('screen.settings')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconHelp size={15} />}
              onClick={showShortcuts}
              rightSection={<kbd>F1</kbd>}
            >
              {t('shortcuts.title')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Tooltip label={t('lockHelp')} position="right">
          <UnstyledButton className={classes.lock} onClick={lockNow}>
            <IconLock size={17} stroke={1.6} />
            <span>{t('lock')}</span>
            <kbd>Ctrl L</kbd>
          </UnstyledButton>
        </Tooltip>
      </div>
    </nav>
  );
}
