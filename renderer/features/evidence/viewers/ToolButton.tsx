import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props extends ActionIconProps {
  readonly label: string;
  readonly 'aria-pressed'?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** An icon button with its name as tooltip and for screen readers. */
export function ToolButton({ label, children, ...rest }: Props) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon variant="subtle" color="gray" size="md" aria-label={label} {...rest}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
