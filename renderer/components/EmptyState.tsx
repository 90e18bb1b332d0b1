import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface Props {
  readonly title: string;
  /** Why there is nothing, and how something gets here. */
  readonly text?: string;
  /** A Tabler icon, `size={28} stroke={1.4}`. */
  readonly icon?: ReactNode;
  /** The button that ends the emptiness. */
  readonly action?: ReactNode;
}

/** A list with nothing in it says why, and what to do. */
export function EmptyState({ title, text, icon, action }: Props) {
  return (
    <div className={classes.empty}>
      {icon !== undefined && (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      )}
      <p className={classes.title}>{title}</p>
      {text !== undefined && <p className={classes.text}>{text}</p>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
