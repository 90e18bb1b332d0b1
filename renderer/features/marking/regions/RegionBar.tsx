import { Button, Checkbox, Text } from '@mantine/core';
import { IconSquarePlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { GiveUp } from '../../../components/GiveUp.tsx';
import { GroundFields, isSaid, usualGround } from '../GroundFields.tsx';
import classes from './regions.module.css';
import type { Regions } from './useRegions.ts';

interface Props {
  readonly regions: Regions;
  /** The page in sight, from 0 on: a rectangle that is added by keyboard lands there. */
  readonly page: number;
}

const middle = { x: 0.35, y: 0.4, width: 0.3, height: 0.08 };

/** While rectangles are drawn: how it goes, on which ground, and keeping them. Escape leaves. */
export function RegionBar({ regions, page }: Props) {
  const { t } = useTranslation('marking');
  const [choice, setChoice] = useState(usualGround);
  const [isFace, setIsFace] = useState(false);
  const [asking, setAsking] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const { drafts, save, leave } = regions;
  const count = drafts.length;
  const close = () => (count === 0 ? leave() : setAsking(true));
  // The newest answer to Escape, which is heard wherever the keyboard is in this window.
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    add.current?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      // Escape is for a dialog or an open choice first.
      const elsewhere =
        document.querySelector('[role="dialog"]') !== null ||
        document.activeElement?.getAttribute('aria-expanded') === 'true';
      if (event.key !== 'Escape' || elsewhere) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
  return (
    <>
      <section className={classes.bar} aria-label={t('regions.bar')}>
        <div className={classes.how}>
          <Text size="sm" fw={600} role="status">
            {count === 0 ? t('regions.draw') : t('regions.count', { count })}
          </Text>
          {t('regions.keys')}
        </div>
        <Button
          ref={add}
          size="xs"
          variant="default"
          leftSection={<IconSquarePlus size={16} />}
          onClick={() => regions.add(page, middle)}
        >
          {t('regions.add')}
        </Button>
        <GroundFields size="xs" value={choice} onChange={setChoice} />
        <Checkbox
          size="xs"
          label={t('regions.isFace')}
          checked={isFace}
          onChange={(event) => setIsFace(event.currentTarget.checked)}
        />
        <Button
          size="xs"
          disabled={count === 0 || !isSaid(choice)}
          loading={save.isPending}
          onClick={() => save.mutate({ ...choice, isFace })}
        >
          {t('regions.save', { count })}
        </Button>
        <Button size="xs" variant="subtle" onClick={close}>
          {t('regions.leave')}
        </Button>
      </section>
      {save.error !== null && <ErrorNotice error={save.error} onClose={save.reset} />}
      {asking && <GiveUp onStay={() => setAsking(false)} onGiveUp={leave} />}
    </>
  );
}
