import { ActionIcon, CopyButton, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../bundles.module.css';
import { courtCommands } from './court-commands.ts';

/** The commands with which anybody checks the bundle, with no program of ours. */
export function CourtCheck({ path }: { readonly path: string }) {
  const { t } = useTranslation('bundles');
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('court.title')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('court.intro')}
      </Text>
      <ol className={classes.commands}>
        {courtCommands(path).map(({ step, command }) => (
          <li key={step}>
            <Text size="xs">{t(`court.step.${step}`)}</Text>
            <div className={classes.command}>
              <code>{command}</code>
              <CopyButton value={command}>
                {({ copied, copy }) => (
                  <Tooltip label={copied ? t('court.copied') : t('court.copy')}>
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      color="gray"
                      aria-label={t('court.copy')}
                      onClick={copy}
                    >
                      {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                    </ActionIcon>
                  </Tooltip>
                )}
              </CopyButton>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
