import { Button, Menu, Text } from '@mantine/core';
import { IconBarcode, IconFileText, IconPrinter, IconQrcode, IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustodyShown, PrintInput } from '../../../electron/core/features/custody/model.ts';
import { useCommand } from '../../app/core.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface Props {
  readonly caseId: string;
  readonly shown: CustodyShown;
}

/** Sheet, receipt of the last hand-over, and labels, written as PDF into a folder that the person chooses. */
export function PrintMenu({ caseId, shown }: Props) {
  const { t } = useTranslation('custody');
  const print = useCommand('custody.print');
  const last = shown.records.findLast(({ event }) => event === 'transferred' || event === 'returned');
  const start = async (what: Pick<PrintInput, 'form' | 'code' | 'handover'>) => {
    const folder = await window.custodia.chooseFolder();
    if (folder === null) return;
    const exhibits = what.form === 'receipt' ? [] : [shown.exhibit];
    print.mutate({ case: caseId, exhibits, folder: folder.handle, ...what });
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPrinter size={14} />}
            loading={print.isPending}
          >
            {t('print.button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileText size={16} />} onClick={() => start({ form: 'sheet' })}>
            {t('print.sheet')}
          </Menu.Item>
          {last !== undefined && (
            <Menu.Item
              leftSection={<IconReceipt size={16} />}
              onClick={() => start({ form: 'receipt', handover: last.handover })}
            >
              {t('print.receipt')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconQrcode size={16} />} onClick={() => start({ form: 'labels' })}>
            {t('print.labels')}
          </Menu.Item>
          <Menu.Item leftSection={<IconQrcode size={16} />} onClick={() => start({ form: 'label' })}>
            {t('print.label')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconBarcode size={16} />}
            onClick={() => start({ form: 'label', code: 'code128' })}
          >
            {t('print.barcode')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {print.data !== undefined && (
        <Text size="xs" c="dimmed" role="status">
          {t('print.done', { name: print.data.name })}
        </Text>
      )}
      {print.error !== null && <ErrorNotice error={print.error} onClose={print.reset} />}
    </>
  );
}
