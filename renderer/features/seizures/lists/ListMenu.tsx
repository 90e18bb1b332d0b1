import { Button, Menu } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypeCsv, IconTableImport, IconTableShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListFormat } from '../../../../electron/core/features/seizures/lists/model.ts';
import type { AssetFilter } from '../../../../electron/core/features/seizures/model.ts';
import { useCommand } from '../../../app/core.ts';
import { useMay } from '../../../app/session.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImportAssets } from './ImportAssets.tsx';
import classes from './lists.module.css';

interface Props {
  /** Without a case: all of the person's cases; nothing can be imported. */
  readonly caseId: string | undefined;
  /** What the list is narrowed to: the export has the same rows. */
  readonly filter: Omit<AssetFilter, 'case'>;
}

/** Brings the list out as it is filtered, and a register that others kept in. */
export function ListMenu({ caseId, filter }: Props) {
  const { t } = useTranslation('assetlists');
  const save = useCommand('seizures.exportList');
  const [importing, setImporting] = useState(false);
  const mayExport = useMay('evidence.extract');
  const mayWrite = useMay('seizure.write') && caseId !== undefined;
  const start = async (format: ListFormat) => {
    const folder = await window.custodia.chooseFolder();
    if (folder !== null) save.mutate({ ...filter, case: caseId, format, folder: folder.handle });
  };
  if (!mayExport && !mayWrite) return null;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            size="xs"
            flex="none"
            variant="default"
            leftSection={<IconTableShare size={16} />}
            loading={save.isPending}
          >
            {t('button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayExport && (
            <>
              <Menu.Item leftSection={<IconFileTypeCsv size={16} />} onClick={() => start('csv')}>
                {t('csv')}
              </Menu.Item>
              <Menu.Item leftSection={<IconFileSpreadsheet size={16} />} onClick={() => start('xlsx')}>
                {t('xlsx')}
              </Menu.Item>
            </>
          )}
          {mayWrite && (
            <Menu.Item leftSection={<IconTableImport size={16} />} onClick={() => setImporting(true)}>
              {t('import')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {save.data !== undefined && (
        <span className={classes.done} role="status">
          {t('exported', { name: save.data.name, count: save.data.rows })}
        </span>
      )}
      {save.error !== null && <ErrorNotice error={save.error} onClose={save.reset} />}
      {importing && caseId !== undefined && (
        <ImportAssets caseId={caseId} onClose={() => setImporting(false)} />
      )}
    </>
  );
}
