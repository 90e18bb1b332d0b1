import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './PageHeader.module.css';

interface Props {
  readonly title: string;
  /** One line below the title: what this page is for, or a count. */
  readonly text?: ReactNode;
  /** Buttons, at the right. */
  readonly actions?: ReactNode;
}

/** The head of a page: its title, what it is for, what can be done here. */
export function PageHeader({ title, text, actions }: Props) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <Title order={2} className={classes.title}>
          {title}
        </Title>
        {text !== undefined && <div className={classes.text}>{text}</div>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
