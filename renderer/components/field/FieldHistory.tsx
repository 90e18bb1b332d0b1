import { Loader, Popover, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../electron/core/journal/canonical.ts';
import { useCore } from '../../app/core.ts';
import { formatDate } from '../../app/format.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import classes from './field.module.css';
import type { FieldPlace } from './types.ts';

interface Props {
  readonly place: FieldPlace;
  readonly label: string;
  readonly versions: number;
  readonly show: (value: Json) => ReactNode;
}

/** The mark of an amended field; opens all its versions, newest first, with who, when and why. */
export function FieldHistory({ place, label, versions, show }: Props) {
  const { t } = useTranslation('common');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={380}
      shadow="md"
      position="bottom-end"
      withinPortal
      trapFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.mark}
          data-amended={versions > 1}
          onClick={() => setOpen(!open)}
          aria-label={t('field.historyOf', { label })}
        >
          <IconHistory size={12} aria-hidden />
          {versions > 1 ? t('field.amended', { count: versions - 1 }) : t('field.history')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <Text className={classes.historyTitle}>{t('field.historyOf', { label })}</Text>
        {open && <Versions place={place} show={show} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Versions({ place, show }: Pick<Props, 'place' | 'show'>) {
  const { t } = useTranslation('common');
  const { data, error } = useCore('timeline.field', place);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Loader size="xs" m="sm" />;
  return (
    <ScrollArea.Autosize mah={320} type="auto">
      <ol className={classes.versions}>
        {data.map((version) => (
          <li key={version.entry} data-current={version.current}>
            <div className={classes.versionValue}>{show(version.value)}</div>
            <div className={classes.versionMeta}>
              {version.author} · {formatDate(version.at)}
              {version.current && <strong> · {t('field.current')}</strong>}
            </div>
            {version.reason !== '' && <div className={classes.versionReason}>«{version.reason}»</div>}
          </li>
        ))}
      </ol>
    </ScrollArea.Autosize>
  );
}
