import { Button, Menu } from '@mantine/core';
import {
  IconBoxMultiple,
  IconChevronDown,
  IconFileArrowRight,
  IconListCheck,
  IconPackage,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportCustody } from '../../custody/index.ts';
import { ImportList } from './ImportList.tsx';
import { RecordItem } from './RecordItem.tsx';
import { RecordItems } from './RecordItems.tsx';

interface Props {
  readonly caseId: string;
  readonly onOpen: (exhibit: string) => void;
}

const choices = [
  { what: 'record', words: 'record.button', Icon: IconPackage },
  { what: 'batch', words: 'batch.button', Icon: IconBoxMultiple },
  { what: 'import', words: 'import.button', Icon: IconListCheck },
  { what: 'custody', words: 'record.importCustody', Icon: IconFileArrowRight },
] as const;
type What = (typeof choices)[number]['what'];

/** What may be entered besides files: one object, several by the keyboard, a list that is compared, a former register. */
export function AddMenu({ caseId, onOpen }: Props) {
  const { t } = useTranslation('items');
  const [shown, setShown] = useState<What | null>(null);
  const close = () => setShown(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="xs"
            flex="none"
            variant="default"
            leftSection={<IconPackage size={16} />}
            rightSection={<IconChevronDown size={14} />}
          >
            {t('record.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map(({ what, words, Icon }) => (
            <Menu.Item key={what} leftSection={<Icon size={16} />} onClick={() => setShown(what)}>
              {t(words)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {shown === 'record' && <RecordItem caseId={caseId} onClose={close} onRecorded={onOpen} />}
      {shown === 'batch' && <RecordItems caseId={caseId} onClose={close} />}
      {shown === 'import' && <ImportList caseId={caseId} onClose={close} />}
      {shown === 'custody' && <ImportCustody caseId={caseId} onClose={close} />}
    </>
  );
}
