import { Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import {
  IconArrowsMaximize,
  IconEyeOff,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RegionBar, RegionLayer, useRegions } from '../../marking/index.ts';
import { contentUrl } from './content.ts';
import classes from './ImageViewer.module.css';
import { fitScale, stepScale, turned } from './image-scale.ts';
import { ToolButton } from './ToolButton.tsx';
import type { ViewerProps } from './types.ts';
import { isTyping } from './typing.ts';
import shared from './Viewer.module.css';
import { ViewerProblem } from './ViewerProblem.tsx';

/** An image exhibit through `<img>` only, so that nothing in an SVG can run. Keys: `+` `-` zoom, `r` turns, `0` fits. */
export function ImageViewer({ view, onRetry, offer, marked }: ViewerProps) {
  const { t } = useTranslation('evidence');
  const [natural, setNatural] = useState({ width: 0, height: 0 });
  const [turns, setTurns] = useState(0);
  /** Null while the image follows the size of the window. */
  const [chosen, setChosen] = useState<number | null>(null);
  const [broken, setBroken] = useState(false);
  const stage = useElementSize();
  const regions = useRegions(marked);

  const box = turned(natural, turns);
  const scale = chosen ?? fitScale(box, stage);
  const actions: Readonly<Record<string, () => void>> = {
    '+': () => setChosen(stepScale(scale, 1)),
    '-': () => setChosen(stepScale(scale, -1)),
    r: () => setTurns((n) => (n + 1) % 4),
    '0': () => setChosen(null),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  if (broken) return <ViewerProblem problem="damaged" onRetry={onRetry} offer={offer} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts for whatever inside has the focus
    <div className={shared.viewer} onKeyDown={onKeyDown}>
      <Group className={shared.toolbar} gap={4} role="toolbar">
        <ToolButton label={t('viewer.zoomOut')} onClick={() => actions['-']?.()}>
          <IconZoomOut size={16} />
        </ToolButton>
        <Text size="xs" c="dimmed" w={44} ta="center">
          {Math.round(scale * 100)} %
        </Text>
        <ToolButton label={t('viewer.zoomIn')} onClick={() => actions['+']?.()}>
          <IconZoomIn size={16} />
        </ToolButton>
        <ToolButton label={t('viewer.fit')} onClick={() => setChosen(null)}>
          <IconArrowsMaximize size={16} />
        </ToolButton>
        <ToolButton label={t('viewer.rotate')} onClick={() => actions.r?.()}>
          <IconRotateClockwise size={16} />
        </ToolButton>
        {regions.may && (
          <ToolButton
            label={t('marking:regions.start')}
            aria-pressed={regions.drawing}
            disabled={regions.drawing || natural.width === 0}
            onClick={regions.start}
          >
            <IconEyeOff size={16} />
          </ToolButton>
        )}
        <Text size="xs" c="dimmed" ml="auto">
          {natural.width > 0 && `${natural.width} × ${natural.height} px`}
        </Text>
      </Group>
      {regions.drawing && <RegionBar regions={regions} page={0} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={stage.ref} className={shared.stage} tabIndex={0} aria-label={view.name}>
        <div className={classes.place}>
          <div className={classes.box} style={{ width: box.width * scale, height: box.height * scale }}>
            <img
              className={classes.image}
              src={contentUrl(view.ticket)}
              alt={view.name}
              draggable={false}
              style={{
                width: natural.width * scale,
                height: natural.height * scale,
                transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
              }}
              onLoad={({ currentTarget: image }) =>
                setNatural({ width: image.naturalWidth || 800, height: image.naturalHeight || 600 })
              }
              onError={() => setBroken(true)}
              onDoubleClick={() => setChosen(chosen === null ? 1 : null)}
            />
            {natural.width > 0 && <RegionLayer regions={regions} page={0} turns={turns} />}
          </div>
        </div>
      </section>
    </div>
  );
}
