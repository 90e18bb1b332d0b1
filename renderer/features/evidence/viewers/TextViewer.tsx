import { Button, Checkbox, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../app/format.ts';
import { CsvTable } from './CsvTable.tsx';
import { FindBar } from './FindBar.tsx';
import { textBlocks } from './text-blocks.ts';
import type { ViewerProps } from './types.ts';
import { useHighlights } from './useHighlights.ts';
import { useSought } from './useSought.ts';
import { type TextEncoding, useText } from './useText.ts';
import classes from './Viewer.module.css';
import { ViewerProblem } from './ViewerProblem.tsx';

/** A text exhibit as plain characters: HTML, SVG and the like are never rendered as documents. */
export function TextViewer({ view, onRetry, offer, marked }: ViewerProps) {
  const { t } = useTranslation('evidence');
  const [encoding, setEncoding] = useState<TextEncoding>('utf-8');
  const [wrap, setWrap] = useState(true);
  const tabular = /[./](csv|tsv|tab-separated-values)$/i.test(view.name) || /csv|tab-sep/.test(view.type);
  const sought = useSought();
  const [asTable, setAsTable] = useState(tabular && sought.find === '');
  const [find, setFind] = useState(sought.find);
  const body = useRef<HTMLElement>(null);
  const { text, loaded, loading, error, more } = useText(view, encoding);

  const marks = useHighlights(body, asTable ? '' : find, text);

  if (error !== null) return <ViewerProblem problem={error} onRetry={onRetry} offer={offer} />;
  return (
    <div className={classes.viewer}>
      <Group className={classes.toolbar} gap="md" role="toolbar">
        <Select
          size="xs"
          w={190}
          aria-label={t('viewer.encoding')}
          allowDeselect={false}
          value={encoding}
          data={[
            { value: 'utf-8', label: 'UTF-8' },
            { value: 'windows-1252', label: 'Latin-1 (Windows-1252)' },
          ]}
          onChange={(value) => setEncoding(value === 'windows-1252' ? value : 'utf-8')}
        />
        {tabular && (
          <SegmentedControl
            size="xs"
            aria-label={t('viewer.layout')}
            value={asTable ? 'table' : 'text'}
            data={[
              { value: 'table', label: t('viewer.table') },
              { value: 'text', label: t('viewer.text') },
            ]}
            onChange={(value) => setAsTable(value === 'table')}
          />
        )}
        {!asTable && (
          <Checkbox
            size="xs"
            label={t('viewer.wrap')}
            checked={wrap}
            onChange={(event) => setWrap(event.currentTarget.checked)}
          />
        )}
        {!asTable && <FindBar text={find} onText={setFind} marked={marked} {...marks} />}
        <Group ml="auto" gap="xs">
          <Text size="xs" c="dimmed" aria-live="polite">
            {loaded < view.size
              ? t('viewer.partRead', { read: formatBytes(loaded), size: formatBytes(view.size) })
              : formatBytes(view.size)}
          </Text>
          {loaded < view.size && (
            <Button size="compact-xs" variant="light" loading={loading} onClick={more}>
              {t('viewer.readMore')}
            </Button>
          )}
        </Group>
      </Group>
      {asTable ? (
        <CsvTable text={text} name={view.name} />
      ) : (
        <Plain ref={body} text={text} wrap={wrap} name={view.name} />
      )}
    </div>
  );
}

interface PlainProps {
  readonly ref: RefObject<HTMLElement | null>;
  readonly text: string;
  readonly wrap: boolean;
  readonly name: string;
}

function Plain({ ref, text, wrap, name }: PlainProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={ref} className={classes.stage} tabIndex={0} aria-label={name}>
      <pre className={wrap ? `${classes.text} ${classes.wrapped}` : classes.text}>
        {textBlocks(text).map((block) => (
          <div key={block.start} className={classes.block}>
            {block.text}
          </div>
        ))}
      </pre>
    </section>
  );
}
