import { Group, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextPage } from '../../../../../electron/core/features/reading/model.ts';
import { FindBar } from '../FindBar.tsx';
import { useHighlights } from '../useHighlights.ts';
import { useSought } from '../useSought.ts';
import shared from '../Viewer.module.css';
import classes from './look.module.css';

/** A word-processed document or a presentation: its words, part by part, without its layout. */
export function DocumentViewer({ pages }: { readonly pages: readonly TextPage[] }) {
  const { t } = useTranslation('viewers');
  const [find, setFind] = useState(useSought().find);
  const body = useRef<HTMLElement>(null);
  const marks = useHighlights(body, find, pages);
  return (
    <div className={shared.viewer}>
      <Group className={shared.toolbar} gap="md" role="toolbar" justify="space-between">
        <Text size="xs" c="dimmed">
          {t('document.words')}
        </Text>
        <FindBar text={find} onText={setFind} {...marks} />
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={body} className={shared.stage} tabIndex={0} aria-label={t('document.text')}>
        <div className={classes.sheet}>
          {pages.length === 0 && <Text c="dimmed">{t('document.empty')}</Text>}
          {pages.map((page) => (
            <section key={page.page}>
              {page.label !== undefined && (
                <h3 className={classes.part}>{t(`part.${page.label}`, page.label)}</h3>
              )}
              <p className={classes.words}>{page.text}</p>
            </section>
          ))}
        </div>
      </section>
    </div>
  );
}
