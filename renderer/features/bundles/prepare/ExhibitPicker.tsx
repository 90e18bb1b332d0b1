import { Checkbox, Group, Select, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExhibitRow } from '../../../../electron/core/features/evidence/model.ts';
import { formatBytes } from '../../../app/format.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { ExhibitIcon } from '../../evidence/index.ts';
import lineClasses from '../lines/lines.module.css';
import { added, toggled, without } from './order.ts';
import classes from './prepare.module.css';
import { matching, viewersIn } from './search.ts';

interface Props {
  readonly exhibits: readonly ExhibitRow[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Every exhibit of the case with a box to tick; the search and the type narrow what "all" means. */
export function ExhibitPicker({ exhibits, chosen, onChange }: Props) {
  const { t } = useTranslation('bundles');
  const [text, setText] = useState('');
  const [viewer, setViewer] = useState('');
  const shown = matching(exhibits, text, viewer);
  const ids = shown.map((exhibit) => exhibit.id);
  const ticked = ids.filter((id) => chosen.includes(id)).length;

  return (
    <div className={classes.pane}>
      <Group className={classes.bar} gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          size="xs"
          aria-label={t('pick.search')}
          placeholder={t('pick.search')}
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          w={130}
          size="xs"
          aria-label={t('pick.type')}
          allowDeselect={false}
          value={viewer}
          data={[
            { value: '', label: t('pick.allTypes') },
            ...viewersIn(exhibits).map((value) => ({ value, label: t(`evidence:type.${value}`) })),
          ]}
          onChange={(value) => setViewer(value ?? '')}
        />
      </Group>
      <Group className={classes.bar} gap="xs">
        <Checkbox
          size="xs"
          label={t('pick.all', { count: shown.length })}
          checked={ticked > 0 && ticked === ids.length}
          indeterminate={ticked > 0 && ticked < ids.length}
          disabled={ids.length === 0}
          onChange={() => onChange(ticked === ids.length ? without(chosen, ids) : added(chosen, ids))}
        />
      </Group>
      <PickList shown={shown} chosen={chosen} onToggle={(id) => onChange(toggled(chosen, id))} />
    </div>
  );
}

interface ListProps {
  readonly shown: readonly ExhibitRow[];
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
}

function PickList({ shown, chosen, onToggle }: ListProps) {
  const { t } = useTranslation('bundles');
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    overscan: 10,
  });
  return (
    <div ref={scroller} className={lineClasses.scroller}>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t('pick.none')}
        </Text>
      )}
      <ul className={lineClasses.tall} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const exhibit = shown[item.index];
          return exhibit === undefined ? null : (
            <li
              key={exhibit.id}
              className={classes.placed}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <label className={classes.choice} htmlFor={`pick-${exhibit.id}`}>
                <Checkbox
                  id={`pick-${exhibit.id}`}
                  size="xs"
                  checked={chosen.includes(exhibit.id)}
                  onChange={() => onToggle(exhibit.id)}
                />
                <ExhibitIcon of={exhibit} />
                <span className={lineClasses.number}>{exhibitNumber(exhibit.number)}</span>
                <span className={lineClasses.name} title={exhibit.name}>
                  {exhibit.name}
                </span>
                <span className={classes.size}>
                  {exhibit.kind === 'item' ? '—' : formatBytes(exhibit.size)}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
