import { CloseButton, Group, ScrollArea, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OfferedFile } from '../../../../electron/core/api/bridge.ts';
import { formatBytes } from '../../../app/format.ts';
import classes from './attach.module.css';

interface Props {
  readonly files: readonly OfferedFile[];
  readonly onRemove: (handle: string) => void;
}

/** The files about to be attached, with their sizes and the sum. */
export function OfferedList({ files, onRemove }: Props) {
  const { t } = useTranslation('evidence');
  const total = files.reduce((sum, file) => sum + file.size, 0);
  return (
    <div className={classes.offered}>
      <ScrollArea.Autosize mah={190} type="auto">
        <ul className={classes.files}>
          {files.map((file) => (
            <li key={file.handle} className={classes.file}>
              <Text size="sm" truncate flex={1} title={file.name}>
                {file.name}
              </Text>
              <Text size="xs" c="dimmed" className={classes.size}>
                {formatBytes(file.size)}
              </Text>
              <CloseButton
                size="xs"
                aria-label={t('attach.remove', { name: file.name })}
                onClick={() => onRemove(file.handle)}
              />
            </li>
          ))}
        </ul>
      </ScrollArea.Autosize>
      <Group justify="space-between" className={classes.sum}>
        <Text size="xs" fw={600}>
          {t('attach.files', { count: files.length })}
        </Text>
        <Text size="xs" fw={600}>
          {formatBytes(total)}
        </Text>
      </Group>
    </div>
  );
}
