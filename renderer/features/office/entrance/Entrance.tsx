import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Entrance.module.css';
import { LanguageSwitch } from './LanguageSwitch.tsx';

interface Props {
  readonly title: string;
  readonly text?: ReactNode;
  /** Below the name of the program, on the ink: the steps of the set-up. */
  readonly aside?: ReactNode;
  readonly wide?: boolean;
  readonly languageSwitch?: boolean;
  readonly children: ReactNode;
}

/** The full window before the vault is open: the mark on ink at the left, one question on paper at the right. */
export function Entrance({ title, text, aside, wide = false, languageSwitch = true, children }: Props) {
  const { t } = useTranslation('office');
  return (
    <div className={classes.window}>
      <aside className={classes.ink}>
        <div className={classes.brand}>
          <span className={classes.mark} aria-hidden />
          <span className={classes.name}>Custodia</span>
        </div>
        <p className={classes.tagline}>{t('entrance.tagline')}</p>
        {aside}
        <p className={classes.foot}>{t('entrance.foot')}</p>
      </aside>
      <main className={classes.paper}>
        {languageSwitch && (
          <div className={classes.corner}>
            <LanguageSwitch />
          </div>
        )}
        <div className={wide ? classes.wide : classes.content}>
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {text !== undefined && <p className={classes.text}>{text}</p>}
          {children}
        </div>
      </main>
    </div>
  );
}
