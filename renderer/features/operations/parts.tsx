import type { ReactNode } from 'react';
import classes from './operations.module.css';

interface BoxProps {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly tone?: 'seal';
  readonly children: ReactNode;
}

/** One part of a page: what it is, what can be done, what is there. */
export function Box({ title, actions, tone, children }: BoxProps) {
  return (
    <section className={classes.box} data-tone={tone}>
      <div className={classes.boxHead}>
        <h3>{title}</h3>
        {actions !== undefined && <div>{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** Named facts; what is empty is left out. */
export function Facts({ of }: { readonly of: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {of
        .filter(([, value]) => value !== '' && value !== null && value !== undefined)
        .map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  );
}
