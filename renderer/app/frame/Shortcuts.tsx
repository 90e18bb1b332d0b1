import { Table } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import { i18n } from '../i18n.ts';

const keys = [
  ['Ctrl K', 'find'],
  ['Ctrl Shift F', 'everything'],
  ['Ctrl L', 'lock'],
  ['Ctrl 1 … 6', 'tabs'],
  ['Alt ←', 'back'],
  ['Ctrl N', 'newCase'],
  ['Ctrl O', 'attach'],
  ['N', 'newRow'],
  ['/', 'search'],
  ['↑ ↓  Intro', 'list'],
  ['F2', 'amend'],
  ['Esc', 'close'],
  ['F1  ?', 'help'],
] as const;

function ShortcutTable() {
  const { t } = useTranslation('app');
  return (
    <Table fz="sm" verticalSpacing={6}>
      <Table.Tbody>
        {keys.map(([key, does]) => (
          <Table.Tr key={key}>
            <Table.Td w={120}>
              <kbd>{key}</kbd>
            </Table.Td>
            <Table.Td>{t(`shortcuts.${does}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** F1: every key in one list. */
export function showShortcuts(): void {
  modals.open({ title: i18n.t('app:shortcuts.title'), children: <ShortcutTable /> });
}
