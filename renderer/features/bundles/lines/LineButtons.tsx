import { ActionIcon, CloseButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconPencil, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Deed {
  readonly label: string;
  readonly title?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly act: () => void;
}

interface Props {
  readonly className?: string | undefined;
  readonly rename?: Deed | undefined;
  readonly up: Omit<Deed, 'label'>;
  readonly down: Omit<Deed, 'label'>;
  readonly remove: Deed;
}

/** What a line of an ordered list can have done to it by mouse; the keyboard does the same without stopping here. */
export function LineButtons({ className, rename, up, down, remove }: Props) {
  const { t } = useTranslation('bundles');
  const { act, disabled = false, label, title } = remove;
  return (
    <span className={className}>
      {rename !== undefined && <LineButton icon={IconPencil} {...rename} />}
      <LineButton icon={IconChevronUp} label={t('order.up')} {...up} />
      <LineButton icon={IconChevronDown} label={t('order.down')} {...down} />
      <CloseButton
        size="sm"
        tabIndex={-1}
        disabled={disabled}
        aria-label={label}
        title={title}
        onClick={act}
      />
    </span>
  );
}

function LineButton({
  icon: Icon,
  label,
  title,
  disabled = false,
  act,
}: Deed & { readonly icon: TablerIcon }) {
  return (
    <ActionIcon
      size="sm"
      variant="subtle"
      color="gray"
      tabIndex={-1}
      aria-label={label}
      title={title}
      disabled={disabled}
      onClick={act}
    >
      <Icon size={14} />
    </ActionIcon>
  );
}
