import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExhibitRow } from '../../../../../electron/core/features/evidence/model.ts';
import { Dialog } from '../../../../components/Dialog.tsx';
import { ExhibitPicker } from '../../prepare/ExhibitPicker.tsx';
import classes from '../compose.module.css';
import { exhibitsIn, type Sections } from '../work/work.ts';

interface Props {
  readonly sections: Sections;
  readonly exhibits: readonly ExhibitRow[];
  readonly onClose: () => void;
  /** Into the section at this place. */
  readonly onAdd: (exhibits: readonly string[], at: number) => void;
}

/** The exhibits of the case that the bundle does not have yet. */
export function AddExhibits({ sections, exhibits, onClose, onAdd }: Props) {
  const { t } = useTranslation('bundles');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [at, setAt] = useState(Math.max(0, sections.length - 1));
  const has = new Set(exhibitsIn(sections));
  const left = exhibits.filter(({ id }) => !has.has(id));
  return (
    <Dialog title={t('compose.add')} size={720} onClose={onClose}>
      <Stack gap="sm">
        {left.length === 0 ? (
          <Text size="sm">{t('compose.allIn')}</Text>
        ) : (
          <div className={classes.picker}>
            <ExhibitPicker exhibits={left} chosen={chosen} onChange={setChosen} />
          </div>
        )}
        <Group justify="space-between" align="flex-end">
          {sections.length > 1 ? (
            <Select
              size="sm"
              w={280}
              label={t('compose.into')}
              allowDeselect={false}
              value={String(at)}
              data={sections.map(({ title }, index) => ({
                value: String(index),
                label: title === '' ? t('compose.untitled') : title,
              }))}
              onChange={(value) => setAt(Number(value ?? 0))}
            />
          ) : (
            <span />
          )}
          <Group>
            <Button variant="default" onClick={onClose}>
              {t('compose.cancel')}
            </Button>
            <Button disabled={chosen.length === 0} onClick={() => onAdd(inOrder(chosen, left), at)}>
              {t('compose.addCount', { count: chosen.length })}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** By their numbers, however they were ticked. */
function inOrder(chosen: readonly string[], rows: readonly ExhibitRow[]): string[] {
  return rows.flatMap(({ id }) => (chosen.includes(id) ? [id] : []));
}
